// SPDX-License-Identifier: MIT
#include "ui/mainwindow.h"

#include "loop/loopmonitor.h"
#include "record/recording.h"
#include "ui/theme/icons.h"
#include "ui/views/blockswitch.h"
#include "ui/views/figure.h"
#include "ui/views/helpwindow.h"
#include "ui/views/pulsebar.h"
#include "ui/views/pulsetrace.h"
#include "ui/views/runcontrols.h"
#include "ui/views/tasktable.h"
#include "ui/views/tour.h"
#include "ui/views/tracebar.h"
#include "ui/views/tracefiles.h"
#include "work/loopblocker.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {
constexpr std::chrono::milliseconds beatVisible {16};
constexpr std::chrono::milliseconds beatHidden {250};
constexpr std::chrono::milliseconds beforeFreeze {100};
}

MainWindow::MainWindow(const WorkbenchParts &parts, LoopMonitor &monitor, QWidget *parent)
    : QMainWindow(parent)
    , m_monitor(monitor)
    , m_recording(parts.recording)
    , m_pulse(new PulseBar(monitor, this))
    , m_menu(new QToolButton(this))
    , m_traceBar(new TraceBar(this))
    , m_workbench(new Workbench(parts, this))
    , m_traces(new TraceFiles(this))
{
    setWindowTitle(tr("Loopscope"));
    setMinimumSize(960, 600);
    resize(1280, 800);
    m_pulse->addTrailing(m_menu);
    auto *central = new QWidget(this);
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_pulse);
    layout->addWidget(m_traceBar);
    layout->addWidget(m_workbench, 1);
    setCentralWidget(central);
    setupPulse();
    setupTour();
    setupTraces();
    setupActions();
    m_workbench->setFocus(); // the key that is pressed first runs the work, it does not freeze it
}

void MainWindow::setupPulse()
{
    const auto tellWay = [this] {
        m_workbench->setBlockWay(m_pulse->blockWay(), m_pulse->blockDuration());
    };
    tellWay();
    connect(m_pulse, &PulseBar::blockToggled, this, &MainWindow::switchBlocking);
    connect(m_pulse, &PulseBar::blockWayChanged, m_workbench, tellWay);
    connect(m_pulse, &PulseBar::blockDurationChanged, m_workbench, tellWay);
}

void MainWindow::setupTour()
{
    QPushButton &run = m_workbench->controls().runButton();
    TaskTable &tasks = m_workbench->tasks();
    m_tour = new Tour({&run, m_pulse->trace(), m_pulse->blockSwitch(), m_pulse->worst(), &tasks},
                      this);
    connect(m_workbench, &Workbench::started, m_tour, [this] { m_tour->did(Tour::RunStep); });
    connect(m_pulse, &PulseBar::blockToggled, m_tour,
            [this](bool isOn) { m_tour->did(isOn ? Tour::BlockStep : Tour::GapStep); });
    connect(&tasks, &TaskTable::inspectRequested, m_tour, [this] { m_tour->did(Tour::TaskStep); });
}

void MainWindow::setupTraces()
{
    connect(m_traces, &TraceFiles::began, m_traceBar, &TraceBar::setBusy);
    connect(m_traces, &TraceFiles::ended, m_traceBar, [this] { m_traceBar->setBusy({}); });
    connect(m_traces, &TraceFiles::told, m_workbench,
            [this](const QString &sentence) { m_workbench->tell(sentence); });
    connect(m_traces, &TraceFiles::opened, this,
            [this](const QString &name, const Snapshot &events) {
                m_recording.showTrace(events);
                showTrace(name);
            });
    connect(m_traceBar, &TraceBar::stopRequested, m_traces, &TraceFiles::stop);
    connect(m_traceBar, &TraceBar::liveRequested, this, [this] {
        m_recording.showLive();
        showTrace({});
    });
}

/// \p name is empty when the window is live.
void MainWindow::showTrace(const QString &name)
{
    m_traceBar->setTrace(name);
    m_workbench->setReadOnly(!name.isEmpty());
    setWindowTitle(name.isEmpty() ? tr("Loopscope") : tr("%1 – Loopscope").arg(name));
}

void MainWindow::openTrace(const QString &path)
{
    m_traces->open(path);
}

void MainWindow::switchBlocking(bool isOn)
{
    m_workbench->setBlocking(isOn);
    if (isOn) // first the switch is seen to be on, then nothing is seen to move
        QTimer::singleShot(beforeFreeze, this, &MainWindow::freeze);
}

void MainWindow::freeze()
{
    if (!m_pulse->isBlocking())
        return;
    const auto length = m_pulse->blockDuration();
    LoopBlocker::block(m_pulse->blockWay(), length,
                       {.slowReply = m_slowReply ? m_slowReply(length) : QUrl()});
}

