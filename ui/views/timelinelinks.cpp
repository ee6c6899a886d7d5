// SPDX-License-Identifier: MIT
#include "ui/views/timelinelinks.h"

#include "ui/theme/theme.h"
#include "views/spanindex.h"

#include <QPainter>
#include <QPainterPath>

namespace {
constexpr qsizetype maxChildren = 200; // more arrows than that say nothing, but cost
constexpr double arrowSize = 4;
} // namespace

TimelineLinks::TimelineLinks(QPainter &painter, const TimelineScene &scene)
    : m_painter(painter)
    , m_scene(scene)
{
}

void TimelineLinks::paint()
{
    if (m_scene.selected == TaskId::None)
        return;
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    const TaskId parent = m_scene.index.parentOf(m_scene.selected);
    QList<TaskId> children = m_scene.index.childrenOf(m_scene.selected);
    children.resize(std::min(children.size(), maxChildren));
    frame(parent, 1);
    for (const TaskId child : children)
        frame(child, 1);
    join(m_scene.selected);
    arrow(parent, m_scene.selected);
    for (const TaskId child : children)
        arrow(m_scene.selected, child);
    frame(m_scene.selected, 1.5);
    if (m_scene.current.isValid())
        frameSpan(m_scene.current, 2.5);
    m_painter.restore();
}

void TimelineLinks::frame(TaskId task, double width)
{
    for (SpanRef ref = m_scene.index.lastOf(task); ref.isValid();
         ref = m_scene.index.span(ref).previous)
        frameSpan(ref, width);
}

void TimelineLinks::frameSpan(SpanRef ref, double width)
{
    const Span &span = m_scene.index.span(ref);
    const QRect bar = m_scene.geometry.barRect(m_scene.index.rowOf(ref));
    const QRect plot = m_scene.geometry.plot();
    // Within sight, as the ends may be millions of pixels away.
    const double left = std::clamp(m_scene.xOf(span.beginNs), plot.x() - 9.0, plot.right() + 9.0);
    const double right = std::clamp(m_scene.xOf(std::min(span.endNs, m_scene.nowNs)),
                                    plot.x() - 9.0, plot.right() + 9.0);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(Theme::current().text, width));
    m_painter.drawRoundedRect(QRectF(left, bar.y(), std::max(3.0, right - left - 1), bar.height())
                                  .adjusted(-0.5, -0.5, 0.5, 0.5),
                              2.5, 2.5);
}

double TimelineLinks::middleOf(SpanRef ref) const
{
    return m_scene.geometry.barRect(m_scene.index.rowOf(ref)).center().y() + 0.5;
}

/// From the end of a span to the begin of the next of the same task.
void TimelineLinks::join(TaskId task)
{
    const SpanIndex &index = m_scene.index;
    SpanRef later = index.lastOf(task);
    while (later.isValid() && index.span(later).previous.isValid()) {
        const SpanRef earlier = index.span(later).previous;
        curve({m_scene.xOf(index.span(earlier).endNs), middleOf(earlier)},
              {m_scene.xOf(index.span(later).beginNs), middleOf(later)});
        later = earlier;
    }
}

void TimelineLinks::arrow(TaskId parent, TaskId child)
{
    const SpanIndex &index = m_scene.index;
    SpanRef from = index.lastOf(parent);
    const SpanRef to = index.firstOf(child);
    if (!from.isValid() || !to.isValid())
        return;
    const qint64 beginNs = index.span(to).beginNs;
    while (index.span(from).beginNs > beginNs && index.span(from).previous.isValid())
        from = index.span(from).previous;
    const qint64 leaveNs = std::clamp(
        beginNs, index.span(from).beginNs,
        std::max(index.span(from).beginNs, std::min(index.span(from).endNs, m_scene.nowNs)));
    curve({m_scene.xOf(leaveNs), middleOf(from)}, {m_scene.xOf(beginNs), middleOf(to)});
}

void TimelineLinks::curve(const QPointF &from, const QPointF &to)
{
    const QRect plot = m_scene.geometry.plot();
    if (std::max(from.x(), to.x()) < plot.x() - 50 || std::min(from.x(), to.x()) > plot.right() + 50
        || std::abs(from.x() - to.x()) > 20'000)
        return;
    const double bend = std::clamp(std::abs(to.x() - from.x()) / 2, 6.0, 40.0);
    QPainterPath path(from);
    path.cubicTo(from + QPointF(bend, 0), to - QPointF(bend, 0), to);
    const QColor ink = Theme::current().text;
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(ink, 1.25));
    m_painter.drawPath(path);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(ink);
    m_painter.drawPolygon(QPolygonF({to, to + QPointF(-arrowSize - 1, -arrowSize + 1),
                                     to + QPointF(-arrowSize - 1, arrowSize - 1)}));
}
