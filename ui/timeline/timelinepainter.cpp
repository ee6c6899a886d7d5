// SPDX-License-Identifier: MIT
#include "ui/timeline/timelinepainter.h"

#include "session/playhead.h"
#include "session/tasktext.h"
#include "ui/style/contrast.h"
#include "ui/style/theme.h"
#include "ui/timeline/spanpainter.h"
#include "ui/timeline/timelinetext.h"

#include <QCoreApplication>
#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr int minTickPixels = 96;
constexpr int namedLane = 13; // a lane lower than that is named together with those of its kind
constexpr int nameMargin = 12;

struct PainterTr
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

QString kindName(Lane::Kind kind)
{
    switch (kind) {
    case Lane::Kind::Network: return PainterTr::tr("network");
    case Lane::Kind::Pool: return PainterTr::tr("pool");
    case Lane::Kind::Coroutine: return PainterTr::tr("coroutines");
    case Lane::Kind::None:
    case Lane::Kind::Gui: return laneName({kind});
    }
    Q_UNREACHABLE();
}

} // namespace

TimelinePainter::TimelinePainter(QPainter &painter, const TimelineScene &scene)
    : m_painter(painter)
    , m_scene(scene)
{
}

void TimelinePainter::paint()
{
    m_painter.setFont(Theme::sized(m_painter.font(), 0.85));
    paintGround();
    m_painter.save();
    m_painter.setClipRect(m_scene.geometry.plot());
    paintStalls();
    paintLanes();
    TimelineLinks(m_painter, m_scene).paint();
    paintHovered();
    m_painter.restore();
    paintNames();
    paintRuler();
    paintMeasured();
    paintCursor();
}

void TimelinePainter::paintGround()
{
    const Theme &theme = Theme::current();
    m_painter.fillRect(QRect(QPoint(), m_scene.geometry.size), theme.surface);
    const QRect plot = m_scene.geometry.plot();
    for (const TimeTick &tick : m_scene.scale.ticks(minTickPixels))
        m_painter.fillRect(plot.x() + int(std::lround(tick.x)), 0, 1, plot.height(),
                           mixed(theme.surface, theme.line, 0.6));
}

void TimelinePainter::paintStalls()
{
    const Theme &theme = Theme::current();
    std::vector<SpanRun> runs;
    const TimeScale &scale = m_scene.scale;
    m_scene.projection->spans().stalls().collect(scale.fromNs(), scale.toNs(),
                                                 qint64(scale.nsPerPixel()), runs);
    const QRect plot = m_scene.geometry.plot();
    for (const SpanRun &run : runs) {
        const Span &stall = m_scene.projection->spans().stalls().at(run.first);
        const int left = int(std::lround(m_scene.xOf(run.beginNs)));
        const int right
            = std::max(left + 2, int(std::lround(m_scene.xOf(std::min(run.endNs, m_scene.nowNs)))));
        const QRect band(left, 0, right - left, plot.height());
        const QColor colour = stall.kind == SpanKind::Hang ? theme.stall
            : stall.kind == SpanKind::Congestion           ? theme.congestion
                                                           : theme.secondaryText;
        m_painter.fillRect(band, mixed(theme.surface, colour, theme.isDark ? 0.2 : 0.13));
        if (stall.kind != SpanKind::Hang)
            m_painter.fillRect(band, QBrush(mixed(theme.surface, colour, 0.35), Qt::BDiagPattern));
    }
}

/// On top of the loop's lane, where it happened: a block with what was to blame and how long it
/// was.
void TimelinePainter::paintStallBlock(const Span &stall, double left, double right)
{
    const Theme &theme = Theme::current();
    const QRect bar = m_scene.geometry.barRect(0);
    const QRect block(int(std::lround(left)), bar.y(),
                      std::max(2, int(std::lround(right)) - int(std::lround(left))), bar.height());
    const bool hang = stall.kind == SpanKind::Hang;
    const QColor colour = hang               ? theme.stall
        : stall.kind == SpanKind::Congestion ? theme.congestion
                                             : theme.secondaryText;
    m_painter.fillRect(block, colour);
    const QFont bold = Theme::strong(m_painter.font());
    const QString length = TaskText::length(stall.lengthNs(m_scene.nowNs));
    const QString culprit = m_scene.projection->culpritTextOf(stall.task);
    const QRect visible = block.intersected(m_scene.geometry.plot()).adjusted(5, 0, -5, 0);
    const QFontMetrics metrics(bold);
    if (bar.height() < metrics.ascent() || visible.width() < metrics.horizontalAdvance(length))
        return;
    const QString whole = culprit.isEmpty() ? length : culprit + u"  "_s + length;
    m_painter.save();
    m_painter.setFont(bold);
    m_painter.setPen(contrast(colour, Qt::white) > contrast(colour, Qt::black) ? Qt::white
                                                                               : Qt::black);
    m_painter.drawText(visible, Qt::AlignCenter,
                       metrics.horizontalAdvance(whole) <= visible.width() ? whole : length);
    m_painter.restore();
}

