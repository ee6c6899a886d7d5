// SPDX-License-Identifier: MIT
#include "fetch/fetchscheduler.h"
#include "shared/namedmain.h"

#include <QRandomGenerator>
#include <QTest>

#include <map>
#include <set>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

using Start = FetchScheduler::Start;

std::vector<quint64> tickets(const std::vector<Start> &starts)
{
    std::vector<quint64> list;
    for (const Start &start : starts)
        list.push_back(start.ticket);
    return list;
}

std::vector<Start> startAll(FetchScheduler &scheduler)
{
    std::vector<Start> starts;
    while (const auto start = scheduler.next())
        starts.push_back(*start);
    return starts;
}

/// The same rules in the plainest way: look through everything that waits, each time.
class Naive
{
public:
    int inFlight = 24;
    int perHost = 6;
    std::map<quint64, QString> waiting;
    std::map<quint64, std::pair<QString, Start>> running;

    std::optional<quint64> next() const
    {
        if (int(running.size()) >= inFlight)
            return std::nullopt;
        for (const auto &[ticket, host] : waiting) {
            if (runningAt(host) < perHost)
                return ticket;
        }
        return std::nullopt;
    }
    int runningAt(const QString &host) const
    {
        int count = 0;
        for (const auto &[ticket, held] : running)
            count += held.first == host;
        return count;
    }
    int lowestSlot() const
    {
        return lowest([](const auto &) { return true; }, &Start::slot);
    }
    int lowestSlotOf(const QString &host) const
    {
        return lowest([&](const auto &held) { return held.first == host; }, &Start::hostSlot);
    }

private:
    template <typename Filter> int lowest(Filter filter, int Start::*number) const
    {
        std::set<int> taken;
        for (const auto &[ticket, held] : running) {
            if (filter(held))
                taken.insert(held.second.*number);
        }
        int free = 0;
        while (taken.contains(free))
            ++free;
        return free;
    }
};

} // namespace

class TestFetchScheduler : public QObject
{
    Q_OBJECT
private slots:
    void firstInFirstOut();
    void aFullHostLetsOthersPass();
    void limitsChangeWhileItRuns();
    void removedNeverStart();
    void slotsAreTheLowestFree();
    void manyHosts();
    void agreesWithTheNaiveModel();
};

void TestFetchScheduler::firstInFirstOut()
{
    FetchScheduler scheduler;
    scheduler.setLimits(3, 3);
    for (const quint64 ticket : {4, 2, 5, 1, 3}) // the number decides, not the moment
        scheduler.enqueue(ticket, u"a"_s);
    const auto starts = startAll(scheduler);
    QCOMPARE(tickets(starts), (std::vector<quint64> {1, 2, 3}));
    QCOMPARE(scheduler.waiting(), 2);
    QCOMPARE(scheduler.inFlight(), 3);
    scheduler.release(starts[1], u"a"_s);
    QCOMPARE(tickets(startAll(scheduler)), (std::vector<quint64> {4}));
}

void TestFetchScheduler::aFullHostLetsOthersPass()
{
    FetchScheduler scheduler;
    scheduler.setLimits(10, 2);
    for (quint64 ticket = 1; ticket <= 5; ++ticket)
        scheduler.enqueue(ticket, u"slow"_s);
    scheduler.enqueue(6, u"other"_s);
    QCOMPARE(tickets(startAll(scheduler)), (std::vector<quint64> {1, 2, 6}));
    // One that was redirected comes with its old ticket, hence before those that came later.
    scheduler.setLimits(10, 1);
    scheduler.enqueue(8, u"third"_s);
    scheduler.enqueue(7, u"third"_s);
    QCOMPARE(tickets(startAll(scheduler)), (std::vector<quint64> {7}));
}

void TestFetchScheduler::limitsChangeWhileItRuns()
{
    FetchScheduler scheduler;
    scheduler.setLimits(1, 1);
    for (quint64 ticket = 1; ticket <= 20; ++ticket)
        scheduler.enqueue(ticket, u"a"_s);
    auto running = startAll(scheduler);
    QCOMPARE(running.size(), 1);
    scheduler.setLimits(8, 8);
    const auto more = startAll(scheduler);
    QCOMPARE(more.size(), 7);
    running.insert(running.end(), more.begin(), more.end());
    scheduler.setLimits(8, 3); // no new ones until fewer run
    for (int i = 0; i < 5; ++i) {
        QVERIFY(!scheduler.next());
        scheduler.release(running[size_t(i)], u"a"_s);
    }
    QVERIFY(!scheduler.next());
    scheduler.release(running[5], u"a"_s);
    QCOMPARE(startAll(scheduler).size(), 1);
    scheduler.setLimits(0, -5); // nonsense is one
    QCOMPARE(scheduler.maxInFlight(), 1);
    QCOMPARE(scheduler.maxPerHost(), 1);
}

