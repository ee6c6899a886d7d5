// SPDX-License-Identifier: MIT
#pragma once

#include "ui/views/addresssource.h"

#include <QFrame>

class QLineEdit;
class QMimeData;
class QToolButton;

/// One line that says which addresses will be fetched, and takes others: typed or pasted into it,
/// opened from a file, dropped on it, or written in the editor. A pasted text of several lines
/// becomes the list. Accessible name of the line: Addresses.
class AddressField final : public QFrame
{
    Q_OBJECT
public:
    explicit AddressField(QWidget *parent = nullptr);

    /// The set that is used while nobody gave another one.
    void setPracticeSet(const QStringList &addresses);
    void usePracticeSet();
    /// \p label says where \p text comes from.
    void setText(const QByteArray &text, const QString &label);
    /// Reads \p path on a pool thread; a clear sentence comes by failed() when that is impossible.
    void openFile(const QString &path);

    /// The file in \p data, or its text.
    void take(const QMimeData &data);

    /// What Run would fetch now.
    AddressSource source() const;

    static constexpr qint64 maxFileBytes = 64LL << 20;

public slots:
    void chooseFile();
    void edit();

signals:
    void sourceChanged();
    void failed(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void setSource(const AddressSource &source);
    bool pasteLines();
    void describe();

    QLineEdit *m_line;
    QToolButton *m_practice;
    QStringList m_practiceSet;
    AddressSource m_source;
};
