// SPDX-License-Identifier: MIT
#include "ui/pages/workbench.h"

#include "record/recording.h"
#include "ui/settingsreader.h"
#include "ui/views/addressfield.h"
#include "ui/views/galleryview.h"
#include "ui/views/inspector.h"
#include "ui/views/mandelbrotcanvas.h"
#include "ui/views/noticebar.h"
#include "ui/views/resultfile.h"
#include "ui/views/resultpane.h"
#include "ui/views/runcontrols.h"
#include "ui/views/splittersizes.h"
#include "ui/views/taskpane.h"
#include "ui/views/tasktable.h"
#include "ui/views/timelinepane.h"
#include "ui/views/timelineview.h"
#include "ui/views/totalsbar.h"
#include "views/moment.h"
#include "work/blockedjob.h"
#include "work/computepool.h"
#include "work/fetcher.h"
#include "work/job.h"

#include <QScopedValueRollback>
#include <QSettings>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
constexpr int stripHeight = 172;
}

Workbench::Workbench(const WorkbenchParts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_blockedJob(new BlockedJob(parts.recorder, parts.fetcher, m_blockRelease, this))
    , m_tasks(parts.moment)
    , m_images(parts.moment)
    , m_spans(parts.recording)
    , m_controls(new RunControls(this))
    , m_notice(new NoticeBar(this))
    , m_resultFile(new ResultFile(this))
    , m_splitter(new QSplitter(this))
    , m_taskPane(new TaskPane(m_tasks, this))
    , m_results(new ResultPane(parts.moment, m_images, parts.pool, this))
    , m_totals(new TotalsBar(parts.moment, this))
    , m_strip(new TimelinePane(m_spans, parts.moment, TimelinePane::Kind::Strip, this))
    , m_strips(new QSplitter(Qt::Vertical, this))
{
    setObjectName(u"workbench"_s);
    m_strips->addWidget(setupUpper());
    m_strips->addWidget(m_strip);
    m_strips->setStretchFactor(0, 1);
    m_strips->setStretchFactor(1, 0);
    m_strips->setChildrenCollapsible(false);
    m_strips->setHandleWidth(5);
    m_strips->setSizes({600, stripHeight});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_strips);
    setupConnections();
    setupTimeline();
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
    m_taskPane->setMinimumWidth(440);
    m_results->setMinimumWidth(250);
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

void Workbench::setupTimeline()
{
    connect(&m_taskPane->table(), &TaskTable::selectedTaskChanged, this, [this](TaskId task) {
        if (!m_isSelecting)
            tellSelected(task); // the table knows, and may have several selected
    });
    connect(&timeline(), &TimelineView::taskSelected, this, &Workbench::selectTask);
    connect(&timeline(), &TimelineView::inspectRequested, this, &Workbench::inspect);
    // A row that goes because its task was not there yet takes no selection with it.
    connect(&m_parts.moment, &Moment::aboutToJump, this, [this] { m_isSelecting = true; });
    connect(&m_parts.moment, &Moment::jumped, this, &Workbench::followMoment);
}

void Workbench::followMoment()
{
    TaskTable &table = m_taskPane->table();
    m_isSelecting = true;
    const TaskId shown = ancestorOf(timeline().selectedTask());
    if (table.selectedTasks().value(0) != shown)
        table.selectTask(shown);
    m_isSelecting = false;
    table.viewport()->update(); // the time column, in every row that runs
}

/// A child has no row; the one it was made for has.
TaskId Workbench::ancestorOf(TaskId task) const
{
    for (TaskId parent = m_spans.parentOf(task); parent != TaskId::None;
         parent = m_spans.parentOf(task))
        task = parent;
    return task;
}

TimelineView &Workbench::timeline()
{
    return m_strip->view();
}

void Workbench::selectTask(TaskId task)
{
    if (m_isSelecting)
        return; // it comes back from one of those that were just told
    m_isSelecting = true;
    m_taskPane->table().selectTask(ancestorOf(task));
    m_isSelecting = false;
    tellSelected(task);
}

void Workbench::tellSelected(TaskId task)
{
    const QScopedValueRollback selecting(m_isSelecting, true);
    timeline().selectTask(task);
    emit taskSelected(task);
}

void Workbench::inspect(TaskId task)
{
    selectTask(task);
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
    connect(m_blockedJob, &BlockedJob::leftOver, this, [this](const QList<JobEntry> &entries) {
        m_parts.job.start(entries, m_controls->options());
    });
    connect(m_blockedJob, &BlockedJob::released, this, &Workbench::blockReleased);
    connect(&m_parts.job, &Job::imageReady, this, &Workbench::addImage);
    connect(m_blockedJob, &BlockedJob::imageReady, this, &Workbench::addImage);
    connect(&m_parts.moment, &Moment::changed, this, &Workbench::refresh);
    TaskTable *table = &m_taskPane->table();
    connect(m_taskPane, &TaskPane::runRequested, this, &Workbench::run);
    connect(table, &TaskTable::inspectRequested, m_results, &ResultPane::inspect);
    connect(this, &Workbench::taskSelected, m_results, &ResultPane::select);
    connect(table, &TaskTable::cancelRequested, this, &Workbench::cancel);
    connect(&m_results->gallery(), &GalleryView::inspectRequested, table, &TaskTable::selectTask);
    connect(m_totals, &TotalsBar::cancelAllRequested, this, &Workbench::cancelAll);
    connect(m_totals, &TotalsBar::retryFailedRequested, this, &Workbench::retryFailed);
    connect(m_totals, &TotalsBar::exportRequested, this, &Workbench::exportResults);
    connect(m_resultFile, &ResultFile::told, this,
            [this](const QString &sentence) { tell(sentence); });
}

void Workbench::setPracticeSet(const QStringList &addresses, const QString &base)
{
    m_practiceBase = base;
    setBaseAddress(base);
    m_controls->addresses().setPracticeSet(addresses);
}

void Workbench::setBaseAddress(const QString &base)
{
    m_tasks.setBaseAddress(base);
    m_images.setBaseAddress(base);
    m_results->inspector().setBaseAddress(base);
    timeline().setBaseAddress(base);
    emit baseAddressChanged(base);
}

void Workbench::setAddresses(const QStringList &addresses)
{
    m_controls->addresses().setText(addresses.join(u'\n').toUtf8(), tr("command line"));
}

void Workbench::setReadOnly(bool isReadOnly, const QString &base)
{
    m_isReadOnly = isReadOnly;
    m_controls->giveUp();
    setBaseAddress(isReadOnly ? base : m_practiceBase);
    m_controls->setEnabled(!isReadOnly);
    m_taskPane->setReadOnly(isReadOnly);
    m_results->gallery().setReadOnly(isReadOnly);
    m_totals->setReadOnly(isReadOnly);
    tell({});
    refresh();
}

/// Tells why nothing is done. The ids of a trace are not those of the tasks that run now.
bool Workbench::refusesWhileReadOnly()
{
    if (m_isReadOnly)
        tell(tr("A trace is shown, and it cannot be changed. Close it first."));
    return m_isReadOnly;
}

void Workbench::run()
{
    if (!refusesWhileReadOnly())
        m_controls->run();
}

void Workbench::fetchAll()
{
    const AddressSource source = m_controls->addresses().source();
    const QStringList faults = source.faults();
    tell(source.verdict(), faults.size() > 1 ? faults : QStringList());
    start(source.list.addresses());
}

void Workbench::start(const QList<QUrl> &addresses)
{
    if (addresses.isEmpty())
        return;
    if (!isBusy())
        m_parts.recording.clear(); // a new acquisition
    begin(addresses);
    emit started();
}

void Workbench::begin(const QList<QUrl> &addresses)
{
    m_parts.moment.showLive(); // what is done now is done in the present
    if (m_isBlocking)
        m_blockedJob->start(addresses, m_controls->options());
    else
        m_parts.job.start(addresses, m_controls->options());
}

bool Workbench::isBusy() const
{
    return m_parts.moment.live().unfinished() > 0 || m_parts.job.unfinished() > 0
        || m_blockedJob->unfinished() > 0 || m_controls->isWaiting();
}

TaskTable &Workbench::tasks()
{
    return m_taskPane->table();
}

void Workbench::setBlocking(bool isBlocking)
{
    m_isBlocking = isBlocking;
    if (!isBlocking)
        m_blockedJob->giveUp();
}

void Workbench::setBlockWay(BlockWay way, std::chrono::milliseconds length)
{
    m_blockedJob->setWay(way, length);
}

void Workbench::cancelAll()
{
    if (isBusy())
        m_parts.moment.showLive();
    m_controls->giveUp();
    m_parts.job.cancelAll();
    m_blockedJob->cancelAll();
    m_results->canvas().cancel();
}

void Workbench::cancelSelected()
{
    cancel(m_taskPane->table().selectedTasks());
}

void Workbench::cancel(const QList<TaskId> &tasks)
{
    if (refusesWhileReadOnly())
        return;
    m_parts.moment.showLive();
    for (const TaskId task : tasks) {
        const TaskState *state = m_parts.moment.board().task(task);
        if (state && state->type == TaskType::Picture)
            m_results->canvas().cancel();
        m_parts.job.cancel(task); // each knows its own tasks only
        m_blockedJob->cancel(task);
    }
}

void Workbench::retryFailed()
{
    if (refusesWhileReadOnly())
        return;
    const Board &board = m_parts.moment.live();
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
    m_parts.fetcher.setMaxInFlight(m_controls->inFlight());
    m_parts.fetcher.setMaxPerHost(m_controls->perHost());
}

void Workbench::refresh()
{
    const int unfinished = m_parts.moment.board().unfinished();
    m_taskPane->table().setRunning(unfinished > 0 && m_parts.moment.isLive() && !m_isReadOnly);
    const Processing then = m_controls->options().then;
    const bool makesImages = then == Processing::Thumbnail || then == Processing::ByType;
    m_results->gallery().setExpected(makesImages && !m_isReadOnly ? unfinished : 0);
}

void Workbench::addImage(TaskId task, const QImage &image)
{
    if (!m_isReadOnly) // a task of the trace may have the same id
        m_images.add(task, image);
}

void Workbench::takeList(const QMimeData &data)
{
    if (!refusesWhileReadOnly())
        m_controls->addresses().take(data);
}

void Workbench::openList()
{
    m_controls->addresses().chooseFile();
}

void Workbench::focusFilter()
{
    m_taskPane->focusFilter();
}

void Workbench::tell(const QString &sentence, const QStringList &details)
{
    m_notice->tell(sentence, details);
}

void Workbench::exportResults()
{
    if (m_parts.moment.board().rowCount() == 0)
        return tell(tr("There is nothing to export yet. Press Run first."));
    m_resultFile->chooseAndSave(m_parts.moment);
}

void Workbench::save(QSettings &settings) const
{
    m_controls->save(settings);
    settings.setValue("workbench/parts"_L1, SplitterSizes::toText(*m_splitter));
    if (!m_strip->isFolded())
        settings.setValue("workbench/strips"_L1, SplitterSizes::toText(*m_strips));
    settings.setValue("workbench/timelineFolded"_L1, m_strip->isFolded());
}

void Workbench::restore(SettingsReader &settings)
{
    const auto into = [](QSplitter *splitter) {
        return [splitter](const QString &sizes) {
            return sizes.isEmpty() || SplitterSizes::restore(*splitter, sizes);
        };
    };
    m_controls->restore(settings);
    settings.offer("workbench/parts"_L1, into(m_splitter));
    settings.offer("workbench/strips"_L1, into(m_strips));
    m_strip->setFolded(settings.flag("workbench/timelineFolded"_L1).value_or(false));
    applyLimits();
}
