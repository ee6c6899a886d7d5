// SPDX-License-Identifier: MIT
#include "loop/witnessserver.h"

#include "loop/blockrelease.h"
#include "loop/loopmonitor.h"
#include "loop/pulsereport.h"
#include "record/recorder.h"

#include <QLocalSocket>

namespace {
constexpr qint64 mostUnsent = 64 * 1024; // a witness that does not read is not told more
constexpr qint64 longestWish = 64;
} // namespace

WitnessServer::WitnessServer(const LoopMonitor &monitor, BlockRelease &release, const QString &name)
    : m_monitor(monitor)
    , m_release(release)
    , m_name(name)
    , m_server(this)
    , m_timer(this)
{
    m_news.phase = StallNews::Phase::Ended;
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(reportMs);
    connect(&m_timer, &QTimer::timeout, this, &WitnessServer::report);
    connect(&m_server, &QLocalServer::newConnection, this, &WitnessServer::accept);
}

WitnessServer::~WitnessServer() = default;

void WitnessServer::tell(const StallNews &news)
{
    const std::lock_guard lock(m_mutex);
    m_news = news;
}

bool WitnessServer::hasWitness()
{
    report();
    return m_witness;
}

void WitnessServer::listen()
{
    if (!m_server.isListening())
        m_server.listen(m_name);
}

void WitnessServer::close()
{
    m_timer.stop();
    m_server.close();
    delete std::exchange(m_witness, nullptr);
}

/// One witness is enough.
void WitnessServer::accept()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        if (hasWitness()) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        m_witness = socket;
        ++m_arrivals;
        connect(socket, &QLocalSocket::readyRead, this, &WitnessServer::readWishes);
        connect(socket, &QLocalSocket::disconnected, this, &WitnessServer::forget);
        m_timer.start();
        report();
    }
}

void WitnessServer::report()
{
    if (!m_witness)
        return;
    if (m_witness->bytesToWrite() > mostUnsent) {
        m_witness->flush();
        return;
    }
    const qint64 now = Recorder::now();
    PulseReport report {.timeNs = now,
                        .lastBeatNs = m_monitor.lastBeatNs(),
                        .lateNs = std::max<qint64>(0, now - m_monitor.nextDueNs())};
    {
        const std::lock_guard lock(m_mutex);
        // Who told may not know yet that the heart beat since.
        if (m_news.phase != StallNews::Phase::Ended && report.lastBeatNs < m_news.beginNs
            && report.lateNs > 0) {
            report.stallNs = now - m_news.beginNs;
            report.function = m_news.function;
        }
    }
    report.canBeReleased = report.stallNs > 0 && m_release.isBlocking();
    m_witness->write(report.toLine());
    m_witness->flush();
}

void WitnessServer::readWishes()
{
    if (!m_witness)
        return;
    while (m_witness->canReadLine()) {
        if (m_witness->readLine(longestWish).trimmed() != "release")
            return m_witness->abort(); // that is no witness
        m_release.request();
    }
    if (m_witness->bytesAvailable() > longestWish)
        m_witness->abort();
}

void WitnessServer::forget()
{
    m_timer.stop();
    if (m_witness)
        m_witness->deleteLater();
    m_witness = nullptr;
}
