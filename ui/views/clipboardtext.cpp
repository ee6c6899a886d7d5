// SPDX-License-Identifier: MIT
#include "ui/views/clipboardtext.h"

#include "ui/views/x11selection.h"

#include <QGuiApplication>
#include <QtConcurrentRun>

#include <utility>

using namespace Qt::StringLiterals;

ClipboardText::ClipboardText(QObject *parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        const QByteArray text = m_watcher.future().takeResult();
        if (!std::exchange(m_isFetching, false))
            return; // stopped in the meantime
        emit fetched(text);
        if (!m_isFetching)
            emit fetchingChanged();
    });
}

ClipboardText::~ClipboardText()
{
    m_stop.request_stop();
}

bool ClipboardText::isAtHand(QClipboard::Mode mode)
{
    const QClipboard *clipboard = QGuiApplication::clipboard();
    const bool isOurs
        = mode == QClipboard::Clipboard ? clipboard->ownsClipboard() : clipboard->ownsSelection();
    return isOurs || !X11Selection::isAvailable();
}

std::optional<QClipboard::Mode> ClipboardText::elsewhere(const QMimeData *data)
{
    for (const auto mode : {QClipboard::Clipboard, QClipboard::Selection}) {
        if (!isAtHand(mode) && data == QGuiApplication::clipboard()->mimeData(mode))
            return mode;
    }
    return {};
}

QString ClipboardText::nothing()
{
    return tr("There is no text to be pasted, or more than 64 MB of it.");
}

void ClipboardText::fetch(QClipboard::Mode mode)
{
    const auto selection = mode == QClipboard::Clipboard ? "CLIPBOARD"_ba : "PRIMARY"_ba;
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_watcher.setFuture(QtConcurrent::run([selection, stop = m_stop.get_token()] {
        return X11Selection::text(selection, maxBytes, stop);
    }));
    if (!std::exchange(m_isFetching, true))
        emit fetchingChanged();
}

void ClipboardText::stop()
{
    m_stop.request_stop();
    if (std::exchange(m_isFetching, false))
        emit fetchingChanged();
}
