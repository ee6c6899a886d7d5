// SPDX-License-Identifier: MIT
#include "ui/pulse/pulsetrace.h"

#include "session/playhead.h"
#include "ui/style/contrast.h"
#include "ui/style/theme.h"
#include "ui/widgets/chartaccessible.h"
#include "ui/widgets/lagscale.h"
#include "ui/widgets/lagtext.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 frameNs = 16'000'000;

} // namespace

RecordedPulse RecordedPulse::upTo(const Playhead &playhead)
{
    RecordedPulse pulse {.endNs = playhead.timeNs()};
    const qint64 beginNs = pulse.endNs - LagWindow::lengthNs;
    for (const LateBeat &beat : playhead.projection().lateBeats(beginNs, pulse.endNs))
        pulse.samples.push_back({.timeNs = beat.timeNs, .lagNs = beat.lagNs});
    const Stalls &stalls = playhead.projection().stalls();
    for (qint64 number = stalls.lastNumber(); number >= stalls.firstNumber(); --number) {
        const StallReceipt &stall = stalls.at(number);
        if (stall.endNs < beginNs)
            break;
        if (stall.recordedNs > pulse.endNs)
            continue;
        pulse.stalls.push_front(
            {.beginNs = stall.beginNs,
             .endNs = std::min(stall.endNs, pulse.endNs),
             .kind = stall.isCongestion ? StallKind::Congestion : StallKind::Hang});
    }
    return pulse;
}

qint64 RecordedPulse::worstNs() const
{
    qint64 worst = 0;
    for (const LagSample &sample : samples)
        worst = std::max(worst, sample.lagNs);
    for (const Stall &stall : stalls) { // a beat that did not come yet is as late already
        if (stall.endNs == endNs)
            worst = std::max(worst, stall.lengthNs());
    }
    return worst;
}

PulseTrace::PulseTrace(const LoopMonitor &monitor, QWidget *parent)
    : QWidget(parent)
    , m_monitor(monitor)
{
    ChartAccessible<PulseTrace>::install();
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Heartbeat of the loop"));
    setMouseTracking(true);
    setToolTip(whatItShows());
}

void PulseTrace::setRecorded(std::optional<RecordedPulse> pulse)
{
    m_recorded = std::move(pulse);
    setToolTip(whatItShows());
    update();
}

const std::deque<LagSample> &PulseTrace::samples() const
{
    return m_recorded ? m_recorded->samples : m_monitor.samples();
}

const std::deque<Stall> &PulseTrace::stalls() const
{
    return m_recorded ? m_recorded->stalls : m_monitor.stalls();
}

qint64 PulseTrace::lastNs() const
{
    return m_recorded ? m_recorded->endNs : m_monitor.lastBeatNs();
}

QString PulseTrace::whatItShows() const
{
    if (m_recorded)
        return tr("How late the heartbeat of the event loop came, for the ten seconds up to the "
                  "moment shown. Beats less than a millisecond late are not recorded. The dashed "
                  "line is one frame, 16 ms.");
    return tr("How late the heartbeat of the event loop came, for the last ten seconds. "
              "The dashed line is one frame, 16 ms.");
}

void PulseTrace::refresh()
{
    if (isVisible() && lastColumn() != m_paintedColumn)
        update();
}

QRect PulseTrace::stallRect(const Stall &stall) const
{
    const int left = std::max(0, xOf(stall.beginNs));
    const int right = xOf(stall.endNs) + LagScale::columnWidth; // with the column of the late beat
    return right <= 0 ? QRect() : QRect(left, 0, right - left, height());
}

QString PulseTrace::valueText() const
{
    QStringList parts {m_recorded ? tr("worst %1").arg(lagText(m_recorded->worstNs()))
                                  : lagSummaryText(m_monitor.recent())};
    for (const Stall &stall : stalls())
        parts.append(stallText(stall));
    return parts.join(u"; "_s);
}

qint64 PulseTrace::columnNs() const
{
    return LagWindow::lengthNs / std::max(1, width() / LagScale::columnWidth);
}

/// The right edge is the last beat, or the moment shown. Columns are counted from the clock's zero,
/// so that a beat stays in its column while the trace moves by whole columns.
qint64 PulseTrace::lastColumn() const
{
    return lastNs() / columnNs();
}

int PulseTrace::xOf(qint64 timeNs) const
{
    return width() - int(lastColumn() - timeNs / columnNs() + 1) * LagScale::columnWidth;
}

