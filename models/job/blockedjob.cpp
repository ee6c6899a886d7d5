// SPDX-License-Identifier: MIT
#include "job/blockedjob.h"

#include "compute/kernelattempt.h"
#include "fetch/fetcher.h"
#include "fetch/fetchtext.h"
#include "fetch/plainhttp.h"
#include "job/blockslots.h"
#include "job/jobkernels.h"
#include "job/jobstart.h"
#include "job/loopblocker.h"
#include "loop/blockrelease.h"
#include "record/currenttask.h"
#include "record/recorder.h"

#include <QFutureWatcher>

using namespace Qt::StringLiterals;

namespace {

class InlineContext final : public KernelContext
{
public:
    InlineContext(TaskHandle &task, std::stop_token stop)
        : m_task(task)
        , m_stop(std::move(stop))
    {
    }

    bool stopRequested() const override { return m_stop.stop_requested(); }
    void setTotal(qint64 units) override { m_task.note(NoteCode::Total, units); }
    void progress(qint64 done) override { m_task.progress(done); }

private:
    TaskHandle &m_task;
    const std::stop_token m_stop;
};

template <typename Kernel> QImage runInline(TaskHandle &task, Kernel kernel, InlineContext &context)
{
    std::optional<KernelValue<Kernel>> value;
    const Outcome outcome = attemptKernel([&] { return (value = kernel(context)).has_value(); },
                                          [&context] { return context.stopRequested(); });
    QImage image;
    if (value) {
        task.note(NoteCode::Result, 0, resultText(*value));
        image = resultImage(*value);
    }
    task.finish(outcome);
    return image;
}

/// Processes the body of \p result right here, on the calling thread, and finishes \p task: what
/// one must not do in the GUI's. Returns the thumbnail when there is one.
QImage processInline(TaskHandle &task, const JobOptions &options, const FetchResult &result,
                     std::stop_token stop)
{
    const Processing then = resolved(options.then, result.contentType);
    if (then == Processing::None) {
        task.finish(result.outcome);
        return {};
    }
    task.note(NoteCode::Stage, 0, processingName(then));
    task.run({Lane::Kind::Gui});
    InlineContext context(task, std::move(stop));
    QImage image;
    withKernel(then, options, result.body,
               [&](auto kernel) { image = runInline(task, std::move(kernel), context); });
    return image;
}

} // namespace

BlockedJob::BlockedJob(Recorder &recorder, Fetcher &fetcher, BlockRelease &release, QObject *parent)
    : QObject(parent)
    , m_recorder(recorder)
    , m_fetcher(fetcher)
    , m_release(release)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &BlockedJob::blockTheLoop);
}

BlockedJob::~BlockedJob()
{
    for (const std::unique_ptr<Item> &item : m_waiting)
        item->finishCancelled();
    if (m_current)
        m_current->letGo.request_stop();
}

BlockedJob::Item::Item(BlockedJob *job, const QUrl &address, const JobOptions &options)
    : address(address)
    , options(options)
    , task(newJobEntry(address, job->m_recorder).task)
    , cancelled(task->stopToken())
{
    onCancel.emplace(cancelled, [job, stop = letGo] { job->onCancelled(stop); });
}

void BlockedJob::Item::finishCancelled() const
{
    task->finish(Outcome::cancelled(FetchText::cancelled()));
}

void BlockedJob::start(const QList<QUrl> &addresses, const JobOptions &options)
{
    for (const QUrl &address : addresses)
        m_waiting.push_back(std::make_unique<Item>(this, address, options));
    if (!m_next.isActive())
        m_next.start(0);
}

/// On the thread that cancels.
void BlockedJob::onCancelled(std::stop_source letGo)
{
    letGo.request_stop();
    if (!m_isDropping.exchange(true))
        QMetaObject::invokeMethod(this, &BlockedJob::dropCancelled, Qt::QueuedConnection);
}

void BlockedJob::dropCancelled()
{
    m_isDropping = false;
    std::erase_if(m_waiting, [](const std::unique_ptr<Item> &item) {
        const bool isCancelled = item->cancelled.stop_requested();
        if (isCancelled)
            item->finishCancelled();
        return isCancelled;
    });
}

void BlockedJob::setWay(BlockWay way, std::chrono::milliseconds length)
{
    m_way = way;
    m_length = length;
}

