// SPDX-License-Identifier: MIT
#pragma once

#include "compute/kernels/mandelbrotrun.h"
#include "record/recorder.h"
#include "record/recording.h"
#include "record/taskhandle.h"
#include "session/playhead.h"
#include "shared/chaosledger.h"
#include "shared/chaospaths.h"
#include "shared/chaosreceiver.h"
#include "shared/chaosrig.h"

#include <atomic>
#include <map>

/// Tasks without end, and whatever may happen to them: one step after another, each a random
/// choice. Without widgets, so that a detector of races can watch.
class ChaosModels
{
public:
    ChaosModels(Recorder &recorder, Playhead &playhead, ChaosLedger &ledger, quint32 seed);
    /// Whatever still runs is cancelled and waited for.
    ~ChaosModels() { dropRigs(); }
    Q_DISABLE_COPY_MOVE(ChaosModels)

    enum class End : quint8 { ByItself, CancelAll, Drop };
    /// Runs the loop, with as many steps in a turn as there is room for, until there were enough
    /// \p tasks and all have ended, or nothing ends any more.
    void goOn(int tasks, End end);
    void step();
    void cancelAll();
    /// Nobody who works is left; every future is finished afterwards.
    void dropRigs();
    /// All limits are wide, so that what is left does not take long.
    void widen();

    /// How many tasks with a row were begun.
    int tasks() const { return m_tasks; }
    /// How many of them may have no outcome yet.
    int open() const;
    /// What is left in the one map of what can be cancelled.
    int cancellable() const { return m_recorder.cancellation().count(); }
    /// Results that receivers still wait for.
    int awaited() const;
    /// What the practice servers still answer.
    int answering() const;
    bool continuedOnce() const { return m_continued == m_continuations; }
    /// How often each kind of thing was done.
    const std::map<QByteArray, int> &deeds() const { return m_deeds; }

private:
    using Deed = void (ChaosModels::*)(Dice &);
    struct Choice
    {
        int share;
        const char *name;
        Deed deed;
    };
    static const std::vector<Choice> &choices();

    void fetch(Dice &dice);
    void fetchThen(Dice &dice);
    void compute(Dice &dice);
    void computeThen(Dice &dice);
    void picture(Dice &dice);
    void job(Dice &dice);
    void jobAgain(Dice &dice);
    void handle(Dice &dice);
    void cancelOne(Dice &dice) { anyStop(dice).request_stop(); }
    void cancelTwice(Dice &dice);
    void cancelSome(Dice &dice);
    void cancelEverything(Dice &) { cancelAll(); }
    void cancelElsewhere(Dice &dice);
    void cancelKnown(Dice &dice);
    void limit(Dice &dice);
    void renewReceiver(Dice &dice);
    void renewJob(Dice &dice);
    void renewFetcher(Dice &dice);
    void renewPool(Dice &dice);
    void renewServer(Dice &dice);
    void travel(Dice &dice);

    ChaosRig &rig(Dice &dice) { return *m_rigs[size_t(dice.below(2))]; }
    ChaosReceiver &receiver(Dice &dice) { return *m_receivers[size_t(dice.below(4))]; }
    QUrl address(Dice &dice)
    {
        return ChaosPaths::address(dice, *m_servers[size_t(dice.below(2))]);
    }
    FetchRequest request(Dice &dice);
    std::stop_token token(Dice &dice);
    std::stop_source &anyStop(Dice &dice)
    {
        return m_stops[size_t(dice.below(int(m_stops.size())))];
    }
    void start(Job &job, const QList<QUrl> &addresses, Dice &dice);
    template <typename Value> void expect(const QFuture<Value> &future, Dice &dice)
    {
        ++m_tasks;
        m_ledger.promise(future);
        const bool isWatched = dice.chance(30);
        ChaosReceiver &watcher = receiver(dice);
        if (isWatched)
            watcher.watch(future);
    }
    /// What follows a result, wherever that is; counts that it comes exactly once.
    auto continuation()
    {
        ++m_continuations;
        return [this](const auto &result) {
            ++m_continued;
            return result;
        };
    }
    std::unique_ptr<PracticeServer> newServer();

    Recorder &m_recorder;
    Playhead &m_playhead;
    ChaosLedger &m_ledger;
    const quint32 m_seed;
    int m_step = 0;
    int m_tasks = 0;
    int m_continuations = 0;
    std::atomic<int> m_continued = 0;
    QList<QUrl> m_lastAddresses; // of a job
    std::map<QByteArray, int> m_deeds;
    std::vector<std::stop_source> m_stops {std::stop_source()};
    size_t m_nextStop = 0;
    std::array<std::unique_ptr<PracticeServer>, 2> m_servers;
    std::array<std::unique_ptr<ChaosReceiver>, 4> m_receivers;
    std::array<std::unique_ptr<ChaosRig>, 2> m_rigs;
    std::jthread m_elsewhere; // cancels, while everything goes on
};
