// SPDX-License-Identifier: MIT
#include "ui/views/pulsetrace.h"

#include "loop/loopmonitor.h"
#include "ui/theme/contrast.h"
#include "ui/theme/theme.h"
#include "ui/views/lagtext.h"
#include "ui/views/pulsetraceaccessible.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace {

constexpr int columnWidth = 3; // a bar of two pixels and a gap
constexpr double lowestNs = 100'000;
constexpr double highestNs = 3'000'000'000;
constexpr qint64 frameNs = 16'000'000;

} // namespace

PulseTrace::PulseTrace(const LoopMonitor &monitor, QWidget *parent)
    : QWidget(parent)
    , m_monitor(monitor)
{
    PulseTraceAccessible::install();
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Heartbeat of the loop"));
    setToolTip(tr("How late the heartbeat of the event loop came, for the last ten seconds. "
                  "The dashed line is one frame, 16 ms."));
}

void PulseTrace::refresh()
{
    if (isVisible() && lastColumn() != m_paintedColumn)
        update();
}

QRect PulseTrace::stallRect(const Stall &stall) const
{
    const int left = std::max(0, xOf(stall.beginNs));
    const int right = xOf(stall.endNs);
    return right <= 0 ? QRect() : QRect(left, 0, std::max(columnWidth, right - left), height());
}

QString PulseTrace::valueText() const
{
    return lagSummaryText(m_monitor.recent());
}

qint64 PulseTrace::columnNs() const
{
    return LagWindow::lengthNs / std::max(1, width() / columnWidth);
}

/// The right edge is the last beat. Columns are counted from the clock's zero, so that a beat stays
/// in its column while the trace moves by whole columns.
qint64 PulseTrace::lastColumn() const
{
    return m_monitor.lastBeatNs() / columnNs();
}

int PulseTrace::xOf(qint64 timeNs) const
{
    return width() - int(lastColumn() - timeNs / columnNs() + 1) * columnWidth;
}

int PulseTrace::heightOf(qint64 lagNs) const
{
    const double share = std::log(std::max(double(lagNs), lowestNs) / lowestNs)
        / std::log(highestNs / lowestNs);
    return std::clamp(int(std::lround(share * (height() - 2))), 2, height());
}

std::vector<QRect> PulseTrace::bars() const
{
    std::vector<QRect> bars;
    for (const LagSample &sample : m_monitor.samples()) {
        const int x = xOf(sample.timeNs);
        const int barHeight = heightOf(sample.lagNs);
        const QRect bar(x, height() - barHeight, columnWidth - 1, barHeight);
        if (bars.empty() || bars.back().x() != x)
            bars.push_back(bar);
        else if (bars.back().height() < barHeight)
            bars.back() = bar;
    }
    return bars;
}

void PulseTrace::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    m_paintedColumn = lastColumn();
    const int frameY = height() - heightOf(frameNs);
    QPen dashes(mixed(theme.line, theme.secondaryText, 0.25));
    dashes.setDashPattern({3, 4});
    painter.setPen(dashes);
    painter.drawLine(0, frameY, width(), frameY);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.beat);
    const std::vector<QRect> columns = bars();
    painter.drawRects(columns.data(), int(columns.size()));
    for (const Stall &stall : m_monitor.stalls())
        paintStall(painter, stall);
}

void PulseTrace::paintStall(QPainter &painter, const Stall &stall) const
{
    const QRect rect = stallRect(stall);
    if (rect.isEmpty())
        return;
    const Theme &theme = Theme::current();
    const bool hang = stall.kind == Stall::Kind::Hang;
    const QColor colour = hang ? theme.stall : theme.congestion;
    painter.fillRect(rect, mixed(theme.surface, colour, hang ? 0.2 : 0.1));
    if (!hang)
        painter.fillRect(rect, QBrush(mixed(theme.surface, colour, 0.45), Qt::BDiagPattern));
    painter.fillRect(rect.adjusted(0, rect.height() - 2, 0, 0), colour);
    paintStallText(painter, rect, stall);
}

void PulseTrace::paintStallText(QPainter &painter, const QRect &rect, const Stall &stall) const
{
    constexpr int margin = 6;
    const Theme &theme = Theme::current();
    const bool hang = stall.kind == Stall::Kind::Hang;
    QFont demiBold = Theme::numberFont(font());
    demiBold.setWeight(QFont::DemiBold);
    painter.setFont(demiBold);
    const QString text = stallText(stall);
    const int needed = painter.fontMetrics().horizontalAdvance(text) + 2 * margin;
    QRect place = rect;
    if (rect.width() < needed) { // beside it, on the side that has room
        const int left = rect.left() >= needed ? rect.left() - needed : rect.right() + 1;
        place = QRect(left, 0, needed, height() / 2);
        painter.fillRect(place.adjusted(2, 0, -2, 0), theme.surface);
    } else if (!hang) { // keep the hatching off the words
        QRect ground(0, 0, needed, painter.fontMetrics().height() + 2);
        ground.moveCenter(rect.center());
        painter.fillRect(ground, mixed(theme.surface, theme.congestion, 0.1));
    }
    painter.setPen(hang ? theme.stallText : theme.congestionText);
    painter.drawText(place, Qt::AlignCenter, text);
    painter.setPen(Qt::NoPen);
}
