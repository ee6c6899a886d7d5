// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class EmptyState;
class Moment;
class SpanIndex;
class TimelinePane;
class TimelineView;

/// The page of the timeline: all lanes at their full height.
class TimelinePage final : public QWidget
{
    Q_OBJECT
public:
    /// Both outlive it.
    TimelinePage(const SpanIndex &index, Moment &moment, QWidget *parent = nullptr);

    TimelineView &view();

signals:
    /// The button of the empty page was pressed.
    void runRequested();

private:
    TimelinePane *m_pane;
};
