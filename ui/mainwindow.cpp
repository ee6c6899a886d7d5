// SPDX-License-Identifier: MIT
#include "ui/mainwindow.h"

#include "loop/loopmonitor.h"
#include "record/recording.h"
#include "ui/pages/labpage.h"
#include "ui/pages/pagestack.h"
#include "ui/pages/stallspage.h"
#include "ui/pages/timelinepage.h"
#include "ui/settingsreader.h"
#include "ui/views/blockswitch.h"
#include "ui/views/dropzone.h"
#include "ui/views/figure.h"
#include "ui/views/freeze.h"
#include "ui/views/helpwindow.h"
#include "ui/views/mainmenu.h"
#include "ui/views/momentbar.h"
#include "ui/views/navbutton.h"
#include "ui/views/pulsebar.h"
#include "ui/views/pulsetrace.h"
#include "ui/views/runcontrols.h"
#include "ui/views/timelineview.h"
#include "ui/views/tour.h"
#include "ui/views/tracebar.h"
#include "ui/views/tracefiles.h"
#include "ui/windowsettings.h"
#include "views/moment.h"
#include "views/tasktext.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace {
constexpr std::chrono::milliseconds beatVisible {16};
constexpr std::chrono::milliseconds beatHidden {250};
} // namespace

MainWindow::MainWindow(const WorkbenchParts &parts, LoopMonitor &monitor, LabRunner &lab,
                       QWidget *parent)
    : QMainWindow(parent)
    , m_monitor(monitor)
    , m_moment(parts.moment)
    , m_recording(parts.recording)
    , m_pulse(new PulseBar(monitor, this))
    , m_menu(new MainMenu(this))
    , m_traceBar(new TraceBar(this))
    , m_pages(new PageStack(this))
    , m_workbench(new Workbench(parts, m_pages))
    , m_lab(new LabPage(lab, m_pages))
    , m_timeline(new TimelinePage(m_workbench->spans(), parts.moment, m_pages))
    , m_stalls(new StallsPage(parts.recording, m_pages))
    , m_commands(*m_pages, *m_workbench, *m_lab, *m_timeline)
    , m_traces(new TraceFiles(this))
    , m_freeze(new Freeze(*m_pulse, m_workbench->blockRelease(), this))
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
    layout->addWidget(new MomentBar(parts.moment, central));
    layout->addWidget(m_pages, 1);
    setCentralWidget(central);
    setupPulse();
    setupPages();
    setupTour();
    setupTraces();
    setupActions();
    // the key that is pressed first runs the work, it does not freeze it
    m_workbench->controls().setFocus();
}

void MainWindow::setupPulse()
{
    const auto tellWay
        = [this] { m_workbench->setBlockWay(m_pulse->blockWay(), m_pulse->blockDuration()); };
    tellWay();
    connect(m_pulse, &PulseBar::blockToggled, this, &MainWindow::switchBlocking);
    connect(m_workbench, &Workbench::blockReleased, m_pulse,
            [this] { m_pulse->setBlocking(false); });
    connect(m_pulse, &PulseBar::blockWayChanged, m_workbench, tellWay);
    connect(m_pulse, &PulseBar::blockDurationChanged, m_workbench, tellWay);
}

void MainWindow::setupPages()
{
    addPage(IconName::Workbench, tr("Workbench"), m_workbench);
    addPage(IconName::Lab, tr("Lab"), m_lab);
    addPage(IconName::Timeline, tr("Timeline"), m_timeline);
    addPage(IconName::Stalls, tr("Stalls"), m_stalls);
    setupLab();
    setupStalls();
    connect(m_pages, &PageStack::pageChanged, this, [this](QWidget *page) {
        // Qt gives the keys to the first field of a page; they are to move in its list instead. No
        // focus proxy does that: Tab would go past what stands before the list.
        if (!page->isAncestorOf(focusWidget()))
            return;
        if (page == m_lab)
            m_lab->takeFocus();
        else if (page == m_stalls)
            m_stalls->takeFocus();
    });
    TimelineView *view = &m_timeline->view();
    connect(view, &TimelineView::taskSelected, m_workbench, &Workbench::selectTask);
    connect(m_workbench, &Workbench::taskSelected, view, &TimelineView::selectTask);
    const auto inspect = [this](TaskId task) { m_commands.inspect(task); };
    connect(view, &TimelineView::inspectRequested, this, inspect);
    connect(m_stalls, &StallsPage::taskRequested, this, inspect);
    connect(m_workbench, &Workbench::baseAddressChanged, view, &TimelineView::setBaseAddress);
    connect(m_timeline, &TimelinePage::runRequested, m_workbench, &Workbench::run);
}

