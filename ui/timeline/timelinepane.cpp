// SPDX-License-Identifier: MIT
#include "ui/timeline/timelinepane.h"

#include "session/session.h"
#include "ui/style/controlpaint.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/timeline/timelineview.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

TimelinePane::TimelinePane(Session &session, Kind kind, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_title(new QLabel(tr("Timeline"), this))
    , m_readout(new QLabel(this))
    , m_follow(addButton(tr("Follow live"), tr("Keep the newest in view")))
    , m_fit(addButton(tr("Fit"), tr("Show the whole run, once more all that was recorded (F)")))
    , m_fold(addButton(tr("Fold"), tr("Fold the timeline up, or unfold it")))
{
    m_view = new TimelineView(session, this); // last, for the order of the Tab key
    m_view->setCompact(kind == Kind::Strip);
    m_title->setFont(Theme::strong(font()));
    m_title->setVisible(kind == Kind::Strip);
    m_readout->setFont(Theme::numberFont(font()));
    m_readout->setForegroundRole(QPalette::PlaceholderText);
    m_readout->setAccessibleName(tr("Readout"));
    m_readout->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_readout->setTextFormat(Qt::PlainText);
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    m_fold->setText({});
    m_fold->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_fold->setIcon(Icons::icon(IconName::Chevron, IconInk::Secondary));
    m_fold->setVisible(kind == Kind::Strip);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 3, 8, 3);
    head->setSpacing(6);
    head->addWidget(m_title);
    head->addSpacing(6);
    head->addWidget(m_readout, 1);
    for (QToolButton *button : {m_follow, m_fit, m_fold})
        head->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, kind == Kind::Strip ? 0 : 8);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_view, 1);
    connect(m_view, &TimelineView::readoutChanged, this, &TimelinePane::showReadout);
    connect(m_view, &TimelineView::followingChanged, m_follow, &QToolButton::setChecked);
    connect(m_follow, &QToolButton::clicked, m_view, &TimelineView::setFollowing);
    connect(m_fit, &QToolButton::clicked, m_view, &TimelineView::fit);
    connect(m_fold, &QToolButton::clicked, this, [this] { setFolded(!isFolded()); });
    setSession(session);
}

void TimelinePane::setSession(Session &session)
{
    m_view->session().disconnectView(*this);
    m_view->setSession(session);
    m_follow->setVisible(session.isGrowing() && !isFolded());
    connect(&session.playhead(), &Playhead::spansChanged, this, &TimelinePane::showReadout);
    showReadout();
}

QToolButton *TimelinePane::addButton(const QString &text, const QString &tip)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

bool TimelinePane::isFolded() const
{
    return m_view->isHidden();
}

void TimelinePane::setFolded(bool isFolded)
{
    m_isFoldedByItself = false;
    fold(isFolded);
}

void TimelinePane::setCramped(bool isCramped)
{
    if (std::exchange(m_isCramped, isCramped) == isCramped)
        return;
    if (isCramped && !isFolded()) {
        m_isFoldedByItself = true;
        fold(true);
    } else if (!isCramped && std::exchange(m_isFoldedByItself, false)) {
        fold(false);
    }
}

void TimelinePane::fold(bool isFolded)
{
    m_view->setHidden(isFolded);
    m_follow->setVisible(!isFolded && m_view->session().isGrowing());
    m_fit->setHidden(isFolded);
    m_fold->setAccessibleName(isFolded ? tr("Unfold") : tr("Fold"));
    layout()->activate();
    setMaximumHeight(isFolded ? minimumSizeHint().height() : QWIDGETSIZE_MAX);
}

/// Always in the same place, cut off where it is too long: what changes under a moving pointer must
/// not move anything else.
void TimelinePane::showReadout()
{
    const QString text = !m_view->readout().isEmpty() ? m_view->readout()
        : m_view->isEmpty()                           ? tr("What runs appears here, lane by lane.")
                                                      : tr("Point at a bar to read what it is.");
    m_readout->setText(
        m_readout->fontMetrics().elidedText(text, Qt::ElideRight, m_readout->width()));
}

void TimelinePane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showReadout();
}

void TimelinePane::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    if (m_kind == Kind::Strip) {
        painter.fillRect(rect(), theme.surface);
        painter.fillRect(0, 0, width(), 1, theme.line);
        return;
    }
    ControlPaint::panel(painter, rect(), theme.surface, theme.line, Theme::cardRadius);
}
