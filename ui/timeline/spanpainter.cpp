// SPDX-License-Identifier: MIT
#include "ui/timeline/spanpainter.h"

#include "session/playhead.h"
#include "ui/style/contrast.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

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
    const TaskId parent = m_scene.projection->parentOf(m_scene.selected);
    QList<TaskId> children = m_scene.projection->childrenOf(m_scene.selected);
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
    for (SpanRef ref = m_scene.projection->lastSpanOf(task); ref.isValid();
         ref = m_scene.projection->spans().span(ref).previous)
        frameSpan(ref, width);
}

void TimelineLinks::frameSpan(SpanRef ref, double width)
{
    const Span &span = m_scene.projection->spans().span(ref);
    const QRect bar = m_scene.geometry.barRect(m_scene.projection->spans().rowOf(ref));
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
    return m_scene.geometry.barRect(m_scene.projection->spans().rowOf(ref)).center().y() + 0.5;
}

/// From the end of a span to the begin of the next of the same task.
void TimelineLinks::join(TaskId task)
{
    const Spans &spans = m_scene.projection->spans();
    SpanRef later = m_scene.projection->lastSpanOf(task);
    while (later.isValid() && spans.span(later).previous.isValid()) {
        const SpanRef earlier = spans.span(later).previous;
        curve({m_scene.xOf(spans.span(earlier).endNs), middleOf(earlier)},
              {m_scene.xOf(spans.span(later).beginNs), middleOf(later)});
        later = earlier;
    }
}

