// SPDX-License-Identifier: MIT
#include "ui/shell/mainwindow.h"

#include "engine/engine.h"
#include "session/session.h"
#include "ui/lab/labpage.h"
#include "ui/pulse/blockswitch.h"
#include "ui/pulse/freeze.h"
#include "ui/pulse/pulsebar.h"
#include "ui/pulse/pulsetrace.h"
#include "ui/shell/helpwindow.h"
#include "ui/shell/mainmenu.h"
#include "ui/shell/momentbar.h"
#include "ui/shell/pagestack.h"
#include "ui/shell/sessiontabs.h"
#include "ui/shell/tour.h"
#include "ui/shell/tracebar.h"
#include "ui/shell/tracefiles.h"
#include "ui/shell/windowsettings.h"
#include "ui/stalls/stallspage.h"
#include "ui/timeline/timelinepage.h"
#include "ui/widgets/dropzone.h"
#include "ui/widgets/settingsreader.h"
#include "ui/workbench/addressfield.h"
#include "ui/workbench/runcontrols.h"

#include <QCloseEvent>
#include <QPushButton>
#include <QScreen>
#include <QShortcut>
#include <QStyle>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

MainWindow::MainWindow(Engine &engine, QWidget *parent)
    : QMainWindow(parent)
    , m_engine(engine)
    , m_pulse(new PulseBar(engine.loop(), this))
    , m_menu(new MainMenu(this))
    , m_sessions(new SessionTabs(engine.session(), this))
    , m_traceBar(new TraceBar(this))
    , m_momentBar(new MomentBar(engine.session(), this))
    , m_pages(new PageStack(this))
    , m_workbench(new Workbench(engine, m_pages))
    , m_lab(new LabPage(engine.lab(), m_pages))
    , m_timeline(new TimelinePage(engine.session(), m_pages))
    , m_stalls(new StallsPage(engine.session(), m_pages))
    , m_traces(new TraceFiles(this))
    , m_freeze(new Freeze(*m_pulse, engine.blockRelease(), this))
{
    setWindowTitle(tr("Loopscope"));
    setMinimumSize(720, 480);
    resize(1280, 800);
    m_pulse->addTrailing(m_menu);
    auto *central = new QWidget(this);
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_pulse);
    layout->addWidget(m_sessions);
    layout->addWidget(m_traceBar);
    layout->addWidget(m_momentBar);
    layout->addWidget(m_pages, 1);
    setCentralWidget(central);
    m_pulse->setSession(engine.session(), true);
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
    for (Page *page : std::initializer_list<Page *> {m_workbench, m_lab, m_timeline, m_stalls})
        addPage(page);
    connect(&m_engine.loop(), &LoopMonitor::beat, m_lab, &LabPage::follow);
    connect(m_timeline, &TimelinePage::inspectRequested, this, &MainWindow::inspect);
    connect(m_timeline, &TimelinePage::runRequested, m_workbench, &Workbench::run);
    setupStalls();
}

/// It gets the next place in the rail and the next key of Ctrl+1, Ctrl+2 …
void MainWindow::addPage(Page *page)
{
    QWidget *before = m_pages->count() == 0 ? m_menu : m_pages->lastButton();
    m_pages->addPage(page, QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + m_pages->count())));
    // Tab goes along the rail before it goes into a page
    setTabOrder(before, m_pages->lastButton());
}

void MainWindow::setupStalls()
{
    setThreshold(m_engine.loop().stallThreshold());
    connect(m_stalls, &StallsPage::thresholdChosen, this, &MainWindow::setThreshold);
    connect(m_stalls, &StallsPage::clearRequested, &m_engine.session().recording(),
            &Recording::clearLoop);
    connect(m_stalls, &StallsPage::freezeRequested, m_pulse,
            [this] { m_pulse->setBlocking(true); });
    connect(m_stalls, &StallsPage::taskRequested, this, &MainWindow::inspect);
    connect(m_stalls, &StallsPage::experimentRequested, m_lab, [this](const QString &id) {
        m_lab->choose(id);
        m_pages->showPage(m_lab);
    });
    connect(m_pulse->trace(), &PulseTrace::stallClicked, this, [this](qint64 timeNs) {
        m_pages->showPage(m_stalls);
        m_stalls->showAt(timeNs);
    });
}

/// The story of \p task, which the Workbench tells.
void MainWindow::inspect(TaskId task)
{
    m_pages->showPage(m_workbench);
    m_workbench->inspect(task);
}

