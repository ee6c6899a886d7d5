// SPDX-License-Identifier: MIT
#pragma once

#include "work/job.h"

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

    void save(QSettings &settings) const;
    void restore(SettingsReader &settings);

signals:
    void runRequested();
    /// In flight or per host was changed: applies to what runs, too.
    void limitsChanged();

private:
    QWidget *labelled(const QString &label, QWidget *control);

    AddressField *m_addresses;
    QSpinBox *m_inFlight;
    QSpinBox *m_perHost;
    QSpinBox *m_timeLimit;
    QComboBox *m_then;
    QPushButton *m_run;
};
