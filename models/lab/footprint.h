// SPDX-License-Identifier: MIT
#pragma once

#include <QTimer>

/// What this process takes of the system.
struct Footprint
{
    int threads = 0;
    qint64 reserved = 0; ///< bytes of address space, whether used or not
    qint64 resident = 0; ///< bytes of it that are in memory right now

    /// As Linux tells in /proc/self/status, which takes some 50 µs. Throws std::runtime_error where
    /// there is no such file.
    static Footprint now();
};

/// How much the process grew from its construction on, read every 10 ms while the loop turns. On
/// the thread it was made on.
class FootprintMeter
{
public:
    FootprintMeter();
    Q_DISABLE_COPY_MOVE(FootprintMeter)

    /// The most above what was there at the beginning or is there now, whichever is less: what
    /// ends meanwhile elsewhere in the program is not taken off.
    Footprint growth();

private:
    void look();

    const Footprint m_first;
    Footprint m_most;
    QTimer m_timer;
};
