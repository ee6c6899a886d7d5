// SPDX-License-Identifier: MIT
#include "ui/views/timelineview.h"

#include "record/recording.h"
#include "ui/theme/controlpaint.h"
#include "ui/views/timelineaccessible.h"
#include "ui/views/timelinehit.h"
#include "ui/views/timelinekeys.h"
#include "ui/views/timelinepainter.h"
#include "ui/views/timelinepointer.h"
#include "ui/views/timelinetext.h"
#include "views/moment.h"
#include "views/spanindex.h"

#include <QFocusEvent>
#include <QPainter>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace {
constexpr int clockMs = 33;
}

TimelineView::TimelineView(const SpanIndex &index, Moment &moment, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_index(index)
    , m_moment(moment)
    , m_scene {.index = index}
    , m_pointer(new TimelinePointer(*this))
{
    TimelineAccessible::install();
    setAccessibleName(tr("Timeline"));
    setObjectName(u"Timeline"_s);
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    viewport()->setMouseTracking(true);
    viewport()->installEventFilter(m_pointer);
    const QFontMetrics metrics = fontMetrics();
    m_scene.geometry.gutter = metrics.horizontalAdvance(tr("network 88")) + 26;
    m_clock.setInterval(clockMs);
    setupConnections();
    refresh();
}

TimelineView::~TimelineView() = default;

void TimelineView::setupConnections()
{
    connect(&m_clock, &QTimer::timeout, this, &TimelineView::refresh);
    connect(&m_index, &SpanIndex::changed, this, &TimelineView::refresh);
    connect(&m_index, &SpanIndex::cleared, this, &TimelineView::restart);
    connect(&m_moment, &Moment::jumped, this, &TimelineView::followMoment);
}

/// A new recording: nothing of the old one is left to look at.
void TimelineView::restart()
{
    m_scene.selected = TaskId::None;
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
    const bool goesOn = m_index.isBusy() && m_moment.isLive() && !m_moment.recording().isTrace();
    if (goesOn != m_clock.isActive())
        goesOn ? m_clock.start() : m_clock.stop();
    viewport()->update();
}

void TimelineView::moveTime()
{
    const Recording &recording = m_moment.recording();
    m_scene.nowNs = m_index.isBusy() ? recording.nowNs() : m_index.endNs();
    m_scene.scale.setRange(m_index.beginNs(), m_scene.nowNs);
    if (m_isFollowing && recording.isTrace())
        m_scene.scale.fit(); // nothing more comes, so all of it is of interest
    else if (m_isFollowing && m_moment.isLive())
        m_scene.scale.showEnd(followedNs);
}

void TimelineView::layoutLanes()
{
    TimelineGeometry &geometry = m_scene.geometry;
    geometry.size = viewport()->size();
    geometry.fitLanes(m_index.laneCount(), m_isCompact);
    m_scene.scale.setWidth(geometry.plotWidth());
    verticalScrollBar()->setPageStep(geometry.plotHeight());
    verticalScrollBar()->setSingleStep(geometry.lane);
    verticalScrollBar()->setRange(
        0, std::max(0, geometry.contentHeight() + 8 - geometry.plotHeight()));
    geometry.scroll = verticalScrollBar()->value();
}

bool TimelineView::isEmpty() const
{
    return m_index.laneCount() == 1 && m_index.track(0).size() == 0;
}

void TimelineView::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
    refresh();
}

void TimelineView::followMoment()
{
    if (m_moment.isLive()) {
        m_scene.cursorNs.reset();
    } else {
        m_scene.cursorNs = m_moment.timeNs();
        m_scene.scale.reveal(*m_scene.cursorNs);
    }
    refresh();
}

void TimelineView::setFollowing(bool isFollowing)
{
    if (isFollowing == m_isFollowing)
        return;
    m_isFollowing = isFollowing;
    emit followingChanged(isFollowing);
    refresh();
}

/// Somebody looks at a time of his own choice.
void TimelineView::look()
{
    setFollowing(false);
    viewport()->update();
}

void TimelineView::zoom(double x, double factor)
{
    m_scene.scale.zoomAt(x - m_scene.geometry.gutter, factor);
    look();
}

void TimelineView::pan(double pixels)
{
    m_scene.scale.pan(pixels);
    look();
}

void TimelineView::fit()
{
    m_scene.scale.fit();
    look();
}

void TimelineView::goToBegin()
{
    m_scene.scale.pan(1e15);
    look();
}

void TimelineView::goToEnd()
{
    m_scene.scale.pan(-1e15);
    look();
}

void TimelineView::scrollLanes(int pixels)
{
    verticalScrollBar()->setValue(verticalScrollBar()->value() + pixels);
}

void TimelineView::measure(qint64 fromNs, qint64 toNs)
{
    m_scene.measured = {fromNs, toNs};
    say(TimelineText::measured(m_scene));
    viewport()->update();
}

