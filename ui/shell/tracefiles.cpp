// SPDX-License-Identifier: MIT
#include "ui/shell/tracefiles.h"

#include "trace/tracefile.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QPromise>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace {

constexpr int wholePercent = 100;

/// What a promise has instead of a stop token: whoever cancels its future is heard at the next
/// look.
template <typename Result> TraceWatch watchOf(QPromise<Result> &promise, std::stop_source &stop)
{
    promise.setProgressRange(0, wholePercent);
    return {stop.get_token(), [&promise, &stop](double done) {
                promise.setProgressValue(int(done * wholePercent));
                if (promise.isCanceled())
                    stop.request_stop();
            }};
}

void load(QPromise<Trace> &promise, const QString &path)
{
    std::stop_source stop;
    promise.addResult(TraceFile::load(path, watchOf(promise, stop)));
}

void store(QPromise<QString> &promise, const Snapshot &events, const QString &path)
{
    std::stop_source stop;
    promise.addResult(TraceFile::save(events, path, watchOf(promise, stop)));
}

template <typename Result> bool isRunning(const QFutureWatcher<Result> &watcher)
{
    return watcher.isStarted() && !watcher.isFinished();
}

} // namespace

TraceFiles::TraceFiles(QWidget *window)
    : QObject(window)
    , m_window(window)
    , m_opening(new QFutureWatcher<Trace>(this))
    , m_saving(new QFutureWatcher<QString>(this))
{
    connect(m_opening, &QFutureWatcher<Trace>::progressValueChanged, this, [this](int percent) {
        emit began(tr("Opening %1 … %2 %").arg(QFileInfo(m_path).fileName()).arg(percent));
    });
    connect(m_saving, &QFutureWatcher<QString>::progressValueChanged, this, [this](int percent) {
        emit began(tr("Saving %1 … %2 %").arg(QFileInfo(m_path).fileName()).arg(percent));
    });
    connect(m_opening, &QFutureWatcher<Trace>::finished, this, &TraceFiles::finishOpening);
    connect(m_saving, &QFutureWatcher<QString>::finished, this, &TraceFiles::finishSaving);
}

TraceFiles::~TraceFiles()
{
    m_opening->disconnect(this);
    m_saving->disconnect(this);
    stop();
    if (isRunning(*m_opening))
        m_opening->waitForFinished(); // it looks for a stop with each block
    if (isRunning(*m_saving))
        m_saving->waitForFinished();
}

bool TraceFiles::isBusy() const
{
    return isRunning(*m_opening) || isRunning(*m_saving);
}

void TraceFiles::chooseAndOpen()
{
    auto *dialog = new QFileDialog(m_window, tr("Open a trace"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Traces (*.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &TraceFiles::open);
    dialog->open();
}

void TraceFiles::chooseAndSave(const Snapshot &events)
{
    if (events.size() == 0)
        return emit told(tr("There is nothing to export yet. Press Run first."));
    auto *dialog = new QFileDialog(m_window, tr("Export a trace"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Traces (*.json)")});
    dialog->setDefaultSuffix(u"json"_s);
    dialog->selectFile(u"loopscope-trace"_s);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, events](const QString &path) { save(events, path); });
    dialog->open();
}

void TraceFiles::open(const QString &path)
{
    if (isBusy())
        return;
    m_path = path;
    emit began(tr("Opening %1 …").arg(QFileInfo(path).fileName()));
    m_opening->setFuture(QtConcurrent::run(load, path));
}

void TraceFiles::save(const Snapshot &events, const QString &path)
{
    if (isBusy())
        return;
    m_path = path;
    emit began(tr("Saving %1 …").arg(QFileInfo(path).fileName()));
    m_saving->setFuture(QtConcurrent::run(store, events, path));
}

void TraceFiles::stop()
{
    m_opening->cancel();
    m_saving->cancel();
}

void TraceFiles::finishOpening()
{
    emit ended();
    if (m_opening->isCanceled())
        return emit told(tr("Opening was stopped."));
    QFuture<Trace> future = m_opening->future();
    const Trace trace = future.takeResult(); // or the watcher would keep the events
    if (trace.fault.isEmpty())
        emit opened(m_path, trace.events);
    else
        emit told(trace.fault);
}

void TraceFiles::finishSaving()
{
    emit ended();
    if (m_saving->isCanceled())
        return emit told(tr("Saving was stopped."));
    const QString fault = m_saving->result();
    emit told(fault.isEmpty() ? tr("Saved as %1.").arg(m_path) : fault);
}