void MainWindow::setupActions()
{
    auto *menu = new QMenu(m_menu);
    const auto add = [this, menu](IconName icon, const QString &text, const QKeySequence &key,
                                  auto *receiver, auto slot) {
        QAction *action = menu->addAction(Icons::icon(icon), text);
        action->setShortcut(key);
        connect(action, &QAction::triggered, receiver, slot);
        addAction(action); // so that its key works while the menu is closed
    };
    add(IconName::Frozen, tr("Block the loop"), Qt::CTRL | Qt::Key_B, m_pulse, [this] {
        m_pulse->setBlocking(!m_pulse->isBlocking());
    });
    add(IconName::Run, tr("Run"), Qt::Key_F5, m_workbench, &Workbench::run);
    add(IconName::Stop, tr("Cancel all"), Qt::Key_Escape, this, &MainWindow::cancel);
    add(IconName::Cancelled, tr("Cancel selected"), Qt::SHIFT | Qt::Key_Escape, m_workbench,
        &Workbench::cancelSelected);
    add(IconName::Retry, tr("Retry failed"), Qt::CTRL | Qt::Key_R, m_workbench, &Workbench::retryFailed);
    menu->addSeparator();
    add(IconName::Open, tr("Open list…"), QKeySequence::Open, m_workbench, &Workbench::openList);
    add(IconName::Export, tr("Export results…"), QKeySequence::Save, m_workbench,
        &Workbench::exportResults);
    add(IconName::Open, tr("Open trace…"), Qt::CTRL | Qt::SHIFT | Qt::Key_O, m_traces,
        &TraceFiles::chooseAndOpen);
    add(IconName::Export, tr("Export trace…"), Qt::CTRL | Qt::SHIFT | Qt::Key_S, this,
        [this] { m_traces->chooseAndSave(m_recording.snapshot()); });
    add(IconName::Search, tr("Filter tasks"), QKeySequence::Find, m_workbench,
        &Workbench::focusFilter);
    menu->addSeparator();
    menu->addMenu(themeMenu(menu));
    add(IconName::Help, tr("Help"), QKeySequence::HelpContents, this, &MainWindow::showHelp);
    add(IconName::Workbench, tr("Take the tour"), {}, this, &MainWindow::startTour);
    add(IconName::Close, tr("Quit"), Qt::CTRL | Qt::Key_Q, this, &MainWindow::close);
    m_menu->setIcon(Icons::icon(IconName::Settings));
    m_menu->setAutoRaise(true);
    m_menu->setFocusPolicy(Qt::TabFocus);
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_menu->setMenu(menu);
    m_menu->setToolTip(tr("Menu (F10)"));
    m_menu->setAccessibleName(tr("Menu"));
    auto *open = new QAction(this);
    open->setShortcut(Qt::Key_F10);
    connect(open, &QAction::triggered, m_menu, &QToolButton::showMenu);
    addAction(open);
}

QMenu *MainWindow::themeMenu(QWidget *parent)
{
    auto *menu = new QMenu(tr("Theme"), parent);
    auto *group = new QActionGroup(menu);
    const std::array<std::pair<QString, QString>, 3> modes {
        {{tr("As the system"), u"system"_s}, {tr("Light"), u"light"_s}, {tr("Dark"), u"dark"_s}}};
    for (const auto &[text, name] : modes) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setObjectName(name);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, name = name] { emit themeChosen(name); });
    }
    return menu;
}

void MainWindow::showTheme(const QString &name)
{
    if (auto *action = m_menu->menu()->findChild<QAction *>(name))
        action->setChecked(true);
}

/// Esc: what runs goes first, then the tour.
void MainWindow::cancel()
{
    const bool wasBusy = m_workbench->isBusy();
    m_workbench->cancelAll();
    if (!wasBusy)
        m_tour->end();
}

void MainWindow::showHelp()
{
    if (!m_help) {
        m_help = new HelpWindow(this);
        m_help->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_help, &HelpWindow::tourRequested, this, &MainWindow::startTour);
    }
    m_help->show();
    m_help->raise();
    m_help->activateWindow();
}

void MainWindow::startTour()
{
    m_isTourDone = true; // seen is enough: it does not come again by itself
    m_tour->start();
}

void MainWindow::restore(const QSettings &settings)
{
    restoreGeometry(settings.value("window/geometry"_L1).toByteArray());
    m_workbench->restore(settings);
    // Who has settings that cannot be read does not start it for the first time.
    m_isTourDone = settings.value("tour/done"_L1, false).toBool()
        || settings.status() != QSettings::NoError;
    bool isNumber = false;
    const int way = settings.value("block/way"_L1).toInt(&isNumber);
    if (isNumber && way >= 0 && way < blockWayCount)
        m_pulse->setBlockWay(BlockWay(way));
    const int length = settings.value("block/milliseconds"_L1).toInt(&isNumber);
    if (isNumber)
        m_pulse->setBlockDuration(std::chrono::milliseconds(length));
    if (settings.status() != QSettings::NoError)
        m_workbench->tell(tr("The settings could not be read; the defaults are used."));
}

void MainWindow::save(QSettings &settings) const
{
    settings.setValue("window/geometry"_L1, saveGeometry());
    m_workbench->save(settings);
    settings.setValue("tour/done"_L1, m_isTourDone);
    settings.setValue("block/way"_L1, int(m_pulse->blockWay()));
    settings.setValue("block/milliseconds"_L1, int(m_pulse->blockDuration().count()));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    emit closed();
    event->accept();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::WindowStateChange)
        pace();
    QMainWindow::changeEvent(event);
}

void MainWindow::paintEvent(QPaintEvent *event)
{
    QMainWindow::paintEvent(event);
    if (!std::exchange(m_hasPainted, true)) // getting up is no stall: the pulse begins with the first frame
        QTimer::singleShot(0, this, [this] { m_monitor.setActive(true); });
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    pace();
    if (!m_isTourDone && !m_traces->isBusy()) // when the layout is done; a trace is not to be run
        QTimer::singleShot(0, this, &MainWindow::startTour);
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    pace();
}

void MainWindow::pace()
{
    m_monitor.setInterval(isVisible() && !isMinimized() ? beatVisible : beatHidden);
}