void BlockedJob::giveUp()
{
    m_next.stop();
    QList<JobEntry> entries;
    for (const std::unique_ptr<Item> &item : m_waiting)
        entries.append({item->address, item->task});
    m_waiting.clear();
    if (!entries.isEmpty())
        emit leftOver(entries);
    if (m_current)
        giveUpCurrent();
}

/// Its fetch is under way and has the task: it goes on when that fetch has ended.
void BlockedJob::giveUpCurrent()
{
    const std::shared_ptr<Item> item = std::move(m_current);
    item->onCancel.reset();
    m_leaving.push_back(item);
    auto *watcher = new QFutureWatcher<FetchResult>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, item] {
        watcher->deleteLater();
        std::erase(m_leaving, item);
        if (item->cancelled.stop_requested())
            item->finishCancelled();
        else
            emit leftOver({{item->address, item->task}});
    });
    watcher->setFuture(item->reply);
    item->letGo.request_stop();
}

void BlockedJob::blockTheLoop()
{
    if (m_release.isBlocking()) // from within the nested loop of another block
        return m_next.start(breath);
    const QDeadlineTimer deadline(
        std::min<std::chrono::milliseconds>(m_length, LoopBlocker::longest), Qt::PreciseTimer);
    const BlockRelease::Block block(m_release);
    m_stop = block.token();
    while (!deadline.hasExpired() && !block.wasReleased()) {
        if (!m_current && !begin())
            break;
        const CurrentTask current(m_current->task->id());
        if (!waitForReply(deadline))
            break;
    }
    if (m_current || !m_waiting.empty())
        m_next.start(breath);
    if (block.wasReleased())
        emit released();
}

/// False when there is nothing to begin with.
bool BlockedJob::begin()
{
    if (m_isDropping)
        dropCancelled();
    if (m_waiting.empty())
        return false;
    m_current = std::move(m_waiting.front());
    m_waiting.pop_front();
    if (m_way == BlockWay::NetworkWait && m_current->address.scheme() == "http"_L1)
        return true; // by a socket of its own
    FetchRequest request {.url = m_current->address,
                          .limits = m_current->options.limits,
                          .retries = m_current->options.retries,
                          .task = m_current->task};
    m_current->reply = m_fetcher.fetch(std::move(request), m_current->letGo.get_token());
    return true;
}

bool BlockedJob::waitForReply(const QDeadlineTimer &deadline)
{
    if (!m_current->reply.isValid())
        return waitOnSocket(deadline);
    const QFuture<FetchResult> reply = m_current->reply;
    const auto left
        = std::chrono::ceil<std::chrono::milliseconds>(deadline.remainingTimeAsDuration());
    const auto isDone = [reply] { return reply.isFinished(); };
    const BlockWay way = m_way == BlockWay::NetworkWait ? BlockWay::Sleep : m_way;
    LoopBlocker::block(way, left, {.release = m_stop, .isDone = isDone});
    if (!m_current || !reply.isFinished()) // a nested loop can have brought the wish to give up
        return false;
    process(reply.result());
    return true;
}

bool BlockedJob::waitOnSocket(const QDeadlineTimer &deadline)
{
    Item &item = *m_current;
    item.task->run({Lane::Kind::Gui});
    const BlockTerms terms {deadline, m_stop,
                            [stop = item.letGo.get_token()] { return stop.stop_requested(); }};
    const QByteArray bytes = waitForReplyInSlot(terms, item.address);
    FetchResult result = PlainHttp::parse(bytes);
    if (item.letGo.stop_requested())
        result.outcome = Outcome::cancelled(FetchText::cancelled());
    else if (m_stop.stop_requested())
        result.outcome
            = Outcome::cancelled(tr("The block was released before the reply was there."));
    else if (terms.isOver())
        result.outcome = Outcome::timedOut(tr("Not done within the %1 that the loop was blocked.")
                                               .arg(FetchText::duration(m_length)));
    item.task->note(NoteCode::Status, result.status);
    item.task->note(NoteCode::Bytes, result.wireBytes);
    item.task->note(NoteCode::Integrity, qint64(result.integrity));
    process(result);
    return true;
}

void BlockedJob::process(const FetchResult &result)
{
    const std::unique_ptr<Item> item = std::move(m_current);
    if (result.outcome.hasSucceeded()) {
        const QImage image
            = processInline(*item->task, item->options, result, item->letGo.get_token());
        if (!image.isNull())
            emit imageReady(item->task->id(), image);
    } else {
        item->task->finish(result.outcome);
    }
}
