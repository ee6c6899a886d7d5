// SPDX-License-Identifier: MIT
#include "session/session.h"
#include "session/stalllist.h"
#include "shared/namedmain.h"
#include "trace/tracefile.h"
#include "trace/tracereader.h"
#include "trace/traceversion1.h"
#include "trace/tracewriter.h"

#include <QBuffer>
#include <QTest>

using namespace Qt::StringLiterals;

/// Traces that were saved when a stall was a task with notes say of it what they have always said.
class TestTraceVersion1 : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void realOnesSayTheSame_data();
    void realOnesSayTheSame();
    void aStallIsReadEventByEvent();
    void aStackIsSoManySamples();
    void namesBecomeNumbers_data();
    void namesBecomeNumbers();
    void theRestStaysAsItWas();
    void whatCannotHaveBeenIsRefused();
};

namespace {

constexpr TaskId stallId {3};
constexpr quint8 stallType = 5;
enum Note : quint8 { Began = 13, Hang, Congestion, Stack, Waited, FirstWaited, Paused };

QString fileOf(const QString &name)
{
    return QStringLiteral(LOOPSCOPE_SOURCE_DIR "/tests/data/") + name;
}

/// As StallList::text() says it, the oldest first.
QString receiptsOf(const Snapshot &events)
{
    Session session({}, events);
    const StallList list(session);
    while (session.recording().size() < events.size())
        QCoreApplication::processEvents();
    QString text;
    for (int row = list.rowCount() - 1; row >= 0; --row)
        text += list.text(row) + u"--\n"_s;
    return text;
}

TaskEvent note(Note code, qint64 value, const QString &text = {})
{
    return {.timeNs = 50,
            .value = value,
            .text = text,
            .task = stallId,
            .lane = {Lane::Kind::Gui},
            .code = quint8(code)};
}

const TaskEvent queued {.timeNs = 40,
                        .task = stallId,
                        .parent = TaskId {1},
                        .kind = EventKind::Queued,
                        .code = stallType};
const TaskEvent finished {
    .timeNs = 60, .task = stallId, .lane = {Lane::Kind::Gui}, .kind = EventKind::Finished};

/// The last of what is read after the stall was queued.
QList<TaskEvent> readAfterQueued(const QList<TaskEvent> &events)
{
    TraceVersion1 version1;
    QList<TaskEvent> read = version1.read(queued);
    for (const TaskEvent &event : events)
        read = version1.read(event);
    return read;
}

bool isRefused(const QList<TaskEvent> &read)
{
    return read.size() == 1 && read.first().kind > EventKind::ProcessEnded;
}

} // namespace

void TestTraceVersion1::realOnesSayTheSame_data()
{
    QTest::addColumn<int>("stalls");
    QTest::newRow("kinds") << 5;
    QTest::newRow("pauses") << 5;
}

/// These were saved by the program as it was then, and the receipts beside them are what it said.
void TestTraceVersion1::realOnesSayTheSame()
{
    QFETCH(int, stalls);
    const QString name = u"trace1-"_s + QString::fromLatin1(QTest::currentDataTag());
    const Trace trace = TraceFile::load(fileOf(name + u".json"_s));
    QCOMPARE(trace.fault, QString());
    QFile said(fileOf(name + u".txt"_s));
    QVERIFY(said.open(QIODevice::ReadOnly));
    const QString expected = QString::fromUtf8(said.readAll());
    QCOMPARE(expected.count(u"The loop stood still"_s), stalls);
    const QStringList actual = receiptsOf(trace.events).split(u'\n');
    const QStringList lines = expected.split(u'\n');
    for (qsizetype i = 0; i < std::min(lines.size(), actual.size()); ++i)
        QCOMPARE(actual[i], lines[i]);
    QCOMPARE(actual.size(), lines.size());
    // Saved again, it is of this version, and says the same.
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::ReadWrite));
    QVERIFY(TraceWriter(trace.events, buffer, {}).write());
    QVERIFY(buffer.data().contains("\"format\":2,"));
    buffer.seek(0);
    const Trace again = TraceReader(buffer, {}).read();
    QCOMPARE(again.fault, QString());
    QCOMPARE(again.events.size(), trace.events.size());
    QCOMPARE(receiptsOf(again.events), expected);
}

