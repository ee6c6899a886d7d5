// SPDX-License-Identifier: MIT
#pragma once

#include "work/addressreader.h"

#include <QDialog>
#include <QTimer>

class AddressSheet;
class QDialogButtonBox;
class QLabel;
class QPushButton;

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
