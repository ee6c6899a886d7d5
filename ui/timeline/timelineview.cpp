// SPDX-License-Identifier: MIT
#include "ui/timeline/timelineview.h"

#include "session/session.h"
#include "ui/style/controlpaint.h"
#include "ui/timeline/timelinepainter.h"
#include "ui/timeline/timelinetext.h"
#include "ui/widgets/chartaccessible.h"

#include <QFocusEvent>
#include <QPainter>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace {

constexpr int clockMs = 33;

/// Where a session was left.
struct KeptView
{
    TimeScale scale {};
    int scroll = 0;
    bool isFollowing = true;
};

} // namespace

TimelineView::TimelineView(Session &session, QWidget *parent)
    : QAbstractScrollArea(parent)
{
    ChartAccessible<TimelineView>::install();
    setAccessibleName(tr("Timeline"));
    setObjectName(u"Timeline"_s);
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    viewport()->setMouseTracking(true);
    const QFontMetrics metrics = fontMetrics();
    m_scene.geometry.gutter = metrics.horizontalAdvance(tr("network 88")) + 26;
    m_clock.setInterval(clockMs);
    connect(&m_clock, &QTimer::timeout, this, &TimelineView::refresh);
    setSession(session);
}

void TimelineView::setSession(Session &session)
{
    if (m_session) {
        keep();
        m_session->disconnectView(*this);
    }
    m_session = &session;
    const auto kept = session.property(keptName()).value<KeptView>();
    m_scene = {.projection = &session.playhead().projection(),
               .scale = kept.scale,
               .geometry = m_scene.geometry,
               .selected = session.selectedTask()};
    m_isFollowing = kept.isFollowing;
    const Playhead *playhead = &session.playhead();
    connect(playhead, &Playhead::spansChanged, this, &TimelineView::refresh);
    connect(playhead, &Playhead::reset, this, &TimelineView::restart);
    connect(playhead, &Playhead::jumped, this, &TimelineView::followMoment);
    connect(&session, &Session::selected, this, &TimelineView::followSelection);
    say({});
    session.property(keptName()).isValid() ? markMoment() : followMoment(); // it stays where it was
    verticalScrollBar()->setValue(kept.scroll);
}

void TimelineView::keep()
{
    m_session->setProperty(keptName(),
                           QVariant::fromValue(KeptView {.scale = m_scene.scale,
                                                         .scroll = m_scene.geometry.scroll,
                                                         .isFollowing = m_isFollowing}));
}

/// Of the property of a session; the strip and the page look at different parts.
const char *TimelineView::keptName() const
{
    return m_isCompact ? "timelineStrip" : "timelinePage";
}

const Spans &TimelineView::spans() const
{
    return m_scene.projection->spans();
}

/// A new recording: nothing of the old one is left to look at.
void TimelineView::restart()
{
    m_scene.current = m_scene.hovered = {};
    m_scene.measured.reset();
    say({});
    setFollowing(true);
}

/// Takes in what is new. Costs nothing while nobody looks.
void TimelineView::refresh()
{
    if (!isVisible())
        return;
    moveTime();
    layoutLanes();
    const bool goesOn
        = spans().isBusy() && m_session->playhead().isLive() && m_session->isGrowing();
    if (goesOn != m_clock.isActive())
        goesOn ? m_clock.start() : m_clock.stop();
    viewport()->update();
}

void TimelineView::moveTime()
{
    const Recording &recording = m_session->recording();
    m_scene.nowNs = spans().isBusy() ? recording.nowNs() : spans().endNs();
    m_scene.scale.setRange(spans().beginNs(), m_scene.nowNs);
    if (m_isFollowing && !recording.isGrowing())
        m_scene.scale.fit(); // nothing more comes, so all of it is of interest
    else if (m_isFollowing && m_session->playhead().isLive())
        m_scene.scale.showEnd(std::clamp(m_scene.nowNs - recording.acquisitionNs(),
                                         TimeScale::shortestRangeNs, followedNs));
}

void TimelineView::layoutLanes()
{
    TimelineGeometry &geometry = m_scene.geometry;
    geometry.size = viewport()->size();
    geometry.fitLanes(spans().laneCount(), m_isCompact);
    m_scene.scale.setWidth(geometry.plotWidth());
    verticalScrollBar()->setPageStep(geometry.plotHeight());
    verticalScrollBar()->setSingleStep(geometry.lane);
    verticalScrollBar()->setRange(
        0, std::max(0, geometry.contentHeight() + 8 - geometry.plotHeight()));
    geometry.scroll = verticalScrollBar()->value();
}

bool TimelineView::isEmpty() const
{
    return spans().laneCount() == 1 && spans().track(0).size() == 0;
}

