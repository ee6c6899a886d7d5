// SPDX-License-Identifier: MIT
#pragma once

#include "ui/workbench/workbench.h"

#include <QMainWindow>
#include <QPointer>

#include <chrono>

class Engine;
class Freeze;
class HelpWindow;
class LabPage;
class MainMenu;
class MomentBar;
class Page;
class PageStack;
class PulseBar;
class QAction;
class QSettings;
class Session;
class SessionTabs;
class StallsPage;
class TimelinePage;
class Tour;
class TraceBar;
class TraceFiles;

/// The one window: the pulse on top, below it the tabs of the sessions, and of the one in front the
/// pages, with the rail that leads to them.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    /// \p engine outlives the window.
    explicit MainWindow(Engine &engine, QWidget *parent = nullptr);

    Workbench &workbench() { return *m_workbench; }
    LabPage &labPage() { return *m_lab; }
    TimelinePage &timelinePage() { return *m_timeline; }
    PageStack &pages() { return *m_pages; }
    SessionTabs &sessions() { return *m_sessions; }
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
    /// Opens the trace in the file \p path as a session of its own, once it is read.
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
    void addPage(Page *page);
    void setupTour();
    void setupTraces();
    void showSession(Session &session);
    void showOurs();
    void switchBlocking(bool isOn);
    void pace();
    void fitScreen();
    void showHelp();
    void setupStalls();
    void inspect(TaskId task);
    void setThreshold(std::chrono::milliseconds threshold);
    void startTour();

    Engine &m_engine;
    PulseBar *m_pulse;
    MainMenu *m_menu;
    // Of the menu:
    QAction *m_opensWitness = nullptr;
    QAction *m_closeTrace = nullptr;
    SessionTabs *m_sessions;
    TraceBar *m_traceBar;
    MomentBar *m_momentBar;
    PageStack *m_pages;
    Workbench *m_workbench;
    LabPage *m_lab;
    TimelinePage *m_timeline;
    StallsPage *m_stalls;
    TraceFiles *m_traces;
    Freeze *m_freeze;
    Tour *m_tour;
    QPointer<HelpWindow> m_help;
    bool m_isTourDone = true;
    bool m_hasPainted = false;
};
