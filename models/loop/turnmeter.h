// SPDX-License-Identifier: MIT
#pragma once

#include <QEvent>
#include <QObject>

/// Splits what the loop of its thread does into turns. A turn begins when the loop hands out an
/// event and ends when it hands out the next one or looks for more; what a slot sends or calls on
/// the way belongs to its turn. A nested loop hands out events of its own: the turn around it ends
/// where the nested loop begins, and what follows it counts as another.
///
/// awake() and aboutToBlock() alone would not do: both dispatchers of Qt on Unix deliver timers,
/// and the one of GLib everything, between aboutToBlock() and awake(), together with the wait.
/// So the events tell when the wait was over. Events are seen on the application's thread only;
/// on another one all that happens between two looks for more is a single turn, of which the
/// part before the due time is unknown.
///
/// Lives on the thread it measures. Times are those of Recorder::now().
class TurnMeter final : public QObject
{
    Q_OBJECT
public:
    explicit TurnMeter(QObject *parent);

    /// What happened since the heartbeat came due.
    struct Gap
    {
        qint64 beginNs = 0;
        qint64 longestNs = 0;
        int turns = 0;
    };

    void setActive(bool active);
    /// The next beat is due at \p dueNs; begins a new gap there.
    void expect(qint64 dueNs);
    /// The gap up to now.
    Gap gap(qint64 nowNs) const;

    /// A turn shorter than this is not told of.
    static constexpr qint64 longNs = 1'000'000;

    qint64 turns() const { return m_turns; }
    qint64 busyNs() const { return m_busyNs; }

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    /// A turn of at least longNs ended right now.
    void turned(qint64 lengthNs);

private:
    void beginTurn(qint64 nowNs);
    void endTurn(qint64 nowNs);
    void wakeUp();
    void block();
    void account(Gap &gap, qint64 beginNs, qint64 endNs) const;

    bool m_active = false;
    bool m_seesEvents = false;
    bool m_inTurn = false;
    bool m_handedOut = false; // the turn began with an event
    qint64 m_beginNs = 0; // of the turn, or of the wait
    qint64 m_dueNs = 0;
    qint64 m_turns = 0;
    qint64 m_busyNs = 0;
    Gap m_gap;
};
