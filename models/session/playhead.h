// SPDX-License-Identifier: MIT
#pragma once

#include "session/boardhistory.h"
#include "session/projection.h"

#include <QObject>

class Recording;

/// The board at the moment that every view shows. That is the latest one, following the recording,
/// until showAt() goes back in time: then it stands still, whatever is recorded meanwhile, up to
/// showLive(). It tells the views in one go what a batch of events or a jump in time changed. Lives
/// on the recording's thread.
class Playhead final : public QObject
{
    Q_OBJECT
public:
    explicit Playhead(Recording &recording, QObject *parent = nullptr);

    /// At the moment shown.
    const Board &board() const { return m_isLive ? m_projection.board() : m_past; }
    /// At the latest moment, whichever is shown.
    const Board &latest() const { return m_projection.board(); }
    /// Of all events so far; spans tell by their times what was at an earlier moment, of stalls
    /// StallList does.
    const Projection &projection() const { return m_projection; }
    /// At any moment; TaskEvent::timeNs.
    Board boardAt(qint64 timeNs) const;
    const Recording &recording() const { return m_recording; }

    bool isLive() const { return m_isLive; }
    /// The moment shown; TaskEvent::timeNs.
    qint64 timeNs() const;
    /// How many events, from the first one on, are in the board shown.
    qsizetype events() const;
    /// How many happened up to \p timeNs.
    qsizetype eventsUntil(qint64 timeNs) const;
    /// The last one among those in the board shown; nullptr when there is none.
    const TaskEvent *lastEvent() const;

    void showAt(qint64 timeNs);
    /// By \p events further on, or back with a negative number. Stays within the recording; at its
    /// end it is the last moment and not live.
    void step(qsizetype events);
    void showLive();

signals:
    /// Rows [first, last] are about to come at the end, or to go there, and then did. Whatever the
    /// board says, the views have the old rows up to the second signal.
    void aboutToAppendRows(qsizetype first, qsizetype last);
    void rowsAppended();
    void aboutToRemoveRows(qsizetype first, qsizetype last);
    void rowsRemoved(qsizetype rows); ///< how many are left
    /// \p rows, a run of neighbours, changed; other rows have not since they were last told.
    void rowsChanged(const std::vector<qsizetype> &rows);
    /// Comes before anything else of a jump.
    void aboutToJump();
    /// Another moment is shown than before by other means than a batch of events: the views went
    /// back in time, on, or live.
    void jumped();
    /// Anything at all changed; comes last, once for each batch or jump. While an older moment is
    /// shown, that the recording went on.
    void changed();
    void aboutToReset();
    void reset();
    /// There is something new to see in the lanes, whichever moment is shown. Short turns of the
    /// loop are nothing: drawing makes some.
    void spansChanged();

private:
    void follow(qsizetype first, qsizetype end);
    std::vector<qsizetype> applyToKnown(qsizetype first, qsizetype end, bool &isNotable);
    qsizetype newRows(const std::vector<qsizetype> &events) const;
    void showEvents(qsizetype events, qint64 timeNs);
    template <typename Show> void exchangeBoard(const Board &next, Show show);
    void restart();

    Recording &m_recording;
    Projection m_projection;
    Board m_past; // while it is not live
    bool m_isLive = true;
    qsizetype m_pastEvents = 0;
    qint64 m_pastNs = 0;
    mutable BoardHistory m_history; // a cache
};
