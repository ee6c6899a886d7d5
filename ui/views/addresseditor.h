// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>
#include <QTimer>

class QLabel;
class QPlainTextEdit;
class QPushButton;

/// A sheet to write or paste a list of addresses, an address on each line. Says while one writes
/// which lines are bad and why.
class AddressEditor final : public QDialog
{
    Q_OBJECT
public:
    explicit AddressEditor(const QByteArray &text, QWidget *parent = nullptr);

    static constexpr qsizetype maxTextBytes = 1 << 20; ///< more would make writing slow

    QByteArray text() const;

private:
    void judge();

    QPlainTextEdit *m_edit;
    QLabel *m_verdict;
    QPushButton *m_use;
    QTimer m_pause; // judges when the typing rests
};
