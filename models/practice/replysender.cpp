// SPDX-License-Identifier: MIT
#include "practice/replysender.h"

#include "practice/tally.h"

#include <QTcpSocket>

namespace practice {

using namespace std::chrono_literals;

ReplySender::ReplySender(QTcpSocket &socket, Tally &tally,
                         std::function<void(Reply::Ending)> finished)
    : m_socket(socket)
    , m_tally(tally)
    , m_finished(std::move(finished))
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &ReplySender::continueAfterWait);
}

ReplySender::~ReplySender()
{
    if (isBusy())
        m_tally.done();
}

void ReplySender::expect()
{
    m_tally.begun();
    m_step = Step::Expecting;
}

void ReplySender::start(const SharedReply &reply, bool headOnly)
{
    if (!isBusy())
        m_tally.begun();
    m_reply = reply;
    m_piece = 0;
    m_headOnly = headOnly;
    if (reply->delay > 0ms)
        wait(Step::Delayed, reply->delay);
    else
        sendFirst();
}

void ReplySender::resume()
{
    if (m_step == Step::Sending)
        sendPieces();
}

void ReplySender::continueAfterWait()
{
    if (m_step == Step::Delayed)
        sendFirst();
    else if (m_step == Step::Pacing)
        sendPieces();
}

void ReplySender::sendFirst()
{
    m_step = Step::Sending;
    const qsizetype headEnd = m_headOnly ? m_reply->wire.indexOf("\r\n\r\n") : -1;
    if (headEnd >= 0)
        m_socket.write(m_reply->wire.first(headEnd + 4));
    else if (!m_reply->wire.isEmpty())
        m_socket.write(m_reply->wire); // shared, not copied
    if (headEnd >= 0)
        finish();
    else
        sendPieces();
}

void ReplySender::sendPieces()
{
    const Pieces &pieces = m_reply->pieces;
    m_step = Step::Sending;
    while (m_piece != pieces.count) {
        if (m_socket.bytesToWrite() >= bufferLimit)
            return; // resume() goes on
        m_socket.write(pieces.at(m_piece++));
        m_tally.buffered(m_socket.bytesToWrite());
        if (m_reply->interval > 0ms && m_piece != pieces.count)
            return wait(Step::Pacing, m_reply->interval);
    }
    if (m_reply->ending == Reply::Ending::Hold)
        m_step = Step::Holding;
    else
        finish();
}

void ReplySender::wait(Step step, std::chrono::milliseconds time)
{
    m_step = step;
    m_timer.start(time);
}

void ReplySender::finish()
{
    const Reply::Ending ending = m_reply->ending;
    m_step = Step::Idle;
    m_reply.reset();
    m_tally.done();
    m_finished(ending);
}

} // namespace practice
