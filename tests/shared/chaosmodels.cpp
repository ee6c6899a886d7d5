// SPDX-License-Identifier: MIT
#include "shared/chaosmodels.h"

#include <numeric>

using namespace Qt::StringLiterals;

namespace {
constexpr size_t stopsKept = 2'000; // most of them of tasks that have ended
}

const std::vector<ChaosModels::Choice> &ChaosModels::choices()
{
    static const std::vector<Choice> all {
        {300, "fetch", &ChaosModels::fetch},
        {80, "fetch, then go on", &ChaosModels::fetchThen},
        {150, "compute", &ChaosModels::compute},
        {60, "compute, then go on", &ChaosModels::computeThen},
        {6, "picture", &ChaosModels::picture},
        {50, "job", &ChaosModels::job},
        {10, "job again", &ChaosModels::jobAgain},
        {40, "handle", &ChaosModels::handle},
        {40, "cancel one", &ChaosModels::cancelOne},
        {20, "cancel twice", &ChaosModels::cancelTwice},
        {5, "cancel some", &ChaosModels::cancelSome},
        {1, "cancel all", &ChaosModels::cancelEverything},
        {4, "cancel from another thread", &ChaosModels::cancelElsewhere},
        {30, "cancel what is known", &ChaosModels::cancelKnown},
        {25, "limits", &ChaosModels::limit},
        {20, "new receiver", &ChaosModels::renewReceiver},
        {4, "new job", &ChaosModels::renewJob},
        {1, "new fetcher", &ChaosModels::renewFetcher},
        {1, "new pool", &ChaosModels::renewPool},
        {2, "new server", &ChaosModels::renewServer},
        {20, "time travel", &ChaosModels::travel},
    };
    return all;
}

ChaosModels::ChaosModels(Recorder &recorder, Playhead &playhead, ChaosLedger &ledger, quint32 seed)
    : m_recorder(recorder)
    , m_playhead(playhead)
    , m_ledger(ledger)
    , m_seed(seed)
{
    for (auto &server : m_servers)
        server = newServer();
    for (auto &receiver : m_receivers)
        receiver = std::make_unique<ChaosReceiver>(ledger);
    for (auto &rig : m_rigs)
        rig = std::make_unique<ChaosRig>(recorder, 2);
}

std::unique_ptr<PracticeServer> ChaosModels::newServer()
{
    auto server = std::make_unique<PracticeServer>(m_seed);
    if (!server->start())
        m_ledger.fault(server->errorString());
    return server;
}

void ChaosModels::step()
{
    Dice dice(m_seed, ++m_step);
    static const int shares
        = std::accumulate(choices().begin(), choices().end(), 0,
                          [](int sum, const Choice &choice) { return sum + choice.share; });
    int chosen = dice.below(shares);
    for (const Choice &choice : choices()) {
        chosen -= choice.share;
        if (chosen >= 0)
            continue;
        ++m_deeds[choice.name];
        return (this->*choice.deed)(dice);
    }
}

int ChaosModels::open() const
{
    int sum = m_ledger.open();
    for (const auto &rig : m_rigs)
        sum += rig ? rig->unfinished() : 0;
    return sum;
}

int ChaosModels::awaited() const
{
    return std::accumulate(m_receivers.begin(), m_receivers.end(), 0,
                           [](int sum, const auto &one) { return sum + one->awaited(); });
}

int ChaosModels::answering() const
{
    return std::accumulate(m_servers.begin(), m_servers.end(), 0, [](int sum, const auto &one) {
        return sum + one->counters().concurrent;
    });
}

/// Its own stop mostly; sometimes one of another task, which may have been used already.
std::stop_token ChaosModels::token(Dice &dice)
{
    const int share = dice.below(100);
    std::stop_source &other = anyStop(dice);
    if (share < 10)
        return {};
    if (share < 25)
        return other.get_token();
    m_nextStop = (m_nextStop + 1) % stopsKept;
    if (m_nextStop == m_stops.size())
        m_stops.emplace_back();
    else
        m_stops[m_nextStop] = std::stop_source();
    return m_stops[m_nextStop].get_token();
}

