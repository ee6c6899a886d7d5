// SPDX-License-Identifier: MIT
#include "ui/lab/runchartpainter.h"

#include "session/tasktext.h"
#include "ui/style/contrast.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace {
constexpr int gap = 6;
constexpr double thinnest = 1.5; // of what took no time to speak of
} // namespace

RunChartGeometry RunChartGeometry::of(QSize size, int axisHeight, qsizetype rowCount,
                                      qint64 beginNs, qint64 lengthNs)
{
    RunChartGeometry geometry;
    const int width = std::max(1, size.width());
    geometry.axis = {0, size.height() - axisHeight, width, axisHeight};
    geometry.pulse = {0, geometry.axis.top() - pulseHeight, width, pulseHeight};
    geometry.rows = {0, 0, width, std::max(1, geometry.pulse.top() - gap)};
    geometry.scale.setWidth(width);
    geometry.scale.setRange(beginNs, beginNs + lengthNs);
    geometry.scale.fit();
    geometry.pitch = std::min(
        highestPitch, double(geometry.rows.height()) / double(std::max<qsizetype>(1, rowCount)));
    const double between = geometry.pitch >= 16 ? 4
        : geometry.pitch >= 8                   ? 3
        : geometry.pitch >= 3                   ? 1
                                                : 0;
    geometry.barHeight = geometry.pitch - between;
    return geometry;
}

QRectF RunChartGeometry::bar(qsizetype row, qint64 fromNs, qint64 toNs) const
{
    const double left = std::max(double(rows.left()), xOf(fromNs));
    const double right = std::max(left + thinnest, xOf(toNs));
    return {left, rows.top() + double(row) * pitch, right - left, barHeight};
}

qsizetype RunChartGeometry::rowAt(int y, qsizetype rowCount) const
{
    const auto row = qsizetype((y - rows.top()) / pitch);
    return y < rows.top() || y > rows.bottom() || row >= rowCount ? -1 : row;
}

namespace {

constexpr int glyph = 12;
constexpr double leastWithOutline = 5; // pixels of height
constexpr int column = LagScale::columnWidth;

bool isBad(TaskStatus status)
{
    return isFinished(status) && status != TaskStatus::Succeeded;
}

} // namespace

RunChartPainter::RunChartPainter(QPainter &painter, const RunChartGeometry &geometry)
    : m_painter(painter)
    , m_geometry(geometry)
{
    m_painter.setRenderHint(QPainter::Antialiasing);
}

void RunChartPainter::paintTasks(const RunTrace &trace, qint64 nowNs)
{
    m_painter.save();
    m_painter.setClipRect(m_geometry.rows);
    qsizetype place = 0;
    for (const RunRow &row : trace.rows())
        paintTask(place++, row, nowNs);
    place = 0;
    for (const RunRow &row : trace.rows()) { // above all others, which may lie upon them
        if (isBad(row.status))
            paintBadEnd(lastBar(place, row, nowNs), row.status);
        ++place;
    }
    m_painter.restore();
}

void RunChartPainter::paintTask(qsizetype place, const RunRow &row, qint64 nowNs)
{
    const Theme &theme = Theme::current();
    for (const RunSpan &span : row.spans) {
        const bool isLast = &span == &row.spans.back();
        if (span.endNs == span.beginNs && !isLast)
            continue; // queued and started at once
        const QRectF bar = m_geometry.bar(place, span.beginNs, span.endNs < 0 ? nowNs : span.endNs);
        const QColor colour = isLast && isBad(row.status) ? theme.status(row.status)
            : span.kind == RunSpan::Kind::Suspended       ? theme.status(TaskStatus::Suspended)
            : span.kind == RunSpan::Kind::Queued          ? theme.status(TaskStatus::Queued)
                                                          : theme.status(TaskStatus::Running);
        paintSpan(bar, span.kind, colour);
    }
}

QRectF RunChartPainter::lastBar(qsizetype place, const RunRow &row, qint64 nowNs) const
{
    const RunSpan &last = row.spans.back();
    return m_geometry.bar(place, last.beginNs, last.endNs < 0 ? nowNs : last.endNs);
}

