// SPDX-License-Identifier: MIT
#include "shared/chromerules.h"
#include "shared/namedmain.h"
#include "shared/randomstory.h"
#include "trace/tracereader.h"
#include "trace/tracewriter.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

/// A recording written as a trace keeps the rules of Chrome's format, tells the same story, and
/// comes back as it was.
class TestChromeTrace : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void everyEventComesBack();
    void theStateComesBack();
    void theRulesAreKept();
    void theRulesCanBeBroken_data();
    void theRulesCanBeBroken();
    void whatRanOverlappingIsNestedAnyway();
    void aSpanStandsWhereItRan();
    void whatIsNobodysIsLeftOut();
    void aStallHasItsStack();
    void arrowsLeadFromParentToChild();
    void countersTellHowManyRun();
    void everyTypeOfTaskHasItsCategory();
    void anEmptyRecordingIsATraceToo();
    void aStopLeavesOff();
    void progressGoesFromNothingToAll();

private:
    std::vector<TaskEvent> story(int tasks = 400)
    {
        return RandomStory(m_seed, origin, RandomStory::Content::Watched).tell(tasks);
    }
    static QByteArray written(std::vector<TaskEvent> events);
    static QJsonArray lines(const QByteArray &json)
    {
        return QJsonDocument::fromJson(json).object()["traceEvents"_L1].toArray();
    }
    static QList<QJsonObject> of(const QByteArray &json, const QString &phase);

    static constexpr qint64 origin = 5'000'000'000'000;
    quint32 m_seed = 0;
};

void TestChromeTrace::initTestCase()
{
    m_seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", m_seed);
}

namespace {

Snapshot snapshotOf(std::vector<TaskEvent> events, qint64 originNs)
{
    Snapshot snapshot(originNs);
    for (TaskEvent &event : events)
        snapshot.append(std::move(event));
    return snapshot;
}

Trace read(QByteArray json)
{
    QBuffer buffer(&json);
    buffer.open(QIODevice::ReadOnly);
    const TraceWatch watch;
    return TraceReader(buffer, watch).read();
}

} // namespace

QByteArray TestChromeTrace::written(std::vector<TaskEvent> events)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const TraceWatch watch;
    const Snapshot snapshot = snapshotOf(std::move(events), origin);
    return TraceWriter(snapshot, buffer, watch).write() ? buffer.data() : QByteArray();
}

QList<QJsonObject> TestChromeTrace::of(const QByteArray &json, const QString &phase)
{
    QList<QJsonObject> found;
    for (const QJsonValue &value : lines(json)) {
        if (value["ph"_L1] == phase)
            found.append(value.toObject());
    }
    return found;
}

