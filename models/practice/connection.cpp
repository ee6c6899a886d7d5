// SPDX-License-Identifier: MIT
#include "practice/connection.h"

#include "practice/tally.h"

#include <QHostAddress>
#include <QScopedValueRollback>

#include <array>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

namespace practice {

namespace {

using namespace std::chrono_literals;

constexpr qsizetype readSize = 16 * 1024;
constexpr qint64 readLimit = 64 * 1024; // unread bytes Qt takes in before it lets the client wait
// The operating system drops what a reset overtakes, so bytes before a reset get a head start.
constexpr auto resetGrace = 30ms;

// Two ways to end a connection that QTcpSocket has no function for. Both act on the operating
// system's socket at once; to be called when bytesToWrite() is 0.

/// Sends FIN and still receives.
void finishSending(QTcpSocket &socket)
{
#ifdef Q_OS_WIN
    ::shutdown(SOCKET(socket.socketDescriptor()), SD_SEND);
#else
    ::shutdown(int(socket.socketDescriptor()), SHUT_WR);
#endif
}

/// Sends RST and closes.
void resetNow(QTcpSocket &socket)
{
    // Closing with a linger time of zero discards what was not sent and sends RST.
    const ::linger now {1, 0};
#ifdef Q_OS_WIN
    ::setsockopt(SOCKET(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER,
                 reinterpret_cast<const char *>(&now), sizeof now);
#else
    ::setsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
#endif
    socket.abort();
}

} // namespace

Connection::Connection(qintptr descriptor, Router &router, Tally &tally, const ServerLimits &limits,
                       QObject *parent)
    : QObject(parent)
    , m_router(router)
    , m_tally(tally)
    , m_limits(limits)
    , m_parser(limits.request)
    , m_sender(m_socket, tally, [this](Reply::Ending ending) { replySent(ending); })
    , m_deadline(Clock::now() + limits.receive)
{
    m_tally.connected();
    connect(&m_socket, &QTcpSocket::readyRead, this, &Connection::readInput);
    connect(&m_socket, &QTcpSocket::bytesWritten, this, &Connection::continueWriting);
    connect(&m_socket, &QTcpSocket::disconnected, this, &Connection::disappear);
    m_socket.setReadBufferSize(readLimit);
    if (m_socket.setSocketDescriptor(descriptor) && m_socket.peerAddress().isLoopback())
        m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    else
        disappear();
}

Connection::~Connection()
{
    m_socket.disconnect(this); // its destructor would announce the end to a half destroyed object
    m_tally.disconnected();
}

void Connection::readInput()
{
    if (m_state == State::Open)
        serve();
    else
        m_socket.skip(readLimit);
}

void Connection::continueWriting()
{
    if (m_serving)
        return; // serve() sees to it itself
    if (m_state != State::Open)
        return endWhenWritten();
    m_sender.resume();
    serve();
}

void Connection::serve()
{
    if (m_serving)
        return;
    const QScopedValueRollback guard(m_serving, true);
    bool again = true;
    while (again) {
        serveBuffered();
        if (m_sender.isBusy())
            return; // streams leave through the event loop, so that nobody starves
        const bool wasFull = m_socket.bytesToWrite() >= ReplySender::bufferLimit;
        m_socket.flush(); // small replies leave at once, pipelined ones together
        again = wasFull && m_socket.bytesToWrite() < ReplySender::bufferLimit;
    }
    if (m_state != State::Open)
        endWhenWritten();
}

void Connection::serveBuffered()
{
    while (m_state == State::Open && !m_sender.isBusy()
           && m_socket.bytesToWrite() < ReplySender::bufferLimit) {
        switch (m_parser.next()) {
        case RequestParser::Result::Complete: answerRequest(); break;
        case RequestParser::Result::Malformed: refuse(m_parser.errorStatus()); break;
        case RequestParser::Result::Incomplete:
            if (!feedParser())
                return;
        }
    }
}

bool Connection::feedParser()
{
    std::array<char, readSize> bytes;
    const qint64 count = m_socket.read(bytes.data(), readSize);
    if (count > 0)
        m_parser.append(QByteArrayView(bytes.data(), count));
    if (!m_parser.isIdle() && !std::exchange(m_receiving, true))
        m_deadline = Clock::now() + m_limits.receive;
    return count > 0;
}

void Connection::answerRequest()
{
    const Request &request = m_parser.request();
    const bool headOnly = request.method == Method::Head;
    m_keepAlive = request.keepAlive;
    m_receiving = false;
    m_deadline = Clock::time_point::max();
    const SharedReply reply = m_router.answer(request);
    if (!reply->later)
        return m_sender.start(reply, headOnly);
    m_sender.expect();
    m_router.make(reply, this, [this, headOnly](const SharedReply &made) {
        m_sender.start(made, headOnly);
        serve();
    });
}

void Connection::refuse(int status)
{
    m_tally.countRejected();
    m_socket.write(makeHead(status, {}, 0, "Connection: close\r\n"));
    m_state = State::Closing;
}

void Connection::replySent(Reply::Ending ending)
{
    m_deadline = Clock::now() + m_limits.idle;
    if (ending == Reply::Ending::Reset)
        m_state = State::Resetting;
    else if (ending == Reply::Ending::Close || !m_keepAlive)
        m_state = State::Closing;
    // The sender's timers come from outside of serve(): then nobody else goes on.
    if (!m_serving)
        QMetaObject::invokeMethod(
            this, [this] { serve(); }, Qt::QueuedConnection);
}

void Connection::endWhenWritten()
{
    if (m_socket.bytesToWrite() > 0)
        return; // continueWriting() comes back
    if (m_state == State::Resetting) {
        m_state = State::Doomed;
        QTimer::singleShot(resetGrace, this, [this] { resetNow(m_socket); });
    } else if (m_state == State::Closing) {
        // Closing with unread input would send RST, which can overtake the reply. So only our
        // half is closed, and what still comes is thrown away for a while.
        m_state = State::Draining;
        m_deadline = Clock::now() + m_limits.linger;
        finishSending(m_socket);
        m_socket.skip(readLimit);
    }
}

void Connection::checkDeadline(Clock::time_point now)
{
    if (now < m_deadline)
        return;
    if (m_state == State::Open && m_receiving && !m_parser.isIdle()) {
        refuse(408);
        m_deadline = now + m_limits.linger;
        m_socket.flush();
        endWhenWritten();
    } else {
        m_socket.abort();
        disappear();
    }
}

void Connection::disappear()
{
    m_deadline = Clock::time_point::max();
    deleteLater();
}

} // namespace practice
