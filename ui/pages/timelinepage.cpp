// SPDX-License-Identifier: MIT
#include "ui/pages/timelinepage.h"

#include "ui/views/emptystate.h"
#include "ui/views/timelinepane.h"
#include "ui/views/timelineview.h"
#include "views/spanindex.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

TimelinePage::TimelinePage(const SpanIndex &index, Moment &moment, QWidget *parent)
    : QWidget(parent)
    , m_pane(new TimelinePane(index, moment, TimelinePane::Kind::Page, this))
{
    setObjectName(u"timeline"_s);
    auto *title = new QLabel(tr("Timeline"), this);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.35);
    large.setWeight(QFont::DemiBold);
    title->setFont(large);
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
    auto *empty
        = new EmptyState(IconName::Timeline,
                         tr("Every fetch and every computation appears here as a bar in the "
                            "lane it ran in."),
                         m_pane->view().viewport());
    empty->setAction(tr("Fetch something now"));
    connect(empty, &EmptyState::actionTriggered, this, &TimelinePage::runRequested);
    const auto showEmpty = [this, empty] { empty->setVisible(view().isEmpty()); };
    connect(&index, &SpanIndex::changed, empty, showEmpty);
    showEmpty();
}

TimelineView &TimelinePage::view()
{
    return m_pane->view();
}