void TimelineView::clearMeasure()
{
    if (!m_scene.measured)
        return;
    m_scene.measured.reset();
    viewport()->update();
}

QString TimelineView::spanText(SpanRef ref) const
{
    return TimelineText::span(m_index, ref, m_moment.live(), m_base, m_scene.nowNs);
}

void TimelineView::hover(const QPoint &position)
{
    const SpanRef ref = TimelineHit::spanAt(m_scene, position);
    if (!(ref == m_scene.hovered)) {
        m_scene.hovered = ref;
        viewport()->update();
    }
    say(ref.isValid() ? spanText(ref) : TimelineHit::textAt(m_scene, position));
}

void TimelineView::hoverNothing()
{
    if (m_scene.hovered.isValid())
        viewport()->update();
    m_scene.hovered = {};
    say(m_scene.current.isValid() ? spanText(m_scene.current) : TimelineText::measured(m_scene));
}

void TimelineView::selectAt(const QPoint &position)
{
    select(TimelineHit::spanAt(m_scene, position));
}

void TimelineView::select(SpanRef ref)
{
    const TaskId task = ref.isValid() ? m_index.span(ref).task : TaskId::None;
    const bool isOther = task != m_scene.selected;
    m_scene.current = ref;
    m_scene.selected = task;
    if (ref.isValid())
        say(spanText(ref));
    if (isOther)
        emit taskSelected(task);
    viewport()->update();
    QAccessibleValueChangeEvent event(this, valueText());
    QAccessible::updateAccessibility(&event);
}

void TimelineView::selectTask(TaskId task)
{
    if (task == m_scene.selected)
        return;
    m_scene.selected = task;
    m_scene.current = {};
    viewport()->update();
}

void TimelineView::selectNeighbour(int direction)
{
    SpanRef ref = m_scene.current.isValid() ? m_scene.current : m_index.lastOf(m_scene.selected);
    if (!ref.isValid())
        return selectInLane(1);
    const qint64 next = qint64(ref.index) + direction;
    const int row = m_index.rowOf(ref);
    if (next < 0 || next >= qint64(m_index.track(row).size()))
        return;
    ref.index = quint32(next);
    m_scene.scale.reveal(m_index.span(ref).beginNs);
    look();
    select(ref);
}

void TimelineView::selectInLane(int direction)
{
    const SpanRef from
        = m_scene.current.isValid() ? m_scene.current : m_index.lastOf(m_scene.selected);
    const int fromRow = from.isValid() ? m_index.rowOf(from)
        : direction > 0                ? -1
                                       : m_index.laneCount();
    const qint64 ns = from.isValid() ? m_index.span(from).beginNs
                                     : m_scene.nsAt(m_scene.geometry.plot().center().x());
    for (int row = fromRow + direction; row >= 0 && row < m_index.laneCount(); row += direction) {
        if (m_index.track(row).size() == 0)
            continue;
        const SpanRef ref = m_index.refAt(row, m_index.track(row).nearest(ns, Span::openEnd / 4));
        m_scene.scale.reveal(m_index.span(ref).beginNs);
        const QRect lane = m_scene.geometry.laneRect(row);
        scrollLanes(std::min(0, lane.top())
                    + std::max(0, lane.bottom() - m_scene.geometry.plotHeight()));
        return select(ref);
    }
}

void TimelineView::inspectSelected()
{
    if (m_scene.selected != TaskId::None)
        emit inspectRequested(m_scene.selected);
}

void TimelineView::showMoment(qint64 ns)
{
    m_moment.showAt(std::clamp(ns, m_scene.scale.beginNs(), m_scene.scale.endNs()));
}

void TimelineView::step(int events)
{
    m_moment.step(events);
    const TaskEvent *event = m_moment.lastEvent();
    say(event ? TimelineText::event(m_index, *event, m_moment.board(), m_base) : QString());
}

void TimelineView::showLive()
{
    m_moment.showLive();
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
                           .arg(TimelineText::moment(m_index, m_scene.scale.fromNs()),
                                TimelineText::moment(m_index, m_scene.scale.toNs()))
                           .arg(m_index.laneCount())};
    const SpanRef ref
        = m_scene.current.isValid() ? m_scene.current : m_index.lastOf(m_scene.selected);
    if (ref.isValid())
        parts.append(tr("selected: %1").arg(spanText(ref)));
    if (m_scene.measured)
        parts.append(tr("measured: %1").arg(TimelineText::measured(m_scene)));
    if (m_scene.cursorNs)
        parts.append(tr("paused at %1").arg(TimelineText::moment(m_index, *m_scene.cursorNs)));
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

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    if (!TimelineKeys::press(*this, *event))
        event->ignore(); // the window has keys, too
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
