// SPDX-License-Identifier: MIT
#include "ui/workbench/workbench.h"

#include "engine/engine.h"
#include "session/session.h"
#include "ui/timeline/timelinepane.h"
#include "ui/timeline/timelineview.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/settingsreader.h"
#include "ui/workbench/addressfield.h"
#include "ui/workbench/galleryview.h"
#include "ui/workbench/inspector.h"
#include "ui/workbench/mandelbrotcanvas.h"
#include "ui/workbench/resultpane.h"
#include "ui/workbench/runcontrols.h"
#include "ui/workbench/stripsplitter.h"
#include "ui/workbench/taskpane.h"
#include "ui/workbench/tasktable.h"
#include "ui/workbench/totalsbar.h"

#include <QItemSelectionModel>
#include <QSettings>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

Workbench::Workbench(Engine &engine, QWidget *parent)
    : Page(IconName::Workbench, tr("Workbench"), u"workbench"_s, parent)
    , m_engine(engine)
    , m_session(&engine.session())
    , m_tasks(engine.session())
    , m_images(engine.session())
    , m_controls(new RunControls(this))
    , m_notice(new NoticeBar(this))
    , m_splitter(new QSplitter(this))
    , m_taskPane(new TaskPane(m_tasks, engine.session(), this))
    , m_results(new ResultPane(engine.session(), m_images, engine.pool(), this))
    , m_totals(new TotalsBar(engine.session(), this))
    , m_strip(new TimelinePane(engine.session(), TimelinePane::Kind::Strip, this))
{
    m_strips = new StripSplitter(setupUpper(), m_strip, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_strips);
    setupConnections();
    applyLimits();
}

QWidget *Workbench::setupUpper()
{
    m_splitter->addWidget(m_taskPane);
    m_splitter->addWidget(m_results);
    m_splitter->setStretchFactor(0, 66);
    m_splitter->setStretchFactor(1, 34);
    m_splitter->setHandleWidth(12);
    m_splitter->setChildrenCollapsible(false);
    m_taskPane->setMinimumWidth(300);
    m_results->setMinimumWidth(180);
    auto *upper = new QWidget(this);
    auto *layout = new QVBoxLayout(upper);
    layout->setContentsMargins(16, 12, 16, 6);
    layout->setSpacing(10);
    layout->addWidget(m_controls);
    layout->addWidget(m_notice);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_totals);
    return upper;
}

TimelineView &Workbench::timeline()
{
    return m_strip->view();
}

void Workbench::inspect(TaskId task)
{
    m_session->select(task);
    m_results->inspect(task);
}

void Workbench::setupConnections()
{
    connect(m_controls, &RunControls::runRequested, this, &Workbench::fetchAll);
    connect(m_controls, &RunControls::waitingChanged, this, [this] {
        tell(m_controls->isWaiting()
                 ? tr("The list is still being read. It runs as soon as that is done.")
                 : QString());
    });
    connect(m_controls, &RunControls::limitsChanged, this, &Workbench::applyLimits);
    connect(&m_controls->addresses(), &AddressField::failed, this,
            [this](const QString &sentence) { tell(sentence); });
    connect(&m_engine.blockedJob(), &BlockedJob::leftOver, this,
            [this](const QList<JobEntry> &entries) {
                m_engine.job().start(entries, m_controls->options());
            });
    connect(&m_engine.blockedJob(), &BlockedJob::released, this, &Workbench::blockReleased);
    connect(&m_engine.job(), &Job::imageReady, &m_images, &GalleryModel::add);
    connect(&m_engine.blockedJob(), &BlockedJob::imageReady, &m_images, &GalleryModel::add);
    connect(&m_session->playhead(), &Playhead::changed, this, &Workbench::refresh);
    TaskTable *table = &m_taskPane->table();
    connect(m_taskPane, &TaskPane::runRequested, this, &Workbench::run);
    connect(table, &TaskTable::inspectRequested, m_results, &ResultPane::inspect);
    connect(table, &TaskTable::cancelRequested, this, &Workbench::cancel);
    connect(&m_results->gallery(), &GalleryView::inspectRequested, this,
            [this](TaskId task) { m_session->select(task); });
    connect(m_totals, &TotalsBar::cancelAllRequested, this, &Workbench::cancelAll);
    connect(m_totals, &TotalsBar::retryFailedRequested, this, &Workbench::retryFailed);
    connect(m_totals, &TotalsBar::exportRequested, this, &Workbench::exportResults);
    connect(m_results, &ResultPane::told, this,
            [this](const QString &sentence) { tell(sentence); });
    connect(&timeline(), &TimelineView::inspectRequested, this, &Workbench::inspect);
}

void Workbench::setPracticeSet(const QStringList &addresses, const QString &base)
{
    m_engine.session().setBaseAddress(base);
    m_controls->addresses().setPracticeSet(addresses);
}

void Workbench::setAddresses(const QStringList &addresses)
{
    m_controls->addresses().setText(addresses.join(u'\n').toUtf8(), tr("command line"));
}

void Workbench::setSession(Session &session)
{
    m_session->disconnectView(*this);
    m_session = &session;
    connect(&session.playhead(), &Playhead::changed, this, &Workbench::refresh);
    m_controls->giveUp();
    m_controls->setEnabled(!isReadOnly());
    m_tasks.setSession(session);
    m_taskPane->setSession(session);
    m_results->setSession(session);
    m_totals->setSession(session);
    m_strip->setSession(session);
    tell({});
    refresh();
}

