// SPDX-License-Identifier: MIT
#pragma once

#include "fetch/addressreader.h"
#include "ui/workbench/clipboardtext.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QLineEdit;
class QMimeData;
class QToolButton;

/// One line that says which addresses will be fetched, and takes others: typed or pasted into it,
/// opened from a file, dropped on it, or written in the editor. A pasted text of several lines, or
/// one that is too long for the line, becomes the list. Whatever is long is read on another thread;
/// the latest wins. GUI thread. Accessible name of the line: Addresses.
class AddressField final : public QFrame
{
    Q_OBJECT
public:
    explicit AddressField(QWidget *parent = nullptr);

    /// The set that is used while nobody gave another one.
    void setPracticeSet(const QStringList &addresses);
    void usePracticeSet();
    /// \p label says where \p text comes from. A short one is the source at once.
    void setText(const QByteArray &text, const QString &label);
    /// Reads \p path on a pool thread; a clear sentence comes by failed() when that is impossible.
    void openFile(const QString &path);

    /// The file in \p data, or its text.
    void take(const QMimeData &data);

    /// What Run would fetch now; while isReading(), what it would have fetched before.
    AddressSource source() const;
    /// Another list is on its way.
    bool isReading() const { return m_reader.isReading() || m_clipboard.isFetching(); }

    static constexpr qint64 maxFileBytes = 64LL << 20;

public slots:
    void chooseFile();
    void edit();

signals:
    void sourceChanged();
    /// isReading() may be another now: after sourceChanged() or failed(), or the list was given up.
    void readingChanged();
    void failed(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void setupConnections();
    void setSource(const AddressSource &source);
    void takeRead(const AddressSource &source);
    bool paste(QClipboard::Mode mode);
    void insert(const QByteArray &text);
    void showMenu(const QPoint &place);
    void showReading();

    QLineEdit *m_line;
    QLabel *m_reading;
    QToolButton *m_practice;
    QToolButton *m_edit;
    QStringList m_practiceSet;
    AddressSource m_source;
    AddressReader m_reader;
    ClipboardText m_clipboard;
    int m_pasteAt = 0; // where in the line, when it was asked for; what was selected begins there
    QTimer m_soon; // most lists are there before anybody could read that they are read
};
