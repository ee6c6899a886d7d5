// SPDX-License-Identifier: MIT
#include "ui/views/dropzone.h"

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

/// By its name, as on the command line.
QString DropZone::traceIn(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    if (urls.size() != 1 || !urls.first().isLocalFile())
        return {};
    const QString path = urls.first().toLocalFile();
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