FetchRequest ChaosModels::request(Dice &dice)
{
    FetchRequest request {.url = address(dice), .limits = ChaosPaths::limits(dice)};
    request.method = dice.chance(85) ? "GET" : dice.chance(50) ? "POST" : "HEAD";
    if (request.method == "POST")
        request.body = "chaos";
    request.retries = dice.below(4);
    return request;
}

void ChaosModels::fetch(Dice &dice)
{
    const FetchRequest wanted = request(dice);
    const std::stop_token stop = token(dice);
    expect(rig(dice).fetcher->fetch(wanted, stop), dice);
}

void ChaosModels::fetchThen(Dice &dice)
{
    const FetchRequest wanted = request(dice);
    const std::stop_token stop = token(dice);
    const auto goOn = continuation();
    const auto then = [goOn](const FetchResult &result) { return goOn(result); };
    expect(rig(dice).fetcher->fetchThen(wanted, then, stop), dice);
}

void ChaosModels::compute(Dice &dice)
{
    const auto kernel = chaosKernel(dice);
    const std::stop_token stop = token(dice);
    expect(rig(dice).pool->run(u"kernel"_s, kernel, stop), dice);
}

void ChaosModels::computeThen(Dice &dice)
{
    const auto kernel = chaosKernel(dice);
    const std::stop_token stop = token(dice);
    const auto goOn = continuation();
    const auto then = [goOn](const Computed<int> &result) { return goOn(result); };
    expect(rig(dice).pool->runThen(u"kernel"_s, kernel, then, stop), dice);
}

void ChaosModels::picture(Dice &dice)
{
    const MandelbrotView view {
        .size = {dice.between(1, 60), dice.between(1, 40)}, .maxIterations = 300, .tile = 16};
    const MandelbrotRun run = runMandelbrot(*rig(dice).pool, view);
    ++m_tasks;
    m_ledger.promise(run.outcome, run.picture);
    receiver(dice).watch(run.outcome);
}

void ChaosModels::start(Job &job, const QList<QUrl> &addresses, Dice &dice)
{
    const auto processings
        = std::to_array({Processing::None, Processing::Sha256, Processing::Thumbnail,
                         Processing::WordCount, Processing::ByType});
    JobOptions options {.limits = ChaosPaths::limits(dice),
                        .retries = dice.below(3),
                        .then = dice.pick(processings)};
    options.limits.maxBytes = 100'000;
    m_tasks += int(addresses.size());
    m_lastAddresses = addresses;
    job.start(addresses, options);
}

void ChaosModels::job(Dice &dice)
{
    ChaosRig &here = rig(dice);
    const auto i = size_t(dice.below(2));
    receiver(dice).watch(*here.jobs[i], here.isThere[i]);
    QList<QUrl> addresses;
    for (int left = dice.between(1, 24); left > 0; --left)
        addresses.append(address(dice));
    start(*here.jobs[i], addresses, dice);
}

/// What a person does with those that failed; some servers may be gone meanwhile.
void ChaosModels::jobAgain(Dice &dice)
{
    start(*rig(dice).jobs[size_t(dice.below(2))], m_lastAddresses, dice);
}

/// Reported by hand: finished twice, moved away, or forgotten.
void ChaosModels::handle(Dice &dice)
{
    ++m_tasks;
    TaskHandle task(m_recorder, TaskType::Step, u"by hand"_s);
    if (dice.chance(70))
        task.run({Lane::Kind::Gui, 0});
    if (dice.chance(40))
        TaskHandle(std::move(task)).progress(1);
    else if (dice.chance(70))
        task.finish(Outcome::succeeded());
    task.finish(Outcome::failed(u"too late or just in time"_s));
}

void ChaosModels::cancelTwice(Dice &dice)
{
    std::stop_source &stop = anyStop(dice);
    stop.request_stop();
    stop.request_stop();
}

void ChaosModels::cancelSome(Dice &dice)
{
    for (int i = 0; i < 12; ++i)
        anyStop(dice).request_stop();
}

