// SPDX-License-Identifier: MIT
#include "ui/views/addresssheet.h"

#include <QMimeData>

namespace {

QByteArray utf8(const QString &text)
{
    return text.toUtf8();
}

const QByteArray &utf8(const QByteArray &text)
{
    return text;
}

} // namespace

AddressSheet::AddressSheet(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTabChangesFocus(true);
    connect(&m_clipboard, &ClipboardText::fetched, this, [this](const QByteArray &text) {
        if (text.isEmpty())
            emit failed(ClipboardText::nothing());
        else if (holds(text))
            insert(m_pasteAt, QString::fromUtf8(text));
        else
            outgrow(m_pasteAt, text);
    });
    connect(&m_clipboard, &ClipboardText::fetchingChanged, this, &AddressSheet::fetchingChanged);
}

void AddressSheet::freeze()
{
    m_clipboard.stop();
    setReadOnly(true);
}

bool AddressSheet::holds(QStringView text)
{
    return text.size() <= maxChars && text.count(u'\n') < maxLines;
}

bool AddressSheet::holds(const QByteArray &text)
{
    return text.size() <= maxChars && text.count('\n') < maxLines;
}

/// Qt 6.4 looks at the first of no formats when nobody owns the clipboard, and dies of it.
bool AddressSheet::canInsertFromMimeData(const QMimeData *data) const
{
    if (ClipboardText::elsewhere(data))
        return true;
    return data && !data->formats().isEmpty() && QPlainTextEdit::canInsertFromMimeData(data);
}

void AddressSheet::insertFromMimeData(const QMimeData *data)
{
    if (!data || isReadOnly())
        return;
    if (const auto mode = ClipboardText::elsewhere(data)) {
        m_pasteAt = textCursor();
        m_clipboard.fetch(*mode);
    } else if (data->hasText()) {
        insert(textCursor(), data->text());
    }
}

void AddressSheet::insert(QTextCursor cursor, const QString &text)
{
    if (!holds(text))
        return outgrow(cursor, text);
    const QString all = toPlainText();
    const int from = cursor.selectionStart();
    const int to = cursor.selectionEnd();
    if (!holds(all.first(from) + text + all.sliced(to)))
        return outgrow(cursor, text);
    cursor.insertText(text);
    ensureCursorVisible();
}

template <typename Text> void AddressSheet::outgrow(const QTextCursor &cursor, const Text &text)
{
    const QString all = toPlainText();
    const QString before = all.first(cursor.selectionStart());
    const QString after = all.sliced(cursor.selectionEnd());
    emit outgrown([before, text, after](const std::stop_token &) {
        return AddressText {before.toUtf8() + utf8(text) + after.toUtf8()};
    });
}
