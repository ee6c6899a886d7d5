// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <functional>

/// Tells when the machine slept. The steady clock stands still meanwhile, so nothing that is timed
/// by it is harmed, and nothing else would show it. Any thread, one at a time.
class SuspendMeter
{
public:
    /// How long the machine has slept since it was started, in ns.
    using Source = std::function<qint64()>;

    /// The clocks of this machine; where it has none that tell (other systems than Linux) always 0.
    static qint64 machineNs();

    explicit SuspendMeter(Source source = &machineNs);
    /// How long it slept since the last call, in ns; 0 for less than shortestNs.
    qint64 take();
    static constexpr qint64 shortestNs = 100'000'000;

private:
    Source m_source;
    qint64 m_knownNs;
};
