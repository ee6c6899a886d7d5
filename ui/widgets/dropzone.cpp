// SPDX-License-Identifier: MIT
#include "ui/widgets/dropzone.h"

#include <QDropEvent>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

using namespace Qt::StringLiterals;

DropZone::DropZone(QWidget *window)
    : QObject(window)
{
    window->setAcceptDrops(true);
    window->installEventFilter(this);
}

QString DropZone::fileIn(const QMimeData &data)
{
    constexpr qsizetype longestPath = 16 << 10; // 4096 bytes, each of them encoded
    if (!data.hasUrls())
        return {};
    const QByteArray uris = data.data(u"text/uri-list"_s); // urls() would take all of them apart
    if (uris.size() > longestPath || uris.trimmed().contains('\n'))
        return {};
    return QUrl::fromEncoded(uris.trimmed()).toLocalFile();
}

/// By its name, as on the command line.
QString DropZone::traceIn(const QMimeData &data)
{
    const QString path = fileIn(data);
    return path.endsWith(".json"_L1, Qt::CaseInsensitive) ? path : QString();
}

bool DropZone::eventFilter(QObject *, QEvent *event)
{
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::Drop)
        return false;
    auto *drop = static_cast<QDropEvent *>(event);
    if (!drop->mimeData()->hasUrls() && !drop->mimeData()->hasText())
        return false;
    drop->acceptProposedAction();
    if (event->type() == QEvent::Drop)
        take(*drop->mimeData());
    return true;
}

void DropZone::take(const QMimeData &data)
{
    if (const QString trace = traceIn(data); !trace.isEmpty())
        emit traceDropped(trace);
    else
        emit listDropped(data);
}