/// What waits is hollow, what runs is full.
void RunChartPainter::paintSpan(const QRectF &bar, RunSpan::Kind kind, const QColor &colour)
{
    const bool isHollow = kind == RunSpan::Kind::Queued;
    const bool hasOutline = isHollow && bar.height() >= leastWithOutline && bar.width() > 4;
    const Theme &theme = Theme::current();
    const double radius = bar.height() >= 6 ? std::min(2.0, bar.width() / 2) : 0;
    m_painter.setPen(hasOutline ? QPen(mixed(theme.surface, colour, 0.6), 1) : QPen(Qt::NoPen));
    m_painter.setBrush(isHollow ? mixed(theme.surface, colour, hasOutline ? 0.12 : 0.35) : colour);
    const double half = hasOutline ? 0.5 : 0;
    m_painter.drawRoundedRect(bar.adjusted(half, half, -half, -half), radius, radius);
}

/// Its sign behind it, or, where rows are too thin for that, a cap that stands out.
void RunChartPainter::paintBadEnd(const QRectF &last, TaskStatus status)
{
    const QColor colour = Theme::current().status(status);
    if (last.height() < glyph - 2) {
        m_painter.fillRect(QRectF(last.right(), last.top(), 4, std::max(2.0, last.height())),
                           colour);
        return;
    }
    const double room = m_geometry.rows.right() - glyph;
    const QPointF place(std::min(last.right() + 3, room), last.center().y() - glyph / 2.0);
    const QRectF ground(place - QPointF(1, 0), QSizeF(glyph + 2, glyph));
    if (last.right() + 3 > room) // upon its bar
        m_painter.fillRect(ground, Theme::current().surface);
    m_painter.drawPixmap(place,
                         Icons::pixmap(Icons::nameOf(status), glyph, colour,
                                       m_painter.device()->devicePixelRatio()));
}

void RunChartPainter::paintPulse(const QList<LagSample> &pulse, LagScale scale)
{
    const Theme &theme = Theme::current();
    const QRect place = m_geometry.pulse;
    std::vector<int> heights(size_t(place.width() / column + 1), 0);
    for (const LagSample &sample : pulse) {
        const double x = m_geometry.scale.xOf(sample.timeNs);
        if (x >= 0 && x < place.width()) {
            int &height = heights[size_t(x / column)];
            height = std::max(height, LagScale::height(sample.lagNs, place.height()));
        }
    }
    for (size_t i = 0; i < heights.size(); ++i)
        m_painter.fillRect(place.left() + int(i) * column, place.bottom() + 1 - heights[i],
                           column - 1, heights[i], theme.beat);
    for (const LagSample &sample : pulse) {
        if (scale.isStall(sample.lagNs))
            paintStall(sample);
    }
}

/// The gap before a beat that came too late.
void RunChartPainter::paintStall(const LagSample &sample)
{
    const Theme &theme = Theme::current();
    QRectF block = m_geometry.bar(0, sample.timeNs - sample.lagNs, sample.timeNs);
    block.setTop(m_geometry.pulse.top());
    block.setBottom(m_geometry.pulse.bottom() + 1);
    block.setRight(std::min(block.right() + column, double(m_geometry.pulse.right())));
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(theme.stall);
    m_painter.drawRoundedRect(block, 2, 2);
    const QString text = TaskText::seconds(sample.lagNs);
    if (m_painter.fontMetrics().horizontalAdvance(text) + 8 > block.width())
        return;
    m_painter.setPen(theme.isDark ? theme.window : theme.surface);
    m_painter.drawText(block, Qt::AlignCenter, text);
}

void RunChartPainter::paintAxis()
{
    const Theme &theme = Theme::current();
    const QRect place = m_geometry.axis;
    m_painter.fillRect(place.left(), place.top(), place.width(), 1, theme.line);
    m_painter.setPen(theme.secondaryText);
    const QFontMetrics metrics = m_painter.fontMetrics();
    for (const TimeTick &tick : m_geometry.scale.ticks(72)) {
        const int width = metrics.horizontalAdvance(tick.label);
        const double x = std::clamp(tick.x - width / 2.0, 0.0, double(place.width() - width));
        m_painter.fillRect(
            QRectF(place.left() + std::min(tick.x, place.width() - 1.0), place.top(), 1, 4),
            theme.secondaryText);
        m_painter.drawText(QRectF(place.left() + x, place.top() + 4, width + 2, place.height() - 4),
                           Qt::AlignLeft | Qt::AlignVCenter, tick.label);
    }
}