void TestFetchScheduler::removedNeverStart()
{
    FetchScheduler scheduler;
    scheduler.setLimits(10, 10);
    for (quint64 ticket = 1; ticket <= 4; ++ticket)
        scheduler.enqueue(ticket, u"a"_s);
    scheduler.remove(1, u"a"_s);
    scheduler.remove(3, u"a"_s);
    scheduler.remove(3, u"a"_s);
    scheduler.remove(9, u"a"_s);
    scheduler.remove(4, u"unknown"_s);
    QCOMPARE(scheduler.waiting(), 2);
    QCOMPARE(tickets(startAll(scheduler)), (std::vector<quint64> {2, 4}));
}

void TestFetchScheduler::slotsAreTheLowestFree()
{
    FetchScheduler scheduler;
    scheduler.setLimits(4, 2);
    for (quint64 ticket = 1; ticket <= 4; ++ticket)
        scheduler.enqueue(ticket, ticket % 2 ? u"odd"_s : u"even"_s);
    const auto starts = startAll(scheduler);
    for (int i = 0; i < 4; ++i) {
        QCOMPARE(starts[size_t(i)].slot, i);
        QCOMPARE(starts[size_t(i)].hostSlot, i / 2);
    }
    scheduler.release(starts[2], u"odd"_s);
    scheduler.release(starts[0], u"odd"_s);
    scheduler.enqueue(5, u"odd"_s);
    const auto next = scheduler.next();
    QVERIFY(next);
    QCOMPARE(next->slot, 0);
    QCOMPARE(next->hostSlot, 0);
}

void TestFetchScheduler::manyHosts()
{
    FetchScheduler scheduler;
    scheduler.setLimits(100, 1);
    for (quint64 ticket = 1; ticket <= 20'000; ++ticket)
        scheduler.enqueue(ticket, QString::number(ticket % 10'000));
    quint64 started = 0;
    while (const auto start = scheduler.next()) {
        QCOMPARE(start->ticket, ++started);
        scheduler.release(*start, QString::number(start->ticket % 10'000));
    }
    QCOMPARE(started, 20'000);
    QCOMPARE(scheduler.waiting(), 0);
    QCOMPARE(scheduler.inFlight(), 0);
}

void TestFetchScheduler::agreesWithTheNaiveModel()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    FetchScheduler scheduler;
    Naive model;
    scheduler.setLimits(model.inFlight, model.perHost);
    quint64 lastTicket = 0;
    std::set<quint64> begun;
    const auto pickOf
        = [&](const auto &map) { return std::next(map.begin(), random.bounded(int(map.size()))); };
    const auto step = [&](int dice) {
        if (dice < 45) {
            const QString host = QString::number(random.bounded(5));
            scheduler.enqueue(++lastTicket, host);
            model.waiting.emplace(lastTicket, host);
        } else if (dice < 55 && !model.waiting.empty()) {
            const auto gone = pickOf(model.waiting);
            scheduler.remove(gone->first, gone->second);
            model.waiting.erase(gone);
        } else if (dice < 95 && !model.running.empty()) {
            const auto done = pickOf(model.running);
            scheduler.release(done->second.second, done->second.first);
            model.running.erase(done);
        } else if (dice >= 95) {
            model.inFlight = 1 + random.bounded(20);
            model.perHost = 1 + random.bounded(8);
            scheduler.setLimits(model.inFlight, model.perHost);
        }
    };
    for (int i = 0; i < 20'000 || !model.waiting.empty() || !model.running.empty(); ++i) {
        step(i < 20'000 ? random.bounded(100) : 60); // in the end everything gets its turn
        if (random.bounded(3) == 0)
            continue; // several changes before the next look
        while (const auto expected = model.next()) {
            const auto start = scheduler.next();
            QVERIFY(start);
            QCOMPARE(start->ticket, *expected);
            QVERIFY(begun.insert(start->ticket).second);
            const QString host = model.waiting.extract(*expected).mapped();
            QCOMPARE(start->slot, model.lowestSlot());
            QCOMPARE(start->hostSlot, model.lowestSlotOf(host));
            model.running.emplace(start->ticket, std::pair(host, *start));
        }
        QVERIFY(!scheduler.next());
        QCOMPARE(scheduler.waiting(), int(model.waiting.size()));
        QCOMPARE(scheduler.inFlight(), int(model.running.size()));
    }
    QVERIFY(begun.size() > 1'000);
}

QTEST_APPLESS_MAIN(TestFetchScheduler)
#include "tst_fetchscheduler.moc"
