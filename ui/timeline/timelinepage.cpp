// SPDX-License-Identifier: MIT
#include "ui/timeline/timelinepage.h"

#include "session/session.h"
#include "ui/style/theme.h"
#include "ui/timeline/timelinepane.h"
#include "ui/timeline/timelineview.h"
#include "ui/widgets/emptystate.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

TimelinePage::TimelinePage(Session &session, QWidget *parent)
    : Page(IconName::Timeline, tr("Timeline"), u"timeline"_s, parent)
    , m_session(&session)
{
}

void TimelinePage::makeContents()
{
    m_pane = new TimelinePane(*m_session, TimelinePane::Kind::Page, this);
    auto *title = new QLabel(this->title(), this);
    title->setFont(Theme::strong(font(), 1.35));
    auto *hint = new QLabel(tr("The wheel zooms, a drag moves, with Shift it measures. Drag in the "
                               "ruler to go back in time."),
                            this);
    hint->setForegroundRole(QPalette::PlaceholderText);
    hint->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(4);
    layout->addWidget(title);
    layout->addWidget(hint);
    layout->addSpacing(6);
    layout->addWidget(m_pane, 1);
    m_empty = new EmptyState(IconName::Timeline, {}, m_pane->view().viewport());
    connect(m_empty, &EmptyState::actionTriggered, this, &TimelinePage::runRequested);
    connect(&m_pane->view(), &TimelineView::inspectRequested, this,
            &TimelinePage::inspectRequested);
    setSession(*m_session);
}

void TimelinePage::setSession(Session &session)
{
    m_session->disconnectView(*this);
    m_session = &session;
    if (!isBuilt())
        return;
    m_pane->setSession(session);
    connect(&session.playhead(), &Playhead::spansChanged, this, &TimelinePage::showWhetherEmpty);
    m_empty->setSentence(session.isGrowing() ? tr("Every fetch and every computation appears here "
                                                  "as a bar in the lane it ran in.")
                                             : tr("Nothing ran in this trace."));
    m_empty->setAction(session.isGrowing() ? tr("Fetch something now") : QString());
    showWhetherEmpty();
}

void TimelinePage::showWhetherEmpty()
{
    m_empty->setVisible(view().isEmpty());
}

TimelineView &TimelinePage::view()
{
    build();
    return m_pane->view();
}

bool TimelinePage::step(int events)
{
    view().step(events);
    return true;
}
