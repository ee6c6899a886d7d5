// SPDX-License-Identifier: MIT
#pragma once

#include "ui/timeline/timelinescene.h"

#include <QAbstractScrollArea>
#include <QTimer>

class Session;
class Spans;

/// The lanes of the loop, the network slots, the pool threads and the coroutines over time, with
/// the stalls across. It repaints when something changed, and while time goes on for a task that is
/// in view; it stands still otherwise.
///
/// A drag moves it, with Shift it measures, and in the ruler it goes back in time; a click selects,
/// a double click shows all, the wheel zooms at the pointer, and over the names or with Ctrl it
/// scrolls. The arrows left and right move the time, up and down go from lane to lane, + and -
/// zoom, Home, End and F show the begin, the end and all, [ and ] select the span before and after,
/// Enter opens its story, comma and full stop step event by event, L returns to live. GUI thread.
class TimelineView final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    /// While the end is followed it shows at most this much, until somebody zooms.
    static constexpr qint64 followedNs = 10'000'000'000;

    /// \p session outlives it, or is followed by another one before it goes.
    explicit TimelineView(Session &session, QWidget *parent = nullptr);

    /// Each session is shown where it was left.
    void setSession(Session &session);
    Session &session() const { return *m_session; }
    /// Lanes become lower so that more of them are in sight.
    void setCompact(bool isCompact);

    const TimelineScene &scene() const { return m_scene; }
    /// The newest is kept in view; not while an earlier moment is shown.
    bool isFollowing() const;
    bool isEmpty() const; ///< nothing ran yet
    /// What is under the pointer, selected, measured, or was stepped to: the newest of them.
    QString readout() const { return m_readout; }
    /// What a screen reader says: the range, the lanes, the selection, the moment.
    QString valueText() const;

    /// Goes on by so many events of the recording, or back, and tells of the one it came to.
    void step(int events);
    /// Shows \p factor times as much detail; what is at \p x pixels from the left edge stays there.
    void zoom(double x, double factor);

public slots:
    /// Shows the whole acquisition, and where that is shown the whole recording.
    void fit();
    /// Goes back to live for it.
    void setFollowing(bool isFollowing);
    void showLive();

signals:
    void inspectRequested(TaskId task);
    void followingChanged(bool isFollowing);
    void readoutChanged(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    enum class Drag { None, Pending, Pan, Measure, Playhead };

    const Spans &spans() const;
    const char *keptName() const;
    void keep();
    void refresh();
    void moveTime();
    void layoutLanes();
    void restart();
    void followMoment();
    void markMoment();
    void followSelection();
    void look();
    void pan(double pixels);
    void scrollLanes(int pixels);
    void goToBegin();
    void goToEnd();
    void measure(qint64 fromNs, qint64 toNs);
    void clearMeasure();
    SpanRef spanAt(const QPoint &position) const;
    QString textAt(const QPoint &position) const;
    void hover(const QPoint &position);
    void hoverNothing();
    void showShape(const QPoint &position);
    bool lookByKey(int key);
    bool actByKey(int key);
    void selectNeighbour(int direction); ///< in its lane; -1 the one before
    void selectInLane(int direction); ///< the nearest in a lane above (-1) or below
    void inspectSelected();
    void showMoment(qint64 ns);
    void select(SpanRef ref);
    QString spanText(SpanRef ref) const;
    void say(const QString &text);

    Session *m_session = nullptr;
    TimelineScene m_scene;
    QTimer m_clock;
    QString m_readout;
    Drag m_drag = Drag::None;
    QPoint m_pressed;
    QPoint m_last;
    bool m_isCompact = false;
    bool m_isFollowing = true;
    bool m_hasKeyFocus = false;
};
