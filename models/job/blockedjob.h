// SPDX-License-Identifier: MIT
#pragma once

#include "job/blockway.h"
#include "job/job.h"
#include "record/taskhandle.h"

#include <QFuture>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

class BlockRelease;

/// The main job done wrong, on purpose: one address after the other, waited for and processed in a
/// slot of the thread this lives on, the GUI's. It blocks that thread for \c length at a time and
/// lets it breathe in between, so that a person can flip the switch back, or cancel its tasks by
/// Recorder::cancellation(): what only waited ends with the next turn of the loop.
class BlockedJob final : public QObject
{
    Q_OBJECT
public:
    /// All outlive it. \p release may end a block early.
    BlockedJob(Recorder &recorder, Fetcher &fetcher, BlockRelease &release,
               QObject *parent = nullptr);
    ~BlockedJob() override;

    /// Adds \p addresses; the blocking begins with the next turn of the loop.
    void start(const QList<QUrl> &addresses, const JobOptions &options);
    void setWay(BlockWay way, std::chrono::milliseconds length);

    /// Blocks no more. What has no outcome yet comes with leftOver(), for somebody else to go on
    /// with.
    void giveUp();
    int unfinished() const
    {
        return int(m_waiting.size() + m_leaving.size()) + (m_current ? 1 : 0);
    }

    /// How long the loop may turn between two blocks.
    static constexpr std::chrono::milliseconds breath {250};

signals:
    void imageReady(TaskId task, const QImage &image);
    /// A block was ended from outside; unless it is told otherwise, it blocks again.
    void released();
    void leftOver(const QList<JobEntry> &entries);

private:
    struct Item
    {
        Item(BlockedJob *job, const QUrl &address, const JobOptions &options);
        void finishCancelled() const;

        const QUrl address;
        const JobOptions options;
        const std::shared_ptr<TaskHandle> task;
        const std::stop_token cancelled;
        std::stop_source letGo; ///< ends the work on it here: cancelled, or left to somebody else
        QFuture<FetchResult> reply;
        std::optional<std::stop_callback<std::function<void()>>> onCancel; ///< until it is left
    };

    void onCancelled(std::stop_source letGo);
    void dropCancelled();
    void blockTheLoop();
    bool begin();
    void giveUpCurrent();
    bool waitForReply(const QDeadlineTimer &deadline);
    bool waitOnSocket(const QDeadlineTimer &deadline);
    void process(const FetchResult &result);

    Recorder &m_recorder;
    Fetcher &m_fetcher;
    BlockWay m_way = BlockWay::Sleep;
    std::chrono::milliseconds m_length {2'000};
    BlockRelease &m_release;
    std::stop_token m_stop; // of the present block
    std::atomic<bool> m_isDropping = false; // dropCancelled() is on its way
    std::deque<std::unique_ptr<Item>> m_waiting;
    std::unique_ptr<Item> m_current;
    std::vector<std::shared_ptr<Item>> m_leaving; // left over as soon as their fetch has ended
    QTimer m_next;
};
