// SPDX-License-Identifier: MIT
#pragma once

#include "fetch/addressreader.h"
#include "ui/workbench/clipboardtext.h"

#include <QDialog>
#include <QPlainTextEdit>
#include <QTimer>

class QDialogButtonBox;
class QLabel;
class QPushButton;

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

/// A sheet to write or paste a list of addresses, an address on each line. Says while one writes
/// which lines are bad and why. A list that is too long for a sheet is shown as what it is: its
/// name, how much it holds, its first lines, and what is wrong with it; it cannot be changed then.
/// GUI thread.
class AddressEditor final : public QDialog
{
    Q_OBJECT
public:
    /// Without a text the person begins with an empty sheet.
    explicit AddressEditor(const QByteArray &text, QWidget *parent = nullptr);

    /// Shows \p source, which is too long for the sheet.
    void showWhole(const AddressSource &source);
    /// It is too long for the sheet, and source() is the list.
    bool isWhole() const { return m_isWhole; }
    const AddressSource &source() const { return m_source; }
    QByteArray text() const;

private:
    void judge();
    void outgrow(const AddressReader::Fetch &whole);
    void becomeWhole();
    void tell(const AddressSource &source);
    void tellWhole();
    void fail(const QString &sentence);
    void updateUse();

    AddressReader m_reader;
    AddressSource m_source; // as it was read last
    bool m_isWhole = false;
    QLabel *m_title; // of a list that is too long for the sheet
    QLabel *m_hint;
    AddressSheet *m_sheet;
    QLabel *m_verdict;
    QDialogButtonBox *m_buttons;
    QPushButton *m_use;
    QTimer m_pause; // judges when the typing rests
};