void MainWindow::setupLab()
{
    connect(&m_monitor, &LoopMonitor::beat, m_lab, &LabPage::follow);
}

void MainWindow::setupStalls()
{
    setThreshold(m_monitor.stallThreshold());
    connect(m_stalls, &StallsPage::thresholdChosen, this, &MainWindow::setThreshold);
    connect(m_stalls, &StallsPage::unseenChanged, m_pages,
            [this](int count) { m_pages->setBadge(m_stalls, count); });
    connect(m_stalls, &StallsPage::freezeRequested, m_pulse,
            [this] { m_pulse->setBlocking(true); });
    connect(m_stalls, &StallsPage::experimentRequested, m_lab, [this](const QString &id) {
        m_lab->choose(id);
        m_pages->showPage(m_lab);
    });
    connect(m_pulse->trace(), &PulseTrace::stallClicked, this, [this](qint64 timeNs) {
        m_pages->showPage(m_stalls);
        m_stalls->showAt(timeNs);
    });
}

/// The watchdog goes by the monitor, too.
void MainWindow::setThreshold(std::chrono::milliseconds threshold)
{
    m_monitor.setStallThreshold(threshold);
    m_stalls->setThreshold(threshold);
}

void MainWindow::addPage(IconName icon, const QString &title, QWidget *page)
{
    QWidget *before = m_pages->count() == 0 ? m_menu : m_pages->lastButton();
    m_pages->addPage(icon, title, page,
                     QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + m_pages->count())));
    // Tab goes along the rail before it goes into a page
    setTabOrder(before, m_pages->lastButton());
}

void MainWindow::setupTour()
{
    QPushButton &run = m_workbench->controls().runButton();
    m_tour = new Tour({&run, m_pulse->trace(), m_pulse->blockSwitch(), &m_pages->button(m_stalls),
                       &m_pages->button(m_lab)},
                      this);
    connect(m_tour, &Tour::stepping, this, [this](Tour::Step step) {
        if (step == Tour::RunStep)
            m_pages->showPage(m_workbench);
    });
    connect(m_workbench, &Workbench::started, m_tour, [this] { m_tour->did(Tour::RunStep); });
    connect(m_pulse, &PulseBar::blockToggled, m_tour, [this](bool isOn) {
        if (isOn)
            m_tour->did(Tour::BlockStep);
    });
    connect(m_pages, &PageStack::pageChanged, m_tour, [this](QWidget *page) {
        if (page == m_lab)
            m_tour->did(Tour::LabStep);
    });
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
                showTrace(name, TaskText::commonBase(events));
            });
    connect(m_traceBar, &TraceBar::stopRequested, m_traces, &TraceFiles::stop);
    connect(m_traceBar, &TraceBar::liveRequested, this, [this] {
        m_recording.showLive();
        showTrace({});
    });
    auto *drops = new DropZone(this);
    connect(drops, &DropZone::traceDropped, this, &MainWindow::openTrace);
    connect(drops, &DropZone::listDropped, m_workbench, [this](const QMimeData &data) {
        m_pages->showPage(m_workbench);
        m_workbench->takeList(data);
    });
}

/// \p name is empty when the window is live.
void MainWindow::showTrace(const QString &name, const QString &base)
{
    m_traceBar->setTrace(name);
    m_workbench->setReadOnly(!name.isEmpty(), base);
    m_lab->setReadOnly(!name.isEmpty());
    setWindowTitle(name.isEmpty() ? tr("Loopscope") : tr("%1 – Loopscope").arg(name));
}

void MainWindow::openTrace(const QString &path)
{
    m_traces->open(path);
}

void MainWindow::switchBlocking(bool isOn)
{
    m_workbench->setBlocking(isOn);
    if (!isOn)
        return;
    m_moment.showLive();
    if (m_opensWitness->isChecked())
        emit witnessRequested();
    m_freeze->begin();
}

QPoint MainWindow::witnessCorner() const
{
    constexpr int margin = 24;
    // of a page, and the witness' own title bar: the Run button stays free
    constexpr int controls = 110;
    return m_pages->mapToGlobal(QPoint(m_pages->width() - margin, controls));
}