void TestChromeTrace::everyEventComesBack()
{
    const std::vector<TaskEvent> events = story();
    const Trace trace = read(written(events));
    QCOMPARE(trace.fault, QString());
    QCOMPARE(trace.events.originNs(), origin);
    QCOMPARE(trace.events.size(), qsizetype(events.size()));
    QVERIFY(events.size() > 1'000);
    for (qsizetype i = 0; i < trace.events.size(); ++i)
        QVERIFY2(trace.events.at(i) == events[size_t(i)], qPrintable(QString::number(i)));
    // Written again, it is the same but for the time of saving.
    const auto rest = [](const QByteArray &json) { return json.mid(json.indexOf("originNs")); };
    std::vector<TaskEvent> again;
    for (qsizetype i = 0; i < trace.events.size(); ++i)
        again.push_back(trace.events.at(i));
    QCOMPARE(rest(written(again)), rest(written(events)));
}

void TestChromeTrace::theStateComesBack()
{
    const std::vector<TaskEvent> events = story();
    Board board;
    for (const TaskEvent &event : events)
        board.apply(event);
    const Trace trace = read(written(events));
    Board again;
    for (qsizetype i = 0; i < trace.events.size(); ++i)
        again.apply(trace.events.at(i));
    QCOMPARE(again.taskCount(), board.taskCount());
    QCOMPARE(again.rowCount(), board.rowCount());
    for (int status = 0; status < taskStatusCount; ++status)
        QCOMPARE(again.count(TaskStatus(status)), board.count(TaskStatus(status)));
    QCOMPARE(again.bytes(), board.bytes());
}

void TestChromeTrace::theRulesAreKept()
{
    const QByteArray json = written(story());
    QCOMPARE(chromeFault(json), QString());
    QVERIFY(of(json, u"X"_s).size() > 100);
    for (const QString &phase : {u"b"_s, u"n"_s, u"e"_s, u"C"_s, u"M"_s, u"s"_s, u"f"_s})
        QVERIFY2(!of(json, phase).isEmpty(), qPrintable(phase));
    // One event a line, so that it can be read with the tools for text.
    const qsizetype events = json.indexOf("\n],");
    QCOMPARE(json.left(events).count('\n'), lines(json).size());
}

void TestChromeTrace::theRulesCanBeBroken_data()
{
    QTest::addColumn<QByteArray>("event");
    const auto row
        = [](const char *name, const char *event) { QTest::newRow(name) << QByteArray(event); };
    row("no ts", R"({"name":"a","ph":"M","pid":1,"tid":1,"args":{}})");
    row("no pid", R"({"name":"a","ph":"M","ts":0,"tid":1,"args":{}})");
    row("no dur", R"({"name":"a","ph":"X","ts":0,"pid":1,"tid":1})");
    row("crosses", R"({"name":"a","ph":"X","ts":0,"dur":5,"pid":1,"tid":1},
              {"name":"b","ph":"X","ts":3,"dur":5,"pid":1,"tid":1})");
    row("no end", R"({"name":"a","ph":"b","ts":0,"pid":1,"tid":1,"id":"0x1","cat":"c"})");
    row("no begin", R"({"name":"a","ph":"e","ts":0,"pid":1,"tid":1,"id":"0x1","cat":"c"})");
    row("arrow from nowhere",
        R"({"name":"a","ph":"s","ts":0,"pid":1,"tid":1,"id":"0x1","cat":"c"})");
}

/// The checker itself: what it lets pass must be worth something.
void TestChromeTrace::theRulesCanBeBroken()
{
    QFETCH(QByteArray, event);
    const QByteArray thread
        = R"({"name":"thread_name","ph":"M","ts":0,"pid":1,"tid":1,"args":{"name":"t"}})";
    const auto document = [&](const QByteArray &more) {
        return QByteArray(R"({"displayTimeUnit":"ms","traceEvents":[)" + thread + more + "]}");
    };
    QCOMPARE(chromeFault(document({})), QString());
    QVERIFY(!chromeFault(document(',' + event)).isEmpty());
}

void TestChromeTrace::whatRanOverlappingIsNestedAnyway()
{
    std::vector<TaskEvent> events;
    constexpr Lane lane {Lane::Kind::Network, 1};
    for (quint32 i = 1; i <= 3; ++i) { // each begins within the one before and ends after it
        events.push_back(
            {.timeNs = origin, .text = u"task"_s, .task = TaskId(i), .kind = EventKind::Queued});
    }
    for (quint32 i = 1; i <= 3; ++i) {
        events.push_back({.timeNs = origin + i * 10'000,
                          .value = 1,
                          .task = TaskId(i),
                          .lane = lane,
                          .kind = EventKind::Started});
    }
    for (quint32 i = 1; i <= 3; ++i) {
        events.push_back({.timeNs = origin + 100'000 + i * 10'000,
                          .task = TaskId(i),
                          .lane = lane,
                          .kind = EventKind::Finished});
    }
    const QByteArray json = written(events);
    QCOMPARE(chromeFault(json), QString());
    QSet<qint64> threads;
    for (const QJsonObject &span : of(json, u"X"_s))
        threads.insert(span["tid"_L1].toInteger());
    QCOMPARE(threads.size(), 3);
}

void TestChromeTrace::aSpanStandsWhereItRan()
{
    const TaskId id {1};
    const QByteArray json = written({
        {.timeNs = origin + 1'000, .text = u"photo"_s, .task = id, .kind = EventKind::Queued},
        {.timeNs = origin + 7'900,
         .value = 1,
         .task = id,
         .lane = {Lane::Kind::Network, 2},
         .kind = EventKind::Started},
        {.timeNs = origin + 20'000, .task = id, .kind = EventKind::Suspended},
        {.timeNs = origin + 30'000,
         .value = 1,
         .task = id,
         .lane = {Lane::Kind::Pool, 1},
         .kind = EventKind::Resumed},
        {.timeNs = origin + 50'500,
         .task = id,
         .lane = {Lane::Kind::Pool, 1},
         .kind = EventKind::Finished},
    });
    const QList<QJsonObject> spans = of(json, u"X"_s);
    QCOMPARE(spans.size(), 2);
    QMap<qint64, QString> names;
    for (const QJsonObject &line : of(json, u"M"_s)) {
        if (line["name"_L1] == "thread_name"_L1)
            names[line["tid"_L1].toInteger()] = line["args"_L1]["name"_L1].toString();
    }
    const auto place = [&](const QJsonObject &span) {
        return u"%1 %2 %3+%4"_s
            .arg(span["name"_L1].toString(), names.value(span["tid"_L1].toInteger()))
            .arg(span["ts"_L1].toInteger())
            .arg(span["dur"_L1].toInteger());
    };
    QCOMPARE(place(spans[0]), u"photo network 2 7+13"_s);
    QCOMPARE(place(spans[1]), u"photo pool 1 30+20"_s);
}

/// What was told before its stall was cleared away stays out; the rest opens.
void TestChromeTrace::whatIsNobodysIsLeftOut()
{
    const std::vector<TaskEvent> events {
        {.timeNs = origin, .value = 2, .task = TaskId(7), .kind = EventKind::StallInput},
        {.timeNs = origin + 5, .value = origin, .task = TaskId(8), .kind = EventKind::StallBegan},
        {.timeNs = origin + 6, .value = 9, .task = TaskId(7), .kind = EventKind::StallFirstInput}};
    const Trace trace = read(written(events));
    QCOMPARE(trace.fault, QString());
    QCOMPARE(trace.events.size(), 1);
    QCOMPARE(trace.events.at(0), events[1]);
}

void TestChromeTrace::aStallHasItsStack()
{
    int stalls = 0;
    for (const QJsonObject &span : of(written(RandomStory(m_seed, origin).tell(400)), u"X"_s)) {
        if (span["cat"_L1] != "stall"_L1)
            continue;
        ++stalls;
        QCOMPARE(span["name"_L1].toString(), u"Slot::guilty()"_s);
        QVERIFY(span["dur"_L1].toInteger() >= 100'000);
        const QJsonObject args = span["args"_L1].toObject();
        const QJsonArray frames = args["stacks"_L1][0]["frames"_L1].toArray();
        QCOMPARE(frames.size(), 2);
        QCOMPARE(frames[1].toString(), u"Slot::guilty() (slot.cpp:7)"_s);
        QCOMPARE(args["waited"_L1]["click"_L1].toInteger(), 2);
    }
    QVERIFY(stalls > 5);
}

void TestChromeTrace::arrowsLeadFromParentToChild()
{
    const std::vector<TaskEvent> events = story();
    const QByteArray json = written(events);
    const QList<QJsonObject> starts = of(json, u"s"_s);
    const QList<QJsonObject> spans = of(json, u"X"_s);
    QCOMPARE(starts.size(), of(json, u"f"_s).size());
    QVERIFY(starts.size() > 5);
    for (const QJsonObject &start : starts) {
        const auto child = TaskId(start["id"_L1].toString().toUInt(nullptr, 16));
        const auto queued = std::ranges::find_if(events, [child](const TaskEvent &event) {
            return event.kind == EventKind::Queued && event.task == child;
        });
        QVERIFY(queued != events.end() && queued->parent != TaskId::None);
        const auto holdsStart = [&](const QJsonObject &span) {
            return span["args"_L1]["task"_L1].toInteger() == toIndex(queued->parent)
                && span["tid"_L1] == start["tid"_L1]
                && span["ts"_L1].toInteger() <= start["ts"_L1].toInteger();
        };
        QVERIFY(std::ranges::any_of(spans, holdsStart));
    }
}

void TestChromeTrace::countersTellHowManyRun()
{
    std::vector<TaskEvent> events;
    for (quint32 i = 1; i <= 3; ++i)
        events.push_back(
            {.timeNs = origin + i * 1'000, .task = TaskId(i), .kind = EventKind::Queued});
    for (quint32 i = 1; i <= 3; ++i) {
        events.push_back({.timeNs = origin + 10'000 + i * 1'000,
                          .value = 1,
                          .task = TaskId(i),
                          .kind = EventKind::Started});
    }
    events.push_back({.timeNs = origin + 20'000, .task = TaskId(1), .kind = EventKind::Finished});
    events.push_back({.timeNs = origin + 21'000,
                      .value = 2'500'000,
                      .lane = {Lane::Kind::Gui},
                      .kind = EventKind::Lag});
    QList<qint64> running;
    QList<double> lags;
    for (const QJsonObject &counter : of(written(events), u"C"_s)) {
        if (counter["name"_L1] == "tasks in flight"_L1)
            running.append(counter["args"_L1]["running"_L1].toInteger());
        else if (counter["name"_L1] == "loop lag"_L1)
            lags.append(counter["args"_L1]["ms"_L1].toDouble());
    }
    QCOMPARE(running, (QList<qint64> {0, 0, 0, 1, 2, 3, 2}));
    QCOMPARE(lags, QList<double> {2.5});
}

/// That of a run of the lab was read from beyond a list: found by tests/fuzz.
void TestChromeTrace::everyTypeOfTaskHasItsCategory()
{
    std::vector<TaskEvent> events;
    constexpr auto last = quint8(TaskType::Run);
    for (quint8 type = 0; type <= last; ++type)
        events.push_back({.timeNs = origin + type,
                          .text = u"task"_s,
                          .task = TaskId(type + 1),
                          .kind = EventKind::Queued,
                          .code = type});
    QSet<QString> categories;
    for (const QJsonObject &line : of(written(events), u"b"_s))
        categories.insert(line["cat"_L1].toString());
    QCOMPARE(
        categories,
        (QSet<QString> {u"fetch"_s, u"compute"_s, u"picture"_s, u"tile"_s, u"step"_s, u"run"_s}));
}

void TestChromeTrace::anEmptyRecordingIsATraceToo()
{
    const QByteArray json = written({});
    QCOMPARE(chromeFault(json), QString());
    const Trace trace = read(json);
    QCOMPARE(trace.fault, QString());
    QCOMPARE(trace.events.size(), 0);
}

void TestChromeTrace::aStopLeavesOff()
{
    std::stop_source stop;
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    double reached = 0;
    const TraceWatch watch {stop.get_token(), [&](double done) {
                                reached = done;
                                if (done > 0.3)
                                    stop.request_stop();
                            }};
    const Snapshot snapshot = snapshotOf(story(4'000), origin);
    QVERIFY(!TraceWriter(snapshot, buffer, watch).write());
    QVERIFY2(reached < 0.9, qPrintable(QString::number(reached)));

    QByteArray json = written(story(4'000));
    QBuffer source(&json);
    source.open(QIODevice::ReadOnly);
    const TraceWatch stopped {stop.get_token()};
    QCOMPARE(TraceReader(source, stopped).read().fault, u"Opening was stopped."_s);
}

void TestChromeTrace::progressGoesFromNothingToAll()
{
    QList<double> seen;
    const TraceWatch watch {.progress = [&seen](double done) { seen.append(done); }};
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const Snapshot snapshot = snapshotOf(story(4'000), origin);
    QVERIFY(TraceWriter(snapshot, buffer, watch).write());
    QVERIFY(seen.size() > 10);
    QVERIFY(std::ranges::is_sorted(seen));
    QCOMPARE(seen.last(), 1.0);
}

QTEST_GUILESS_MAIN(TestChromeTrace)
#include "tst_chrometrace.moc"
