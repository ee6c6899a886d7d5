// SPDX-License-Identifier: MIT
#pragma once

#include "loop/watchdog.h"

#include <QLocalServer>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <mutex>

class BlockRelease;
class LoopMonitor;
class QLocalSocket;

/// Tells a witness in another process of the pulse, and takes its wish to release the loop. Lives
/// on a thread that never waits for the watched one.
class WitnessServer final : public QObject
{
    Q_OBJECT
public:
    /// Both outlive it. \p name is that of the local socket.
    WitnessServer(const LoopMonitor &monitor, BlockRelease &release, const QString &name);
    ~WitnessServer() override;

    static constexpr int reportMs = 50;

    /// From any thread: what the watchdog knows.
    void tell(const StallNews &news);
    /// From any thread: how many came so far.
    int arrivals() const { return m_arrivals; }

    /// Whether one is there. One that went may not have been noticed yet, so it is told something.
    bool hasWitness();
    void listen();
    void close();

private:
    void accept();
    void report();
    void readWishes();
    void forget();

    const LoopMonitor &m_monitor;
    BlockRelease &m_release;
    const QString m_name;
    std::atomic<int> m_arrivals = 0;
    std::mutex m_mutex; // guards m_news
    StallNews m_news;
    QLocalServer m_server;
    QLocalSocket *m_witness = nullptr; // child of m_server
    QTimer m_timer;
};
