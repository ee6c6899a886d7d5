// SPDX-License-Identifier: MIT
#pragma once

#include "job/job.h"

#include <QWidget>

class AddressField;
class QComboBox;
class QPushButton;
class QSettings;
class SettingsReader;
class QSpinBox;

/// The line above the table: what to fetch, under which limits, what to do with it, and Run.
class RunControls final : public QWidget
{
    Q_OBJECT
public:
    explicit RunControls(QWidget *parent = nullptr);

    AddressField &addresses() { return *m_addresses; }
    QPushButton &runButton() { return *m_run; }
    JobOptions options() const;
    int inFlight() const;
    int perHost() const;

    /// Run was pressed. A list that is still being read is waited for first, with the loop turning.
    void run();
    bool isWaiting() const { return m_isWaiting; }
    /// Nobody waits for it any more.
    void giveUp();

    void save(QSettings &settings) const;
    void restore(SettingsReader &settings);

signals:
    /// Run was pressed, and the addresses are there.
    void runRequested();
    /// isWaiting() is another now; before runRequested(), when that is why.
    void waitingChanged();
    /// In flight or per host was changed: applies to what runs, too.
    void limitsChanged();

private:
    void setupLayout();
    QWidget *labelled(const QString &label, QWidget *control);

    AddressField *m_addresses;
    QSpinBox *m_inFlight;
    QSpinBox *m_perHost;
    QSpinBox *m_timeLimit;
    QComboBox *m_then;
    QPushButton *m_run;
    bool m_isWaiting = false;
};
