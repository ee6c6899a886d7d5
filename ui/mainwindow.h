// SPDX-License-Identifier: MIT
#pragma once

#include "ui/pages/pagecommands.h"
#include "ui/pages/workbench.h"
#include "ui/theme/icons.h"

#include <QMainWindow>
#include <QPointer>

#include <chrono>

class Freeze;
class HelpWindow;
class LabPage;
class LabRunner;
class LoopMonitor;
class MainMenu;
class PageStack;
class PulseBar;
class QAction;
class QSettings;
class StallsPage;
class TimelinePage;
class Tour;
class TraceBar;
class TraceFiles;

/// The one window: the pulse on top, below it the pages, and the rail that leads to them.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    /// All outlive the window.
    MainWindow(const WorkbenchParts &parts, LoopMonitor &monitor, LabRunner &lab,
               QWidget *parent = nullptr);

    Workbench &workbench() { return *m_workbench; }
    LabPage &labPage() { return *m_lab; }
    TimelinePage &timelinePage() { return *m_timeline; }
    PageStack &pages() { return *m_pages; }
    /// Gives \p page the next place in the rail and the next key of Ctrl+1, Ctrl+2 … The settings
    /// know it by its object name.
    void addPage(IconName icon, const QString &title, QWidget *page);
    PulseBar &pulseBar() { return *m_pulse; }
    Tour &tour() { return *m_tour; }
    /// What the switch does to an idle window.
    Freeze &freeze() { return *m_freeze; }
    /// \p settings that cannot be read are told of in one note, and defaults are used. Unless they
    /// have tour/done, the tour begins when the window is first shown.
    void restore(const QSettings &settings);
    void save(QSettings &settings) const;

    /// Where the upper right corner of a witness goes, on the screen: over the results.
    QPoint witnessCorner() const;
    /// Shows the trace in the file \p path in place of what is recorded, once it is read.
    void openTrace(const QString &path);

    MainMenu &menu() { return *m_menu; }

signals:
    /// The second process that watches this window is to be shown. Unless a person said otherwise,
    /// it comes with the switch.
    void witnessRequested();
    /// A theme was chosen in the menu: "system", "light" or "dark".
    void themeChosen(const QString &name);
    /// The window was closed; the settings are to be saved.
    void closed();

protected:
    bool event(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void setupActions();
    void setupPulse();
    void setupPages();
    void setupTour();
    void setupTraces();
    void showTrace(const QString &name, const QString &base = {});
    void switchBlocking(bool isOn);
    void pace();
    void showHelp();
    void setupLab();
    void setupStalls();
    void setThreshold(std::chrono::milliseconds threshold);
    void startTour();

    LoopMonitor &m_monitor;
    Moment &m_moment;
    Recording &m_recording;
    PulseBar *m_pulse;
    MainMenu *m_menu;
    QAction *m_opensWitness = nullptr; // of the menu
    TraceBar *m_traceBar;
    PageStack *m_pages;
    Workbench *m_workbench;
    LabPage *m_lab;
    TimelinePage *m_timeline;
    StallsPage *m_stalls;
    PageCommands m_commands;
    TraceFiles *m_traces;
    Freeze *m_freeze;
    Tour *m_tour;
    QPointer<HelpWindow> m_help;
    bool m_isTourDone = true;
    bool m_hasPainted = false;
};
