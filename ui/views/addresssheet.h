// SPDX-License-Identifier: MIT
#pragma once

#include "ui/views/clipboardtext.h"
#include "work/addressreader.h"

#include <QPlainTextEdit>

/// A sheet to write a list of addresses on. It holds what a person can look through and a text
/// document can lay out within a frame; a text with which it would be longer goes into
/// outgrown() instead, whether it is pasted or dropped.
class AddressSheet final : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit AddressSheet(QWidget *parent = nullptr);

    static constexpr qsizetype maxChars = 64 << 10;
    static constexpr qsizetype maxLines = 2'000;
    /// Looks at no more than maxChars of it.
    static bool holds(QStringView text);
    static bool holds(const QByteArray &text);

    /// A pasted text is still on its way.
    bool isFetching() const { return m_clipboard.isFetching(); }
    /// Nobody changes it any more, and nothing that is still on its way does.
    void freeze();

signals:
    /// isFetching() is another now.
    void fetchingChanged();
    /// There was nothing to be pasted.
    void failed(const QString &sentence);
    /// \p whole returns what the sheet would hold now, and is not for this thread. It is as it was.
    void outgrown(const AddressReader::Fetch &whole);

protected:
    bool canInsertFromMimeData(const QMimeData *data) const override;
    void insertFromMimeData(const QMimeData *data) override;

private:
    void insert(QTextCursor cursor, const QString &text);
    template <typename Text> void outgrow(const QTextCursor &cursor, const Text &text);

    ClipboardText m_clipboard;
    QTextCursor m_pasteAt; // where, when it was asked for
};
