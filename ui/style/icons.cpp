// SPDX-License-Identifier: MIT
#include "ui/style/icons.h"

#include "ui/style/contrast.h"
#include "ui/style/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>

using namespace Qt::StringLiterals;

namespace {

/// Paints one of the project's icons in the colour its ink has at that moment.
class IconEngine final : public QIconEngine
{
public:
    IconEngine(IconName name, IconInk ink);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state,
                         qreal scale) override;
    QIconEngine *clone() const override;

private:
    QColor colour(QIcon::Mode mode, QIcon::State state) const;
    QColor statusColour() const;

    IconName m_name;
    IconInk m_ink;
};

IconEngine::IconEngine(IconName name, IconInk ink)
    : m_name(name)
    , m_ink(ink)
{
}

void IconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    const int extent = qMin(rect.width(), rect.height());
    QRect square(0, 0, extent, extent);
    square.moveCenter(rect.center());
    painter->drawPixmap(
        square,
        Icons::pixmap(m_name, extent, colour(mode, state), painter->device()->devicePixelRatio()));
}

QPixmap IconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    return Icons::pixmap(m_name, qMin(size.width(), size.height()), colour(mode, state), 1);
}

QPixmap IconEngine::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal)
{
    return pixmap(size, mode, state); // size is in device pixels already
}

QIconEngine *IconEngine::clone() const
{
    return new IconEngine(*this);
}

QColor IconEngine::colour(QIcon::Mode mode, QIcon::State state) const
{
    const Theme &theme = Theme::current();
    if (mode == QIcon::Disabled)
        return mixed(theme.surface, theme.secondaryText, 0.5);
    switch (m_ink) {
    case IconInk::Text:
    case IconInk::Secondary:
        if (mode == QIcon::Selected || state == QIcon::On)
            return theme.accent;
        return m_ink == IconInk::Text ? theme.text : theme.secondaryText;
    case IconInk::Accent: return theme.accent;
    case IconInk::OnAccent: return theme.accentText;
    case IconInk::Status: return statusColour();
    }
    Q_UNREACHABLE();
}

QColor IconEngine::statusColour() const
{
    const Theme &theme = Theme::current();
    for (int i = 0; i < taskStatusCount; ++i) {
        if (Icons::nameOf(TaskStatus(i)) == m_name)
            return theme.status(TaskStatus(i));
    }
    return m_name == IconName::Frozen || m_name == IconName::Stalls ? theme.stall : theme.text;
}

constexpr std::array<const char *, iconCount> fileNames {
    "workbench", "lab",       "timeline",   "stalls",    "run",    "stop",
    "retry",     "open",      "edit",       "paste",     "export", "search",
    "close",     "gallery",   "mandelbrot", "settings",  "help",   "copy",
    "queued",    "running",   "suspended",  "succeeded", "failed", "timedout",
    "cancelled", "abandoned", "frozen",     "chevron",   "check"};

QByteArray source(IconName name)
{
    static std::array<QByteArray, iconCount> sources;
    QByteArray &bytes = sources[size_t(name)];
    if (bytes.isEmpty()) {
        QFile file(u":/icons/%1.svg"_s.arg(QLatin1StringView(fileNames[size_t(name)])));
        if (file.open(QIODevice::ReadOnly))
            bytes = file.readAll();
    }
    return bytes;
}

} // namespace

QIcon Icons::icon(IconName name, IconInk ink)
{
    return QIcon(new IconEngine(name, ink)); // QIcon owns it
}

QIcon Icons::icon(TaskStatus status)
{
    return icon(nameOf(status), IconInk::Status);
}

IconName Icons::nameOf(TaskStatus status)
{
    switch (status) {
    case TaskStatus::Queued: return IconName::Queued;
    case TaskStatus::Running: return IconName::Running;
    case TaskStatus::Suspended: return IconName::Suspended;
    case TaskStatus::Succeeded: return IconName::Succeeded;
    case TaskStatus::Failed: return IconName::Failed;
    case TaskStatus::TimedOut: return IconName::TimedOut;
    case TaskStatus::Cancelled: return IconName::Cancelled;
    case TaskStatus::Abandoned: return IconName::Abandoned;
    }
    Q_UNREACHABLE();
}

QPixmap Icons::pixmap(IconName name, int extent, const QColor &colour, qreal devicePixelRatio)
{
    const int pixels = qMax(1, qRound(extent * devicePixelRatio));
    const QString key = u"loopscope %1 %2 %3 %4"_s.arg(int(name))
                            .arg(pixels)
                            .arg(colour.rgba())
                            .arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QByteArray svg = source(name);
    svg.replace("currentColor", colour.name().toLatin1());
    QSvgRenderer renderer(svg);
    pixmap = QPixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.end();
    pixmap.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}