void ChaosModels::cancelAll()
{
    for (std::stop_source &stop : m_stops)
        stop.request_stop();
    m_recorder.cancellation().cancelAll();
}

void ChaosModels::cancelElsewhere(Dice &dice)
{
    std::vector<std::stop_source> stops;
    for (int i = 0; i < 20; ++i)
        stops.push_back(anyStop(dice));
    m_elsewhere = std::jthread([stops = std::move(stops)]() mutable {
        for (std::stop_source &stop : stops)
            stop.request_stop();
    });
}

/// Of any task there is: running, ended, of a job, a picture, or of none.
void ChaosModels::cancelKnown(Dice &dice)
{
    const qsizetype known = m_playhead.latest().taskCount();
    QList<TaskId> tasks;
    for (int i = dice.chance(20) ? 3'000 : 6; i > 0; --i) // so many are stopped by a pool thread
        tasks.append(TaskId(std::max(1, int(known) - dice.below(900))));
    m_recorder.cancellation().cancel(tasks);
    if (dice.chance(5))
        m_recorder.cancellation().cancelAll();
}

void ChaosModels::limit(Dice &dice)
{
    Fetcher &fetcher = *rig(dice).fetcher;
    fetcher.setMaxInFlight(dice.between(dice.chance(10) ? 1 : 16, 96));
    fetcher.setMaxPerHost(dice.between(dice.chance(10) ? 1 : 8, 96));
}

void ChaosModels::widen()
{
    for (const auto &rig : m_rigs) {
        rig->fetcher->setMaxInFlight(96);
        rig->fetcher->setMaxPerHost(96);
    }
}

void ChaosModels::renewReceiver(Dice &dice)
{
    m_receivers[size_t(dice.below(4))] = std::make_unique<ChaosReceiver>(m_ledger);
}

void ChaosModels::renewJob(Dice &dice)
{
    rig(dice).renewJob(size_t(dice.below(2)));
}

void ChaosModels::renewFetcher(Dice &dice)
{
    rig(dice).renewFetcher();
}

void ChaosModels::renewPool(Dice &dice)
{
    rig(dice).renewPool(dice.between(1, 3));
}

void ChaosModels::renewServer(Dice &dice)
{
    auto &server = m_servers[size_t(dice.below(2))];
    server.reset();
    server = newServer();
}

/// Back, one event further, and live again.
void ChaosModels::travel(Dice &dice)
{
    const int where = dice.below(3);
    const int share = dice.below(100);
    const Recording &recording = m_playhead.recording();
    if (where == 0)
        return m_playhead.showLive();
    if (where == 1)
        return m_playhead.step(share - 50);
    const qint64 length = recording.nowNs() - recording.originNs();
    m_playhead.showAt(recording.originNs() + length * share / 100);
}

void ChaosModels::dropRigs()
{
    for (auto &rig : m_rigs)
        rig.reset();
}

void ChaosModels::goOn(int tasks, End end)
{
    constexpr int guardMs = 60'000;
    constexpr int mostOpen = 400; // tasks at once
    QEventLoop loop;
    QTimer clock;
    QTimer guard; // of nothing happening any more
    int ended = 0;
    bool isEnding = false;
    QObject::connect(&clock, &QTimer::timeout, &loop, [&] {
        m_ledger.look();
        const int before = std::exchange(ended, m_tasks - open());
        if (ended != before)
            guard.start(guardMs);
        for (int i = 0; i < 10 && m_tasks < tasks && open() < mostOpen; ++i)
            step();
        if (m_tasks < tasks)
            return;
        if (!std::exchange(isEnding, true)) {
            widen();
            if (end == End::CancelAll)
                cancelAll();
            else if (end == End::Drop)
                dropRigs();
        }
        if (open() == 0 && awaited() == 0)
            loop.quit();
    });
    QObject::connect(&guard, &QTimer::timeout, &loop, &QEventLoop::quit);
    guard.start(guardMs);
    clock.start(1);
    loop.exec();
}
