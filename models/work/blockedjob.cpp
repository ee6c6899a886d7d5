// SPDX-License-Identifier: MIT
#include "work/blockedjob.h"

#include "record/currenttask.h"
#include "work/blockrelease.h"
#include "work/blockslots.h"
#include "work/fetcher.h"
#include "work/fetchtext.h"
#include "work/inlinekernel.h"
#include "work/jobitem.h"
#include "work/loopblocker.h"
#include "work/plainreply.h"

#include <QFutureWatcher>

using namespace Qt::StringLiterals;

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
    cancelAll();
}

void BlockedJob::start(const QList<QUrl> &addresses, const JobOptions &options)
{
    for (const QUrl &address : addresses) {
        m_waiting.push_back(
            std::make_unique<Item>(Item {address, options, newJobEntry(address, m_recorder).task}));
    }
    if (!m_next.isActive())
        m_next.start(0);
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
    item->isCancelled = item->stop.stop_requested();
    m_leaving.push_back(item);
    auto *watcher = new QFutureWatcher<FetchResult>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, item] {
        watcher->deleteLater();
        std::erase(m_leaving, item);
        if (item->isCancelled)
            item->task->finish(Outcome::cancelled(FetchText::cancelled()));
        else
            emit leftOver({{item->address, item->task}});
    });
    watcher->setFuture(item->reply);
    item->stop.request_stop();
}

void BlockedJob::cancel(TaskId task)
{
    if (m_current && m_current->task->id() == task)
        m_current->stop.request_stop();
    std::erase_if(m_waiting, [task](const std::unique_ptr<Item> &item) {
        if (item->task->id() != task)
            return false;
        item->task->finish(Outcome::cancelled(FetchText::cancelled()));
        return true;
    });
    for (const std::shared_ptr<Item> &item : m_leaving)
        item->isCancelled = item->isCancelled || item->task->id() == task;
}

void BlockedJob::cancelAll()
{
    for (const std::unique_ptr<Item> &item : m_waiting)
        item->task->finish(Outcome::cancelled(FetchText::cancelled()));
    m_waiting.clear();
    if (m_current)
        m_current->stop.request_stop();
    for (const std::shared_ptr<Item> &item : m_leaving)
        item->isCancelled = true;
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
        if (!m_current) {
            if (m_waiting.empty())
                break;
            begin();
        }
        const CurrentTask current(m_current->task->id());
        if (!waitForReply(deadline))
            break;
    }
    if (m_current || !m_waiting.empty())
        m_next.start(breath);
    if (block.wasReleased())
        emit released();
}

void BlockedJob::begin()
{
    m_current = std::move(m_waiting.front());
    m_waiting.pop_front();
    if (m_way == BlockWay::NetworkWait && m_current->address.scheme() == "http"_L1)
        return; // by a socket of its own
    FetchRequest request {.url = m_current->address,
                          .limits = m_current->options.limits,
                          .retries = m_current->options.retries,
                          .task = m_current->task};
    m_current->reply = m_fetcher.fetch(std::move(request), m_current->stop.get_token());
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
                            [stop = item.stop.get_token()] { return stop.stop_requested(); }};
    const QByteArray bytes = waitForReplyInSlot(terms, item.address);
    FetchResult result = PlainReply::parse(bytes);
    if (item.stop.stop_requested())
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
            = processInline(*item->task, item->options, result, item->stop.get_token());
        if (!image.isNull())
            emit imageReady(item->task->id(), image);
    } else {
        item->task->finish(result.outcome);
    }
}
