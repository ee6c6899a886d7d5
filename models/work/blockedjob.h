// SPDX-License-Identifier: MIT
#pragma once

#include "work/blockway.h"
#include "work/job.h"
#include "work/taskhandle.h"

#include <QFuture>
#include <QTimer>

#include <chrono>
#include <deque>
#include <stop_token>

/// The main job done wrong, on purpose: one address after the other, waited for and processed in a
/// slot of the thread this lives on, the GUI's. It blocks that thread for \c length at a time and
/// lets it breathe in between, so that a person can flip the switch back.
class BlockedJob final : public QObject
{
    Q_OBJECT
public:
    BlockedJob(Recorder &recorder, Fetcher &fetcher, QObject *parent = nullptr);
    ~BlockedJob() override;

    /// Adds \p addresses; the blocking begins with the next turn of the loop.
    void start(const QList<QUrl> &addresses, const JobOptions &options);
    void setWay(BlockWay way, std::chrono::milliseconds length);
    /// Ends the present block early; may be asked from any thread.
    void setRelease(std::stop_token release) { m_release = std::move(release); }

    /// Gives all addresses away that were not begun, for somebody else to go on with.
    QList<JobEntry> takeWaiting();
    void cancel(TaskId task);
    void cancelAll();
    int unfinished() const { return int(m_waiting.size()) + (m_current ? 1 : 0); }

    /// How long the loop may turn between two blocks.
    static constexpr std::chrono::milliseconds breath {250};

signals:
    void imageReady(TaskId task, const QImage &image);

private:
    struct Item
    {
        QUrl address;
        JobOptions options;
        std::shared_ptr<TaskHandle> task {};
        std::stop_source stop {};
        QFuture<FetchResult> reply {};
    };

    void blockTheLoop();
    void begin();
    bool waitForReply(const QDeadlineTimer &deadline);
    bool waitOnSocket(const QDeadlineTimer &deadline);
    void process(const FetchResult &result);

    Recorder &m_recorder;
    Fetcher &m_fetcher;
    BlockWay m_way = BlockWay::Sleep;
    std::chrono::milliseconds m_length {2'000};
    std::stop_token m_release;
    std::deque<std::unique_ptr<Item>> m_waiting;
    std::unique_ptr<Item> m_current;
    QTimer m_next;
};