void TimelinePainter::paintLanes()
{
    const Theme &theme = Theme::current();
    SpanPainter painter(m_painter, m_scene);
    const Spans &spans = m_scene.projection->spans();
    const QRect plot = m_scene.geometry.plot();
    for (int row = 0; row < spans.laneCount(); ++row) {
        const QRect bar = m_scene.geometry.barRect(row);
        if (!bar.intersects(plot))
            continue;
        if (spans.lane(row).kind == Lane::Kind::Gui)
            painter.paint(spans.turns(), bar, theme.beat);
        painter.paint(spans.track(row), bar, colourOf(spans.lane(row)));
    }
    std::vector<SpanRun> runs;
    const TimeScale &scale = m_scene.scale;
    spans.stalls().collect(scale.fromNs(), scale.toNs(), qint64(scale.nsPerPixel()), runs);
    for (const SpanRun &run : runs)
        paintStallBlock(spans.stalls().at(run.first), m_scene.xOf(run.beginNs),
                        m_scene.xOf(std::min(run.endNs, m_scene.nowNs)));
}

void TimelinePainter::paintHovered()
{
    if (!m_scene.hovered.isValid())
        return;
    const Span &span = m_scene.projection->spans().span(m_scene.hovered);
    const QRect bar = m_scene.geometry.barRect(m_scene.projection->spans().rowOf(m_scene.hovered));
    const double left = m_scene.xOf(span.beginNs);
    const double right = m_scene.xOf(std::min(span.endNs, m_scene.nowNs));
    QColor light = Theme::current().text;
    light.setAlphaF(0.18F);
    m_painter.fillRect(QRectF(left, bar.y(), std::max(2.0, right - left), bar.height()), light);
}

/// The name that begins at \p row, and of how many \p rows it is.
QString TimelinePainter::nameOf(int row, int &rows) const
{
    const Spans &spans = m_scene.projection->spans();
    const Lane lane = spans.lane(row);
    rows = 1;
    if (m_scene.geometry.lane >= namedLane)
        return laneName(lane);
    while (row + rows < spans.laneCount() && spans.lane(row + rows).kind == lane.kind)
        ++rows;
    if (rows == 1)
        return laneName(lane);
    return u"%1 %2–%3"_s.arg(kindName(lane.kind))
        .arg(lane.number)
        .arg(spans.lane(row + rows - 1).number);
}

void TimelinePainter::paintNames()
{
    const Theme &theme = Theme::current();
    const QRect names = m_scene.geometry.names();
    m_painter.fillRect(names.adjusted(0, 0, 0, TimelineGeometry::ruler), theme.surface);
    m_painter.save();
    m_painter.setClipRect(names);
    for (int row = 0, rows = 1; row < m_scene.projection->spans().laneCount(); row += rows) {
        const QString name = nameOf(row, rows);
        QRect place = m_scene.geometry.laneRect(row);
        place.setHeight(place.height() * rows);
        place.setRight(names.right() - 6);
        place.setLeft(nameMargin);
        const QRect inView = place.intersected(names.adjusted(0, 0, 0, 0));
        if (rows > 1) {
            const QRect group = m_scene.geometry.laneRect(row);
            m_painter.fillRect(names.right() - 2, group.y() + 1, 2, group.height() * rows - 2,
                               theme.line);
        }
        const int height = m_painter.fontMetrics().height();
        if (inView.height() < std::min(height - 4, place.height()))
            continue;
        QRect text(place.x(), 0, place.width(), height);
        text.moveCenter({text.center().x(), (rows > 1 ? inView : place).center().y() + 1});
        m_painter.setPen(theme.secondaryText);
        m_painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                           m_painter.fontMetrics().elidedText(name, Qt::ElideRight, text.width()));
    }
    m_painter.restore();
    m_painter.fillRect(names.right(), 0, 1, names.height(), theme.line);
}

