// SPDX-License-Identifier: MIT
#include "practice/listener.h"

#include "practice/connection.h"
#include "practice/tally.h"

#include <QHostAddress>

#include <algorithm>

namespace practice {

namespace {

using namespace std::chrono_literals;

constexpr auto acceptPause = 100ms;
constexpr int backlog = 1024;

/// Often enough to be at most a tenth late.
std::chrono::milliseconds sweepInterval(const ServerLimits &limits)
{
    const auto shortest = std::min({limits.receive, limits.idle, limits.linger});
    return std::clamp<std::chrono::milliseconds>(shortest / 10, 10ms, 1000ms);
}

} // namespace

Listener::Listener(quint32 seed, const QByteArray &token, Tally &tally, const ServerLimits &limits)
    : m_tally(tally)
    , m_limits(limits)
    , m_router(seed, token, &tally, limits.cache)
    , m_connections(new QObject(this))
    , m_sweeper(this)
    , m_resume(this)
{
    m_resume.setSingleShot(true);
    m_resume.setInterval(acceptPause);
    connect(&m_sweeper, &QTimer::timeout, this, &Listener::sweep);
    connect(&m_resume, &QTimer::timeout, this, &QTcpServer::resumeAccepting);
    // Out of file descriptors: QTcpServer stops accepting for good unless it is told to go on.
    connect(this, &QTcpServer::acceptError, &m_resume, qOverload<>(&QTimer::start));
}

Listener::~Listener()
{
    close();
    delete m_connections; // they use the router, which goes before the children of a QObject
}

bool Listener::open()
{
    setListenBacklogSize(backlog);
    m_sweeper.start(sweepInterval(m_limits));
    return listen(QHostAddress::LocalHost);
}

void Listener::incomingConnection(qintptr descriptor)
{
    if (m_tally.open() < m_limits.connections) {
        new Connection(descriptor, m_router, m_tally, m_limits, m_connections);
        return;
    }
    m_tally.countRejected();
    QTcpSocket surplus;
    surplus.setSocketDescriptor(descriptor);
    surplus.abort();
}

void Listener::sweep()
{
    const auto now = Connection::Clock::now();
    for (QObject *connection : m_connections->children())
        static_cast<Connection *>(connection)->checkDeadline(now);
}

} // namespace practice