void MainWindow::setupActions()
{
    m_menu->add(IconName::Frozen, tr("Block the loop"), Qt::CTRL | Qt::Key_B, m_pulse,
                [this] { m_pulse->setBlocking(!m_pulse->isBlocking()); });
    m_menu->add(IconName::Run, tr("Run"), Qt::Key_F5, this, [this] { m_commands.run(); });
    m_menu->add(IconName::Stop, tr("Cancel all"), Qt::Key_Escape, this,
                [this] { m_commands.cancel(*m_tour); });
    m_menu->add(IconName::Cancelled, tr("Cancel selected"), Qt::SHIFT | Qt::Key_Escape, m_workbench,
                &Workbench::cancelSelected);
    m_menu->add(IconName::Retry, tr("Retry failed"), Qt::CTRL | Qt::Key_R, m_workbench,
                &Workbench::retryFailed);
    m_menu->addSeparator();
    m_menu->add(IconName::Open, tr("Open list…"), QKeySequence::Open, m_workbench,
                &Workbench::openList);
    m_menu->add(IconName::Export, tr("Export results…"), QKeySequence::Save, m_workbench,
                &Workbench::exportResults);
    m_menu->add(IconName::Search, tr("Find"), QKeySequence::Find, this,
                [this] { m_commands.find(); });
    m_menu->addSeparator();
    m_menu->add(IconName::Timeline, tr("One event back"), Qt::ALT | Qt::Key_Left, this,
                [this] { m_commands.step(-1); });
    m_menu->add(IconName::Timeline, tr("One event on"), Qt::ALT | Qt::Key_Right, this,
                [this] { m_commands.step(1); });
    m_menu->add(IconName::Run, tr("Back to live"), Qt::CTRL | Qt::Key_L, &m_moment,
                &Moment::showLive);
    m_menu->add(IconName::Open, tr("Open trace…"), Qt::CTRL | Qt::SHIFT | Qt::Key_O, m_traces,
                &TraceFiles::chooseAndOpen);
    m_menu->add(IconName::Export, tr("Export trace…"), Qt::CTRL | Qt::SHIFT | Qt::Key_S, this,
                [this] { m_traces->chooseAndSave(m_recording.snapshot()); });
    m_menu->addSeparator();
    m_menu->add(IconName::Stalls, tr("Show the witness"), Qt::CTRL | Qt::SHIFT | Qt::Key_B, this,
                &MainWindow::witnessRequested);
    m_opensWitness = m_menu->addOption(tr("Show it with the switch"), true);
    m_menu->addSeparator();
    m_menu->addThemes();
    connect(m_menu, &MainMenu::themeChosen, this, &MainWindow::themeChosen);
    m_menu->add(IconName::Help, tr("Help"), QKeySequence::HelpContents, this,
                &MainWindow::showHelp);
    m_menu->add(IconName::Workbench, tr("Take the tour"), {}, this, &MainWindow::startTour);
    m_menu->add(IconName::Close, tr("Quit"), Qt::CTRL | Qt::Key_Q, this, &MainWindow::close);
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
    SettingsReader reader(settings);
    const WindowSettings kept = WindowSettings::read(reader);
    if (!kept.place(*this))
        reader.refuse(WindowSettings::geometryKey);
    m_workbench->restore(reader);
    m_lab->restore(reader);
    m_pages->restore(reader);
    m_isTourDone = kept.isTourDone;
    m_opensWitness->setChecked(kept.opensWitness);
    setThreshold(kept.stallThreshold.value_or(m_monitor.stallThreshold()));
    m_pulse->setBlockWay(kept.blockWay.value_or(m_pulse->blockWay()));
    m_pulse->setBlockDuration(kept.blockDuration.value_or(m_pulse->blockDuration()));
    if (reader.isDamaged() || !reader.refused().isEmpty())
        m_workbench->tell(reader.isDamaged()
                              ? tr("The settings could not be read; the defaults are used.")
                              : tr("Some settings cannot be used, perhaps because a newer version "
                                   "wrote them. They have their defaults."),
                          reader.refused());
}

void MainWindow::save(QSettings &settings) const
{
    m_workbench->save(settings);
    m_lab->save(settings);
    m_pages->save(settings);
    WindowSettings {.geometry = saveGeometry(),
                    .isTourDone = m_isTourDone,
                    .opensWitness = m_opensWitness->isChecked(),
                    .stallThreshold = m_monitor.stallThreshold(),
                    .blockWay = m_pulse->blockWay(),
                    .blockDuration = m_pulse->blockDuration()}
        .write(settings);
}

bool MainWindow::event(QEvent *event)
{
    // A question and the dialog it belongs to close at once, and openbox then gives the keys to
    // nobody, one time in five.
    if (event->type() == QEvent::WindowUnblocked)
        QTimer::singleShot(0, this, &QWidget::activateWindow);
    return QMainWindow::event(event);
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
    // getting up is no stall: the pulse begins with the first frame
    if (!std::exchange(m_hasPainted, true))
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
