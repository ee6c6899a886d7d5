// SPDX-License-Identifier: MIT
#pragma once

#include "ui/views/timelinescene.h"

#include <QAbstractScrollArea>
#include <QTimer>

class Moment;
class TimelinePointer;

/// The lanes of the loop, the network slots, the pool threads and the coroutines over time, with
/// the stalls across. It repaints when something changed, and while time goes on for a task that is
/// in view; it stands still otherwise. TimelinePointer has what the mouse does, TimelineKeys the
/// keys.
class TimelineView final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    /// While the end is followed it shows at most this much, until somebody zooms.
    static constexpr qint64 followedNs = 10'000'000'000;

    /// Both outlive it.
    TimelineView(const SpanIndex &index, Moment &moment, QWidget *parent = nullptr);
    ~TimelineView() override;

    /// Lanes become lower so that more of them are in sight.
    void setCompact(bool isCompact);
    /// What titles below this address leave out.
    void setBaseAddress(const QString &base) { m_base = base; }

    const TimelineScene &scene() const { return m_scene; }
    Moment &moment() const { return m_moment; }
    bool isFollowing() const { return m_isFollowing; }
    bool isEmpty() const; ///< nothing ran yet
    TaskId selectedTask() const { return m_scene.selected; }
    /// What is under the pointer, selected, measured, or was stepped to: the newest of them.
    QString readout() const { return m_readout; }
    /// What a screen reader says: the range, the lanes, the selection, the moment.
    QString valueText() const;

    // What mouse and keys do. x counts from the left edge of the view.
    void zoom(double x, double factor);
    void pan(double pixels);
    void scrollLanes(int pixels);
    void measure(qint64 fromNs, qint64 toNs);
    void clearMeasure();
    void hover(const QPoint &position);
    void hoverNothing();
    /// The span of a task at \p position becomes the selected one; none there, none is.
    void selectAt(const QPoint &position);
    void selectNeighbour(int direction); ///< in its lane; -1 the one before
    void selectInLane(int direction); ///< the nearest in a lane above (-1) or below
    void inspectSelected();
    void showMoment(qint64 ns);
    void step(int events);

public slots:
    void fit();
    void setFollowing(bool isFollowing);
    void goToBegin();
    void goToEnd();
    void selectTask(TaskId task);
    void showLive();

signals:
    void taskSelected(TaskId task);
    void inspectRequested(TaskId task);
    void followingChanged(bool isFollowing);
    void readoutChanged(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void setupConnections();
    void refresh();
    void moveTime();
    void layoutLanes();
    void restart();
    void followMoment();
    void look();
    void select(SpanRef ref);
    QString spanText(SpanRef ref) const;
    void say(const QString &text);

    const SpanIndex &m_index;
    Moment &m_moment;
    TimelineScene m_scene;
    TimelinePointer *m_pointer; // child
    QTimer m_clock;
    QString m_base;
    QString m_readout;
    bool m_isCompact = false;
    bool m_isFollowing = true;
    bool m_hasKeyFocus = false;
};
