// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <stdexcept>

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
