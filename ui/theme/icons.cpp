// SPDX-License-Identifier: MIT
#include "ui/theme/icons.h"

#include "ui/theme/iconengine.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>

using namespace Qt::StringLiterals;

namespace {

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