void TimelineView::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
    refresh();
}

void TimelineView::followMoment()
{
    if (!m_session->playhead().isLive())
        m_scene.scale.reveal(m_session->playhead().timeNs());
    markMoment();
}

void TimelineView::markMoment()
{
    const Playhead &playhead = m_session->playhead();
    m_scene.cursorNs = playhead.isLive() ? std::nullopt : std::optional(playhead.timeNs());
    emit followingChanged(isFollowing());
    refresh();
}

bool TimelineView::isFollowing() const
{
    return m_isFollowing && m_session->playhead().isLive();
}

void TimelineView::setFollowing(bool isFollowing)
{
    if (isFollowing)
        m_session->playhead().showLive();
    if (std::exchange(m_isFollowing, isFollowing) == isFollowing)
        return;
    emit followingChanged(this->isFollowing());
    refresh();
}

/// Somebody looks at a time of his own choice.
void TimelineView::look()
{
    setFollowing(false);
    viewport()->update();
}

void TimelineView::fit()
{
    const TimeScale before = m_scene.scale;
    m_scene.scale.show(m_session->recording().acquisitionNs(), before.endNs());
    if (m_scene.scale == before)
        m_scene.scale.fit();
    look();
}

QString TimelineView::spanText(SpanRef ref) const
{
    if (m_session->playhead().isLive())
        return TimelineText::span(spans(), ref, m_session->playhead().latest(),
                                  m_session->baseAddress(), m_scene.nowNs);
    const bool isKnown
        = m_session->playhead().board().task(spans().span(ref).task); // what comes later is not
    return TimelineText::span(
        spans(), ref, isKnown ? m_session->playhead().board() : m_session->playhead().latest(),
        m_session->baseAddress(), isKnown ? m_session->playhead().timeNs() : m_scene.nowNs);
}

void TimelineView::select(SpanRef ref)
{
    const TaskId task = ref.isValid() ? spans().span(ref).task : TaskId::None;
    m_session->select(task);
    m_scene.current = ref; // which of its spans
    if (ref.isValid())
        say(spanText(ref));
    viewport()->update();
    QAccessibleValueChangeEvent event(this, valueText());
    QAccessible::updateAccessibility(&event);
}

void TimelineView::followSelection()
{
    if (std::exchange(m_scene.selected, m_session->selectedTask()) == m_scene.selected)
        return;
    m_scene.current = {};
    viewport()->update();
}

void TimelineView::step(int events)
{
    m_session->playhead().step(events);
    const TaskEvent *event = m_session->playhead().lastEvent();
    say(event ? TimelineText::event(spans(), *event, m_session->playhead().board(),
                                    m_session->baseAddress())
              : QString());
}

void TimelineView::showLive()
{
    m_session->playhead().showLive();
    say({});
}

void TimelineView::say(const QString &text)
{
    if (text == m_readout)
        return;
    m_readout = text;
    emit readoutChanged(text);
}

QString TimelineView::valueText() const
{
    QStringList parts {tr("from %1 to %2, lanes: %3")
                           .arg(TimelineText::moment(spans(), m_scene.scale.fromNs()),
                                TimelineText::moment(spans(), m_scene.scale.toNs()))
                           .arg(spans().laneCount())};
    const SpanRef ref = m_scene.current.isValid()
        ? m_scene.current
        : m_scene.projection->lastSpanOf(m_scene.selected);
    if (ref.isValid())
        parts.append(tr("selected: %1").arg(spanText(ref)));
    if (m_scene.measured)
        parts.append(tr("measured: %1").arg(TimelineText::measured(m_scene)));
    if (m_scene.cursorNs)
        parts.append(tr("paused at %1").arg(TimelineText::moment(spans(), *m_scene.cursorNs)));
    return parts.join(u"; "_s);
}

void TimelineView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setFont(font());
    TimelinePainter(painter, m_scene).paint();
    if (m_hasKeyFocus)
        ControlPaint::focusRing(painter, viewport()->rect());
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    refresh();
}

void TimelineView::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    refresh();
}

void TimelineView::hideEvent(QHideEvent *event)
{
    QAbstractScrollArea::hideEvent(event);
    m_clock.stop();
}

void TimelineView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        viewport()->update();
}

void TimelineView::focusInEvent(QFocusEvent *event)
{
    m_hasKeyFocus
        = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    viewport()->update();
}

void TimelineView::focusOutEvent(QFocusEvent *)
{
    m_hasKeyFocus = false;
    viewport()->update();
}

void TimelineView::scrollContentsBy(int, int)
{
    m_scene.geometry.scroll = verticalScrollBar()->value();
    viewport()->update();
}