bool Workbench::isReadOnly() const
{
    return m_session != &m_engine.session();
}

/// Tells why nothing is done. The ids of another session are not those of the tasks that run now.
bool Workbench::refusesWhileReadOnly()
{
    if (isReadOnly())
        tell(tr("This is a trace, and it cannot be changed. What runs is in the first tab "
                "(Ctrl+Tab)."));
    return isReadOnly();
}

bool Workbench::run()
{
    if (!refusesWhileReadOnly())
        m_controls->run();
    return true;
}

void Workbench::fetchAll()
{
    const AddressSource source = m_controls->addresses().source();
    const QStringList faults = source.faults();
    tell(source.verdict(), faults.size() > 1 ? faults : QStringList());
    const QList<QUrl> addresses = source.list.addresses();
    if (addresses.isEmpty())
        return;
    if (!isAcquiring())
        m_engine.session().recording().beginAcquisition();
    begin(addresses);
    emit started();
}

void Workbench::begin(const QList<QUrl> &addresses)
{
    m_engine.session().playhead().showLive(); // what is done now is done in the present
    m_isBlocking ? m_engine.blockedJob().start(addresses, m_controls->options())
                 : m_engine.job().start(addresses, m_controls->options());
}

bool Workbench::isBusy() const
{
    return m_engine.isBusy() || m_controls->isWaiting();
}

/// Busy with more than an experiment, whose run stays anyway.
bool Workbench::isAcquiring() const
{
    return m_engine.job().unfinished() > 0 || m_engine.blockedJob().unfinished() > 0
        || m_results->canvas().isRendering() || m_controls->isWaiting();
}

TaskTable &Workbench::tasks()
{
    return m_taskPane->table();
}

void Workbench::setBlocking(bool isBlocking)
{
    m_isBlocking = isBlocking;
    if (!isBlocking)
        m_engine.blockedJob().giveUp();
}

void Workbench::setBlockWay(BlockWay way, std::chrono::milliseconds length)
{
    m_engine.blockedJob().setWay(way, length);
}

void Workbench::cancelAll()
{
    if (isBusy())
        m_engine.session().playhead().showLive();
    m_controls->giveUp();
    m_engine.cancelAll();
}

bool Workbench::cancelFocused()
{
    MandelbrotCanvas &canvas = m_results->canvas();
    if (canvas.hasFocus() && canvas.isRendering())
        canvas.cancel();
    else if (tasks().hasFocus() && tasks().selectionModel()->hasSelection())
        cancelSelected();
    else
        return false;
    return true;
}

void Workbench::cancelSelected()
{
    cancel(tasks().selectedTasks());
}

void Workbench::cancel(const QList<TaskId> &tasks)
{
    if (refusesWhileReadOnly())
        return;
    m_engine.session().playhead().showLive();
    m_engine.cancel(tasks);
}

void Workbench::retryFailed()
{
    if (refusesWhileReadOnly())
        return;
    if (!m_engine.session().playhead().isLive())
        return tell(tr("An earlier moment is shown. Go back to live to retry (Ctrl+L)."));
    const Board &board = m_engine.session().playhead().latest();
    QList<QUrl> addresses;
    for (qsizetype row = 0; row < board.rowCount(); ++row) {
        const TaskState &task = board.row(row);
        const bool hasFailed = task.status == TaskStatus::Failed
            || task.status == TaskStatus::TimedOut || task.status == TaskStatus::Abandoned;
        if (hasFailed && task.type == TaskType::Fetch && !m_retried.contains(task.id)) {
            m_retried.insert(task.id);
            addresses.append(QUrl(task.title));
        }
    }
    begin(addresses);
}

void Workbench::applyLimits()
{
    m_engine.fetcher().setMaxInFlight(m_controls->inFlight());
    m_engine.fetcher().setMaxPerHost(m_controls->perHost());
}

void Workbench::refresh()
{
    const Playhead &playhead = m_session->playhead();
    const int unfinished = playhead.board().unfinished();
    m_taskPane->table().setRunning(unfinished > 0 && playhead.isLive() && m_session->isGrowing());
    const Processing then = m_controls->options().then;
    const bool makesImages = then == Processing::Thumbnail || then == Processing::ByType;
    m_results->gallery().setExpected(makesImages && !isReadOnly() ? unfinished : 0);
}

void Workbench::takeList(const QMimeData &data)
{
    if (!refusesWhileReadOnly())
        m_controls->addresses().take(data);
}

bool Workbench::find()
{
    m_taskPane->focusFilter();
    return true;
}

bool Workbench::step(int events)
{
    timeline().step(events);
    return true;
}

void Workbench::tell(const QString &sentence, const QStringList &details)
{
    m_notice->tell(sentence, details);
}

void Workbench::openList()
{
    if (!refusesWhileReadOnly())
        m_controls->addresses().chooseFile();
}

void Workbench::exportResults()
{
    if (m_session->playhead().board().rowCount() == 0)
        return tell(tr("There is nothing to export yet. Press Run first."));
    m_results->exportResults();
}

void Workbench::save(QSettings &settings) const
{
    m_controls->save(settings);
    settings.setValue("workbench/parts"_L1, SplitterSizes::toText(*m_splitter));
    m_strips->save(settings);
}

void Workbench::restore(SettingsReader &settings)
{
    m_controls->restore(settings);
    settings.sizes("workbench/parts"_L1, *m_splitter);
    m_strips->restore(settings);
    applyLimits();
}
