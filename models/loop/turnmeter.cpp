// SPDX-License-Identifier: MIT
#include "loop/turnmeter.h"

#include "record/recorder.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QThread>

namespace {

/// Events that only the loop hands out, or that a person caused. Others (paint, resize, layout, …)
/// are also sent from within a slot, where they begin nothing new.
bool isHandedOutByTheLoop(QEvent::Type type)
{
    switch (type) {
    case QEvent::Timer:
    case QEvent::SockAct:
    case QEvent::SockClose:
    case QEvent::MetaCall:
    case QEvent::DeferredDelete:
    case QEvent::UpdateRequest:
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd: return true;
    default: return type >= QEvent::User;
    }
}

} // namespace

TurnMeter::TurnMeter(QObject *parent)
    : QObject(parent)
{
}

void TurnMeter::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    QAbstractEventDispatcher *dispatcher = QAbstractEventDispatcher::instance(thread());
    QCoreApplication *application = QCoreApplication::instance();
    Q_ASSERT(dispatcher && application && thread() == QThread::currentThread());
    m_seesEvents = active && application->thread() == thread();
    if (active) {
        beginTurn(Recorder::now());
        connect(dispatcher, &QAbstractEventDispatcher::awake, this, &TurnMeter::wakeUp);
        connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, &TurnMeter::block);
        if (m_seesEvents)
            application->installEventFilter(this);
    } else {
        disconnect(dispatcher, nullptr, this, nullptr);
        application->removeEventFilter(this);
    }
}

void TurnMeter::expect(qint64 dueNs)
{
    m_dueNs = dueNs;
    m_gap = {};
}

TurnMeter::Gap TurnMeter::gap(qint64 nowNs) const
{
    Gap gap = m_gap;
    if (!m_seesEvents) // else the turn in progress is the one that asks
        account(gap, m_inTurn ? m_beginNs : qMax(m_beginNs, m_dueNs), nowNs);
    if (gap.turns == 0)
        gap.beginNs = m_dueNs;
    return gap;
}

bool TurnMeter::eventFilter(QObject *, QEvent *event)
{
    if (!m_inTurn || isHandedOutByTheLoop(event->type())) {
        const qint64 now = Recorder::now();
        endTurn(now);
        beginTurn(now);
        m_handedOut = true;
    }
    return false;
}

void TurnMeter::beginTurn(qint64 nowNs)
{
    m_inTurn = true;
    m_handedOut = false;
    m_beginNs = nowNs;
}

void TurnMeter::endTurn(qint64 nowNs)
{
    if (!m_inTurn) {
        // Something that sent no event. Idle until the beat was due, for all that is known.
        if (nowNs > m_dueNs)
            account(m_gap, qMax(m_beginNs, m_dueNs), nowNs);
        return;
    }
    m_inTurn = false;
    m_busyNs += nowNs - m_beginNs;
    m_turns += m_handedOut;
    account(m_gap, m_beginNs, nowNs);
    if (nowNs - m_beginNs >= longNs)
        emit turned(nowNs - m_beginNs);
}

void TurnMeter::wakeUp()
{
    const qint64 now = Recorder::now();
    endTurn(now);
    beginTurn(now); // a slot that ran a nested loop goes on here
}

void TurnMeter::block()
{
    const qint64 now = Recorder::now();
    endTurn(now);
    m_beginNs = now;
}

void TurnMeter::account(Gap &gap, qint64 beginNs, qint64 endNs) const
{
    constexpr qint64 noticeableNs = 20'000;
    if (endNs <= m_dueNs || endNs - beginNs < noticeableNs)
        return;
    if (gap.turns++ == 0)
        gap.beginNs = beginNs;
    gap.longestNs = qMax(gap.longestNs, endNs - beginNs);
}