/// The watchdog goes by the monitor, too.
void MainWindow::setThreshold(std::chrono::milliseconds threshold)
{
    m_engine.loop().setStallThreshold(threshold);
    for (Page *page : m_pages->all())
        page->setThreshold(threshold);
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
    connect(m_pages, &PageStack::pageChanged, m_tour, [this](Page *page) {
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
    connect(m_traces, &TraceFiles::opened, m_sessions, &SessionTabs::addTrace);
    connect(m_sessions, &SessionTabs::currentChanged, this, &MainWindow::showSession);
    connect(m_traceBar, &TraceBar::stopRequested, m_traces, &TraceFiles::stop);
    auto *drops = new DropZone(this);
    connect(drops, &DropZone::traceDropped, this, &MainWindow::openTrace);
    connect(drops, &DropZone::listDropped, m_workbench, [this](const QMimeData &data) {
        m_pages->showPage(m_workbench);
        m_workbench->takeList(data);
    });
}

void MainWindow::showSession(Session &session)
{
    const bool isOurs = &session == &m_engine.session();
    m_pulse->setSession(session, isOurs);
    m_momentBar->setSession(session);
    for (Page *page : m_pages->all())
        page->setSession(session);
    m_closeTrace->setEnabled(!isOurs);
    setWindowTitle(isOurs ? tr("Loopscope") : tr("%1 – Loopscope").arg(session.name()));
}

/// What is done now is done in the present, and here.
void MainWindow::showOurs()
{
    m_sessions->show(m_engine.session());
    m_engine.session().playhead().showLive();
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
    showOurs();
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
    m_menu->add(IconName::Run, tr("Run"), Qt::Key_F5, this, [this] {
        if (!m_pages->page()->run())
            m_workbench->run();
    });
    m_menu->add(IconName::Stop, tr("Cancel all"), Qt::SHIFT | Qt::Key_Escape, m_workbench,
                &Workbench::cancelAll);
    m_menu->add(IconName::Cancelled, tr("Cancel selected"), {}, m_workbench,
                &Workbench::cancelSelected);
    connect(new QShortcut(Qt::Key_Escape, this), &QShortcut::activated, this, [this] {
        if (!m_pages->page()->cancelFocused())
            m_tour->end();
    });
    m_menu->add(IconName::Retry, tr("Retry failed"), Qt::CTRL | Qt::Key_R, m_workbench,
                &Workbench::retryFailed);
    m_menu->addSeparator();
    m_menu->add(IconName::Open, tr("Open list…"), QKeySequence::Open, m_workbench,
                &Workbench::openList);
    m_menu->add(IconName::Export, tr("Export results…"), QKeySequence::Save, m_workbench,
                &Workbench::exportResults);
    m_menu->add(IconName::Search, tr("Find"), QKeySequence::Find, this, [this] {
        if (m_pages->page()->find())
            return;
        m_pages->showPage(m_workbench);
        m_workbench->find();
    });
    m_menu->addSeparator();
    const auto step = [this](int events) {
        if (!m_pages->page()->step(events))
            m_workbench->step(events);
    };
    m_menu->add(IconName::Timeline, tr("One event back"), Qt::ALT | Qt::Key_Left, this,
                [step] { step(-1); });
    m_menu->add(IconName::Timeline, tr("One event on"), Qt::ALT | Qt::Key_Right, this,
                [step] { step(1); });
    m_menu->add(IconName::Run, tr("Back to live"), Qt::CTRL | Qt::Key_L, this,
                [this] { m_sessions->current().playhead().showLive(); });
    m_menu->add(IconName::Open, tr("Open trace…"), Qt::CTRL | Qt::SHIFT | Qt::Key_O, m_traces,
                &TraceFiles::chooseAndOpen);
    m_menu->add(IconName::Export, tr("Export trace…"), Qt::CTRL | Qt::SHIFT | Qt::Key_S, this,
                [this] { m_traces->chooseAndSave(m_sessions->current().recording().snapshot()); });
    m_closeTrace = m_menu->add(IconName::Close, tr("Close trace"), Qt::CTRL | Qt::Key_W, m_sessions,
                               &SessionTabs::closeCurrent);
    m_closeTrace->setEnabled(false);
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
    for (Page *page : m_pages->all())
        page->restore(reader);
    m_pages->restore(reader);
    m_isTourDone = kept.isTourDone;
    m_opensWitness->setChecked(kept.opensWitness);
    setThreshold(kept.stallThreshold.value_or(m_engine.loop().stallThreshold()));
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
    for (const Page *page : m_pages->all())
        page->save(settings);
    m_pages->save(settings);
    WindowSettings {.geometry = saveGeometry(),
                    .isTourDone = m_isTourDone,
                    .opensWitness = m_opensWitness->isChecked(),
                    .stallThreshold = m_engine.loop().stallThreshold(),
                    .blockWay = m_pulse->blockWay(),
                    .blockDuration = m_pulse->blockDuration()}
        .write(settings);
}

bool MainWindow::event(QEvent *event)
{
    // A question and the dialog it belongs to close at once, and openbox then gives the focus to
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
    if (std::exchange(m_hasPainted, true))
        return;
    QTimer::singleShot(0, this, [this] {
        fitScreen();
        m_engine.loop().setActive(true);
    });
}

/// Never larger than its screen; the frame is known once it is shown.
void MainWindow::fitScreen()
{
    if (isMaximized() || isFullScreen())
        return;
    QSize frame = frameGeometry().size() - size();
    if (frame.isNull())
        frame.setHeight(style()->pixelMetric(QStyle::PM_TitleBarHeight, nullptr, this));
    resize(size().boundedTo(screen()->availableSize() - frame));
}

void MainWindow::showEvent(QShowEvent *event)
{
    fitScreen();
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
    m_engine.loop().setInterval(isVisible() && !isMinimized() ? 16ms : 250ms);
}