void TimelineLinks::arrow(TaskId parent, TaskId child)
{
    const Spans &spans = m_scene.projection->spans();
    SpanRef from = m_scene.projection->lastSpanOf(parent);
    const SpanRef to = m_scene.projection->firstSpanOf(child);
    if (!from.isValid() || !to.isValid())
        return;
    const qint64 beginNs = spans.span(to).beginNs;
    while (spans.span(from).beginNs > beginNs && spans.span(from).previous.isValid())
        from = spans.span(from).previous;
    const qint64 leaveNs = std::clamp(
        beginNs, spans.span(from).beginNs,
        std::max(spans.span(from).beginNs, std::min(spans.span(from).endNs, m_scene.nowNs)));
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

namespace {

constexpr double blockPixels = 2; // what is narrower goes into a column
constexpr int steps = 5; // of darkness: few, so that neighbours are one rectangle
constexpr int glyph = 11;
constexpr int outstanding = 2; // pixels that a bad end is higher

bool isBad(TaskStatus status)
{
    return severity(status) > 0;
}

} // namespace

SpanPainter::SpanPainter(QPainter &painter, const TimelineScene &scene)
    : m_painter(painter)
    , m_scene(scene)
{
}

void SpanPainter::paint(const SpanTrack &track, const QRect &bar, const QColor &colour)
{
    m_colour = colour;
    m_runs.clear();
    m_columns.assign(size_t(m_scene.geometry.plotWidth()) + 1, {});
    const TimeScale &scale = m_scene.scale;
    const auto pixelNs = qint64(std::ceil(scale.nsPerPixel()));
    track.collect(scale.fromNs() - pixelNs, scale.toNs() + pixelNs, pixelNs, m_runs);
    const double leftmost = m_scene.geometry.gutter - 4.0;
    const double rightmost = m_scene.geometry.gutter + m_scene.geometry.plotWidth() + 4.0;
    for (const SpanRun &run : m_runs) {
        const double left = std::max(leftmost, m_scene.xOf(run.beginNs));
        const double right = std::min(rightmost, m_scene.xOf(std::min(run.endNs, m_scene.nowNs)));
        if (run.count == 1 && right - left >= blockPixels)
            paintBlock(track.at(run.first), bar, left, right);
        else
            takeIntoColumn(run);
    }
    paintColumns(bar);
}

void SpanPainter::paintBlock(const Span &span, const QRect &bar, double left, double right)
{
    const int x = int(std::lround(left));
    // a gap to the next
    const int width = std::max(1, int(std::lround(right)) - x - (right - left >= 4));
    QRect rect(x, bar.y(), width, bar.height());
    const Theme &theme = Theme::current();
    if (span.kind == SpanKind::Waiting) {
        // Hollow: it is there and does nothing.
        const int thickness = std::max(1, bar.height() / 5);
        m_painter.fillRect(rect.x(), bar.center().y() - thickness / 2, width, thickness,
                           theme.status(TaskStatus::Suspended));
        return;
    }
    if (!isBad(span.status))
        return fillRounded(rect, m_colour);
    if (width < glyph + 6 && bar.height() > 8)
        rect.adjust(0, -outstanding, 0, outstanding);
    fillRounded(rect, theme.status(span.status));
    if (width >= glyph + 6 && bar.height() >= glyph) {
        const int y = bar.y() + (bar.height() - glyph) / 2;
        m_painter.drawPixmap(rect.right() - glyph - 2, y,
                             Icons::pixmap(Icons::nameOf(span.status), glyph, theme.surface,
                                           m_painter.device()->devicePixelRatio()));
    }
}

void SpanPainter::takeIntoColumn(const SpanRun &run)
{
    const qint64 busyNs = run.endNs == Span::openEnd ? m_scene.nowNs - run.beginNs : run.busyNs;
    const auto column = qint64(std::floor(m_scene.scale.xOf(run.beginNs)));
    if (column < 0 || column >= qint64(m_columns.size()))
        return;
    Column &at = m_columns[size_t(column)];
    at.covered += double(std::max<qint64>(0, busyNs)) / m_scene.scale.nsPerPixel();
    at.covered = std::max(at.covered, 0.1); // however short, it is seen
    at.count += run.count;
    if (severity(run.notable) > severity(at.notable))
        at.notable = run.notable;
}

void SpanPainter::paintColumns(const QRect &bar)
{
    const Theme &theme = Theme::current();
    const auto darkness = [this](size_t column) {
        return std::min(steps, int(std::ceil(m_columns[column].covered * steps)));
    };
    const size_t count = m_columns.size();
    for (size_t first = 0; first < count;) {
        const int level = darkness(first);
        size_t end = first + 1;
        while (end < count && darkness(end) == level)
            ++end;
        if (level > 0) {
            const double share = 0.45 + 0.55 * level / steps;
            m_painter.fillRect(m_scene.geometry.gutter + int(first), bar.y(), int(end - first),
                               bar.height(), mixed(theme.surface, m_colour, share));
        }
        first = end;
    }
    paintBadEnds(bar);
}

void SpanPainter::paintBadEnds(const QRect &bar)
{
    const Theme &theme = Theme::current();
    const int cap = outstanding + std::max(2, bar.height() / 3);
    for (size_t first = 0; first < m_columns.size();) {
        const Column &column = m_columns[first];
        const bool isAlone = column.count == 1;
        size_t end = first + 1; // what looks the same side by side is one rectangle
        while (!isAlone && end < m_columns.size() && m_columns[end].count != 1
               && m_columns[end].notable == column.notable)
            ++end;
        if (isBad(column.notable)) {
            m_painter.fillRect(m_scene.geometry.gutter + int(first), bar.y() - outstanding,
                               std::max(2, int(end - first)),
                               isAlone ? bar.height() + 2 * outstanding : cap,
                               theme.status(column.notable));
        }
        first = end;
    }
}

/// Corners of a pixel or two: antialiased ones cost twenty times as much, and there are thousands.
void SpanPainter::fillRounded(const QRect &rect, const QColor &colour)
{
    if (rect.width() < 12 || rect.height() < 8) {
        m_painter.fillRect(rect, colour);
        return;
    }
    m_painter.fillRect(rect.adjusted(2, 0, -2, 0), colour);
    for (const auto &[x, inset] : {std::pair(rect.left(), 2), std::pair(rect.left() + 1, 1),
                                   std::pair(rect.right(), 2), std::pair(rect.right() - 1, 1)})
        m_painter.fillRect(x, rect.y() + inset, 1, rect.height() - 2 * inset, colour);
}
