// SPDX-License-Identifier: MIT
#pragma once

#include "practice/replysender.h"
#include "practice/requestparser.h"
#include "practice/serverlimits.h"

#include <QTcpSocket>

namespace practice {

/// One client. Reads requests one after another (keep-alive, pipelined), has each answered, and
/// ends the way the reply asks for. Deletes itself when the client is gone.
class Connection : public QObject
{
public:
    using Clock = std::chrono::steady_clock;

    /// Takes over the accepted socket \p descriptor.
    Connection(qintptr descriptor, Router &router, Tally &tally, const ServerLimits &limits,
               QObject *parent);
    ~Connection() override;

    /// Ends the connection when the client used up its time. Called every now and then.
    void checkDeadline(Clock::time_point now);

private:
    enum class State : quint8 { Open, Closing, Resetting, Doomed, Draining };

    void readInput();
    void continueWriting();
    void serve();
    void serveBuffered();
    bool feedParser();
    void answerRequest();
    void refuse(int status);
    void replySent(Reply::Ending ending);
    void endWhenWritten();
    void disappear();

    QTcpSocket m_socket;
    Router &m_router;
    Tally &m_tally;
    const ServerLimits &m_limits;
    RequestParser m_parser;
    ReplySender m_sender;
    Clock::time_point m_deadline;
    State m_state = State::Open;
    bool m_receiving = true; // a request is on its way: the deadline stands
    bool m_keepAlive = true;
    bool m_serving = false;
};

} // namespace practice
