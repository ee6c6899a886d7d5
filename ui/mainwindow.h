// SPDX-License-Identifier: MIT
#pragma once

#include "ui/pages/workbench.h"

#include <QMainWindow>

class LoopMonitor;
class QSettings;
class QToolButton;

/// The one window: the pulse on top, below it the page.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(const WorkbenchParts &parts, LoopMonitor &monitor, QWidget *parent = nullptr);

    Workbench &workbench() { return *m_workbench; }
    /// \p settings that cannot be read are told of in one note, and defaults are used.
    void restore(const QSettings &settings);
    void save(QSettings &settings) const;

signals:
    /// A theme was chosen in the menu: "system", "light" or "dark".
    void themeChosen(const QString &name);
    /// The window was closed; the settings are to be saved.
    void closed();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void setupActions();
    QMenu *themeMenu(QWidget *parent);
    void pace();
    void showHelp();

    LoopMonitor &m_monitor;
    Workbench *m_workbench;
    QToolButton *m_menu;
};
