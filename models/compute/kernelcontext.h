// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <functional>
#include <optional>
#include <stdexcept>
#include <type_traits>

/// What a kernel gets from whoever runs it: the ComputePool, a test, or the GUI thread when the
/// program shows what that is like. Lives on the thread of the kernel, as long as it runs.
class KernelContext
{
public:
    KernelContext() = default;
    Q_DISABLE_COPY_MOVE(KernelContext)
    virtual ~KernelContext() = default;

    /// True once somebody asked for a stop; the kernel then returns nullopt within 2 ms of work.
    /// Takes nanoseconds: ask every 100 µs.
    virtual bool stopRequested() const = 0;
    /// How many units of work there are; before the first progress().
    virtual void setTotal(qint64 units) = 0;
    /// Units done so far; never less than before. Takes some ten nanoseconds.
    virtual void progress(qint64 done) = 0;
};

/// Thrown by a kernel that cannot do its work; becomes Outcome::Failed with \c text, a translated
/// sentence a person can act on.
class KernelError : public std::runtime_error
{
public:
    explicit KernelError(const QString &text)
        : std::runtime_error(text.toStdString())
    {
    }
    QString text() const { return QString::fromUtf8(what()); }
};

/// A kernel is a pure function of its parameters. nullopt: stopped because it was asked to.
/// It tells a failure by throwing a KernelError.
template <typename T> using KernelFunction = std::function<std::optional<T>(KernelContext &)>;

/// The T of anything that can be called like a KernelFunction<T>.
template <typename Kernel>
using KernelValue = typename std::invoke_result_t<Kernel &, KernelContext &>::value_type;
