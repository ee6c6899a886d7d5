// SPDX-License-Identifier: MIT
#pragma once

#include "practice/router.h"

#include <QTimer>

class QTcpSocket;

namespace practice {

/// Sends one reply at a time over a socket, at the pace the reply asks for and the client reads.
/// Never holds more than about bufferLimit bytes besides the reply's first write.
class ReplySender : public QObject
{
public:
    static constexpr qint64 bufferLimit = 256 * 1024; // bytes

    /// \p finished is called when the last byte was handed to the socket: within start() for small
    /// replies. Never for a reply that is to be held.
    ReplySender(QTcpSocket &socket, Tally &tally, std::function<void(Reply::Ending)> finished);
    ~ReplySender() override;

    bool isBusy() const { return m_step != Step::Idle; }
    /// Marks the sender busy until start().
    void expect();
    void start(const SharedReply &reply, bool headOnly);
    /// The socket has room again.
    void resume();

private:
    enum class Step : quint8 { Idle, Expecting, Delayed, Sending, Pacing, Holding };

    void continueAfterWait();
    void sendFirst();
    void sendPieces();
    void wait(Step step, std::chrono::milliseconds time);
    void finish();

    QTcpSocket &m_socket;
    Tally &m_tally;
    std::function<void(Reply::Ending)> m_finished;
    QTimer m_timer;
    SharedReply m_reply;
    qint64 m_piece = 0;
    Step m_step = Step::Idle;
    bool m_headOnly = false;
};

} // namespace practice
