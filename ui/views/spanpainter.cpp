// SPDX-License-Identifier: MIT
#include "ui/views/spanpainter.h"

#include "ui/theme/contrast.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <cmath>

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