void TimelinePainter::paintRuler()
{
    const Theme &theme = Theme::current();
    const QRect ruler = m_scene.geometry.rulerRect();
    m_painter.fillRect(0, ruler.y(), m_scene.geometry.size.width(), 1, theme.line);
    m_painter.save();
    m_painter.setFont(Theme::numberFont(m_painter.font()));
    m_painter.setPen(theme.secondaryText);
    for (const TimeTick &tick : m_scene.scale.ticks(minTickPixels)) {
        const int x = ruler.x() + int(std::lround(tick.x));
        m_painter.fillRect(x, ruler.y() + 1, 1, 4, theme.line);
        const QRect place(x + 5, ruler.y() + 2, 200, ruler.height() - 2);
        if (place.x() + m_painter.fontMetrics().horizontalAdvance(tick.label) <= ruler.right() + 10)
            m_painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, tick.label);
    }
    m_painter.restore();
}

void TimelinePainter::paintMeasured()
{
    if (!m_scene.measured)
        return;
    const Theme &theme = Theme::current();
    const auto [from, to] = std::minmax(m_scene.measured->first, m_scene.measured->second);
    const QRect plot = m_scene.geometry.plot();
    const int left = int(std::lround(m_scene.xOf(from)));
    const int right = std::max(left + 1, int(std::lround(m_scene.xOf(to))));
    m_painter.save();
    m_painter.setClipRect(plot);
    QColor fill = theme.accent;
    fill.setAlphaF(0.16F);
    m_painter.fillRect(QRect(left, 0, right - left, plot.height()), fill);
    for (const int x : {left, right})
        m_painter.fillRect(x, 0, 1, plot.height(), theme.accent);
    m_painter.setFont(Theme::strong(Theme::numberFont(m_painter.font())));
    const QString text = TimelineText::measured(m_scene);
    QRect label(0, 3, m_painter.fontMetrics().horizontalAdvance(text) + 14,
                m_painter.fontMetrics().height() + 4);
    label.moveLeft(std::clamp((left + right - label.width()) / 2, plot.x() + 2,
                              std::max(plot.x() + 2, plot.right() - label.width())));
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(theme.accent);
    m_painter.drawRoundedRect(label, 4, 4);
    m_painter.setPen(theme.accentText);
    m_painter.drawText(label, Qt::AlignCenter, text);
    m_painter.restore();
}

/// What comes after the moment shown has not happened yet: it is there, but pale.
void TimelinePainter::paintCursor()
{
    if (!m_scene.cursorNs)
        return;
    const Theme &theme = Theme::current();
    const QRect plot = m_scene.geometry.plot();
    const int x = int(std::lround(m_scene.xOf(*m_scene.cursorNs)));
    QColor veil = theme.surface;
    veil.setAlphaF(0.65F);
    m_painter.save();
    m_painter.setClipRect(plot.adjusted(-6, 0, 6, TimelineGeometry::ruler));
    m_painter.fillRect(QRect(QPoint(std::max(x + 1, plot.x()), 0), plot.bottomRight()), veil);
    if (x >= plot.x() - 1) {
        m_painter.fillRect(x, 0, 1, plot.height(), theme.text);
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(theme.text);
        const int top = plot.height();
        m_painter.drawPolygon(QPolygonF({QPointF(x + 0.5, top - 1), QPointF(x + 6.5, top + 7),
                                         QPointF(x + 6.5, top + 13), QPointF(x - 5.5, top + 13),
                                         QPointF(x - 5.5, top + 7)}));
    }
    m_painter.restore();
}

QColor TimelinePainter::colourOf(Lane lane) const
{
    const Theme &theme = Theme::current();
    if (lane.kind == Lane::Kind::Pool)
        return mixed(theme.surface, theme.accent, 0.76);
    return theme.status(TaskStatus::Running);
}
