// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskevent.h"
#include "ui/widgets/page.h"

class EmptyState;
class TimelinePane;
class TimelineView;

/// The page of the timeline: all lanes at their full height. GUI thread.
class TimelinePage final : public Page
{
    Q_OBJECT
public:
    explicit TimelinePage(Session &session, QWidget *parent = nullptr);

    /// Builds the page.
    TimelineView &view();
    void setSession(Session &session) override;
    bool step(int events) override;

signals:
    /// The button of the empty page was pressed.
    void runRequested();
    void inspectRequested(TaskId task);

protected:
    void makeContents() override;

private:
    void showWhetherEmpty();

    Session *m_session;
    // Once it is built:
    TimelinePane *m_pane = nullptr;
    EmptyState *m_empty = nullptr;
};
