// SPDX-License-Identifier: MIT
#pragma once

#include "loop/watchdog.h"

#include <QPoint>
#include <QString>
#include <QThread>

class BlockRelease;
class LoopMonitor;
class WitnessServer;

/// Opens the witness, a second process of this program, and keeps it informed from a thread of its
/// own, so also while the loop of the calling thread is blocked. The witness may end or crash at
/// any time; it closes by itself when this goes.
class WitnessLink final
{
public:
    /// Both outlive it.
    WitnessLink(const LoopMonitor &monitor, BlockRelease &release);
    ~WitnessLink();
    Q_DISABLE_COPY_MOVE(WitnessLink)

    /// Thread-safe; never waits for anybody.
    void tell(const StallNews &news);
    /// Starts the witness unless one is there, with its upper right corner at \p corner of the
    /// screen. False when the process cannot be started.
    bool open(QPoint corner, const QString &theme);

private:
    const QString m_name; // of the socket
    QThread m_thread;
    WitnessServer *m_server; // lives on m_thread
    qint64 m_startedNs = 0;
    int m_arrivals = 0; // of witnesses, before the last one was started
};