std::vector<QRect> PulseTrace::bars() const
{
    std::vector<QRect> bars;
    for (const LagSample &sample : samples()) {
        const int x = xOf(sample.timeNs);
        const int barHeight = LagScale::height(sample.lagNs, height());
        const QRect bar(x, height() - barHeight, LagScale::columnWidth - 1, barHeight);
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
    const int frameY = height() - LagScale::height(frameNs, height());
    QPen dashes(mixed(theme.line, theme.secondaryText, 0.25));
    dashes.setDashPattern({3, 4});
    painter.setPen(dashes);
    painter.drawLine(0, frameY, width(), frameY);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.beat);
    const std::vector<QRect> columns = bars();
    painter.drawRects(columns.data(), int(columns.size()));
    for (const Stall &stall : stalls())
        paintStall(painter, stall);
    paintStallTexts(painter);
}

const Stall *PulseTrace::stallAt(QPoint place) const
{
    const auto found = std::ranges::find_if(stalls(), [this, place](const Stall &stall) {
        return stallRect(stall).adjusted(-2, -height(), 2, 0).contains(place);
    });
    return found == stalls().end() ? nullptr : &*found;
}

void PulseTrace::mouseMoveEvent(QMouseEvent *event)
{
    const bool isOnStall = stallAt(event->position().toPoint());
    setCursor(isOnStall ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setToolTip(isOnStall ? tr("Show the receipt of this stall") : whatItShows());
}

void PulseTrace::mousePressEvent(QMouseEvent *event)
{
    const Stall *stall = stallAt(event->position().toPoint());
    if (stall && event->button() == Qt::LeftButton)
        emit stallClicked(stall->beginNs + stall->lengthNs() / 2);
}

void PulseTrace::paintStall(QPainter &painter, const Stall &stall) const
{
    const QRect rect = stallRect(stall);
    if (rect.isEmpty())
        return;
    const Theme &theme = Theme::current();
    const bool hang = stall.kind == StallKind::Hang;
    const QColor colour = hang ? theme.stall : theme.congestion;
    painter.fillRect(rect, mixed(theme.surface, colour, hang ? 0.2 : 0.1));
    if (!hang)
        painter.fillRect(rect, QBrush(mixed(theme.surface, colour, 0.45), Qt::BDiagPattern));
    painter.fillRect(rect.adjusted(0, rect.height() - 2, 0, 0), colour);
}

/// The longest first, as that is the one people look for; its words may cover the block of a
/// shorter one, which then keeps silent where there is no room left.
void PulseTrace::paintStallTexts(QPainter &painter) const
{
    painter.setFont(Theme::strong(Theme::numberFont(font())));
    std::deque<Stall> longest = stalls();
    std::ranges::stable_sort(longest, std::ranges::greater(), &Stall::lengthNs);
    std::vector<QRect> taken;
    for (const Stall &stall : longest) {
        const QRect place = placeOfText(painter.fontMetrics(), stall, taken);
        taken.push_back(stallRect(stall));
        if (place.isEmpty())
            continue;
        paintStallText(painter, place, stall);
        taken.push_back(place);
    }
}

QRect PulseTrace::placeOfText(const QFontMetrics &metrics, const Stall &stall,
                              const std::vector<QRect> &taken) const
{
    constexpr int margin = 4;
    const QRect block = stallRect(stall);
    QRect place(0, 0, metrics.horizontalAdvance(stallText(stall)) + 2 * margin,
                metrics.height() + 2);
    const auto isFree = [this, &place, &taken] {
        return rect().contains(place) && std::ranges::none_of(taken, [&place](const QRect &other) {
                   return other.intersects(place);
               });
    };
    if (block.width() >= place.width()) {
        place.moveCenter(block.center());
        return isFree() ? place : QRect();
    }
    for (const int left : {block.left() - place.width(), block.right() + 1}) {
        place.moveTo(left, 0);
        if (isFree())
            return place;
    }
    return {};
}

void PulseTrace::paintStallText(QPainter &painter, const QRect &place, const Stall &stall) const
{
    const Theme &theme = Theme::current();
    const bool hang = stall.kind == StallKind::Hang;
    const bool beside = !stallRect(stall).contains(place);
    if (beside || !hang) // keep bars and hatching off the words
        painter.fillRect(place,
                         beside ? theme.surface : mixed(theme.surface, theme.congestion, 0.1));
    painter.setPen(hang ? theme.stallText : theme.congestionText);
    painter.drawText(place, Qt::AlignCenter, stallText(stall));
}