void TestTraceVersion1::aStallIsReadEventByEvent()
{
    TraceVersion1 version1;
    const auto only = [&version1](const TaskEvent &event) {
        const QList<TaskEvent> read = version1.read(event);
        return read.size() == 1 ? read.first() : TaskEvent();
    };
    const TaskEvent began = only(queued);
    QCOMPARE(began.kind, EventKind::StallBegan);
    QCOMPARE(began.task, stallId);
    QCOMPARE(began.parent, TaskId {1});
    QCOMPARE(began.value, 40); // until it is told when
    QVERIFY(version1.read({.value = 1, .task = stallId, .kind = EventKind::Started}).isEmpty());
    QCOMPARE(only(note(Began, 7)).kind, EventKind::StallBegan);
    QCOMPARE(only(note(Began, 7)).value, 7);
    QVERIFY(version1.read(note(Congestion, 63)).isEmpty()); // which its end tells
    const TaskEvent ended = only(finished);
    QCOMPARE(ended.kind, EventKind::StallEnded);
    QCOMPARE(ended.timeNs, 60);
    QCOMPARE(StallKind(ended.code), StallKind::Congestion);
    QCOMPARE(ended.value, 63);
    QCOMPARE(ended.parent, TaskId {1});
    QCOMPARE(only(note(Waited, 3, u"click"_s)).kind, EventKind::StallInput); // after its end
    QCOMPARE(only(note(FirstWaited, 3, u"click"_s)).kind, EventKind::StallFirstInput);
    QCOMPARE(readAfterQueued({note(Hang, 9), finished}).first().code, quint8(StallKind::Hang));
    QCOMPARE(readAfterQueued({note(Hang, 9), finished}).first().value, 9);
}

void TestTraceVersion1::aStackIsSoManySamples()
{
    TraceVersion1 version1;
    version1.read(queued);
    for (qint64 number = 1; number <= 2; ++number) {
        const QList<TaskEvent> samples = version1.read(note(Stack, 3, u"spin()"_s));
        QCOMPARE(samples.size(), 3);
        for (const TaskEvent &sample : samples) {
            QCOMPARE(sample.kind, EventKind::StallSample);
            QCOMPARE(sample.value, number);
            QCOMPARE(sample.timeNs, 50);
            QCOMPARE(sample.text.isEmpty(), &sample != &samples.first());
        }
    }
    QCOMPARE(version1.read(note(Stack, 1LL << 50, u"f()"_s)).size(), TraceVersion1::mostSamples);
    QVERIFY(version1.read(note(Stack, 0, u"f()"_s)).isEmpty());
    QVERIFY(version1.read(note(Stack, 5)).isEmpty()); // of nothing
    QCOMPARE(version1.read(note(Stack, 1, u"f()"_s)).first().value, 4);
}

void TestTraceVersion1::namesBecomeNumbers_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("text");
    const QStringList inputs {u"click"_s, u"key"_s, u"wheel"_s, u"paint"_s, u"timer"_s};
    for (int i = 0; i < inputs.size(); ++i)
        QTest::addRow("%s", qPrintable(inputs[i])) << int(Waited) << inputs[i] << i << QString();
    QTest::newRow("touch") << int(FirstWaited) << u"touch"_s << int(InputKind::Other) << u"touch"_s;
    QTest::newRow("other") << int(Waited) << u"other"_s << int(InputKind::Other) << u"other"_s;
    const QStringList pauses {u"suspend"_s, u"debugger"_s, u"stopped"_s, u"whatever"_s};
    for (int i = 0; i < pauses.size(); ++i)
        QTest::addRow("%s", qPrintable(pauses[i]))
            << int(Paused) << pauses[i] << std::min(i, int(PauseKind::Stopped)) << QString();
}

void TestTraceVersion1::namesBecomeNumbers()
{
    QFETCH(int, code);
    QFETCH(QString, name);
    QFETCH(int, number);
    QFETCH(QString, text);
    const TaskEvent event = readAfterQueued({note(Note(code), 5, name)}).first();
    QCOMPARE(event.kind,
             code == Waited            ? EventKind::StallInput
                 : code == FirstWaited ? EventKind::StallFirstInput
                                       : EventKind::StallPaused);
    QCOMPARE(int(event.code), number);
    QCOMPARE(event.text, text);
    QCOMPARE(event.value, 5);
}

void TestTraceVersion1::theRestStaysAsItWas()
{
    TraceVersion1 version1;
    const TaskEvent fetch {.text = u"a"_s, .task = TaskId {1}, .kind = EventKind::Queued};
    QCOMPARE(version1.read(fetch), QList {fetch});
    const TaskEvent lag {.value = 5, .lane = {Lane::Kind::Gui}, .kind = EventKind::Lag};
    QCOMPARE(version1.read(lag), QList {lag});
    const TaskEvent run {
        .text = u"run"_s, .task = TaskId {2}, .kind = EventKind::Queued, .code = 6};
    TaskEvent now = run;
    now.code = quint8(TaskType::Run);
    QCOMPARE(version1.read(run), QList {now});
    TaskEvent strange = note(Waited, 5, u"click"_s);
    strange.task = TaskId {1}; // of a fetch, where it said nothing
    QVERIFY(version1.read(strange).isEmpty());
}

void TestTraceVersion1::whatCannotHaveBeenIsRefused()
{
    QVERIFY(isRefused(readAfterQueued({queued}))); // twice
    QVERIFY(isRefused(readAfterQueued({note(Note(20), 5)})));
    QVERIFY(isRefused(readAfterQueued({note(Stack, -1, u"a"_s)})));
    TraceVersion1 version1;
    QVERIFY(isRefused(version1.read({.task = stallId, .kind = EventKind::StallBegan})));
    QVERIFY(isRefused(version1.read({.kind = EventKind::ProcessEnded})));
}

QTEST_GUILESS_MAIN(TestTraceVersion1)
#include "tst_traceversion1.moc"
