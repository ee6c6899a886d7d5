// SPDX-License-Identifier: MIT
#pragma once

#include "ui/pages/workbench.h"

#include <QMainWindow>
#include <QPointer>

#include <functional>

class HelpWindow;
class LoopMonitor;
class PulseBar;
class QSettings;
class QToolButton;
class Tour;
class TraceBar;
class TraceFiles;

/// The one window: the pulse on top, below it the page.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    /// All outlive the window.
    MainWindow(const WorkbenchParts &parts, LoopMonitor &monitor, QWidget *parent = nullptr);

    Workbench &workbench() { return *m_workbench; }
    PulseBar &pulseBar() { return *m_pulse; }
    Tour &tour() { return *m_tour; }
    /// Gives an address whose reply takes as long as asked, for the wait for a network.
    using SlowReply = std::function<QUrl(std::chrono::milliseconds)>;
    void setSlowReply(SlowReply slowReply) { m_slowReply = std::move(slowReply); }
    /// \p settings that cannot be read are told of in one note, and defaults are used. Unless they
    /// have tour/done, the tour begins when the window is first shown.
    void restore(const QSettings &settings);
    void save(QSettings &settings) const;

    /// Shows the trace in the file \p path in place of what is recorded, once it is read.
    void openTrace(const QString &path);

    /// Marks in the menu which theme is used: "system", "light" or "dark".
    void showTheme(const QString &name);

signals:
    /// A theme was chosen in the menu: "system", "light" or "dark".
    void themeChosen(const QString &name);
    /// The window was closed; the settings are to be saved.
    void closed();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void setupActions();
    void setupPulse();
    void setupTour();
    void setupTraces();
    void showTrace(const QString &name);
    void switchBlocking(bool isOn);
    void freeze();
    QMenu *themeMenu(QWidget *parent);
    void pace();
    void cancel();
    void showHelp();
    void startTour();

    LoopMonitor &m_monitor;
    Recording &m_recording;
    PulseBar *m_pulse;
    QToolButton *m_menu;
    TraceBar *m_traceBar;
    Workbench *m_workbench;
    TraceFiles *m_traces;
    SlowReply m_slowReply;
    Tour *m_tour;
    QPointer<HelpWindow> m_help;
    bool m_isTourDone = true;
    bool m_hasPainted = false;
};
