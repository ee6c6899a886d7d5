// SPDX-License-Identifier: MIT
#include "compute/kernelattempt.h"

#include <QCoreApplication>

#include <exception>
#include <new>

namespace {
struct KernelTr
{
    Q_DECLARE_TR_FUNCTIONS(ComputeJob)
};
} // namespace

Outcome attemptKernel(const std::function<bool()> &invoke,
                      const std::function<bool()> &stopRequested)
try {
    if (invoke())
        return Outcome::succeeded();
    if (stopRequested())
        return Outcome::cancelled(KernelTr::tr("Cancelled while it ran."));
    return Outcome::failed(KernelTr::tr("The work stopped without being asked to."));
} catch (const std::bad_alloc &) {
    return Outcome::failed(KernelTr::tr("Out of memory: close something or use smaller input."));
} catch (const std::exception &error) {
    const QString text = QString::fromUtf8(error.what());
    return Outcome::failed(text.isEmpty() ? KernelTr::tr("The work failed without a reason.")
                                          : text);
} catch (...) {
    return Outcome::failed(KernelTr::tr("The work failed with an unknown kind of exception."));
}
