// SPDX-License-Identifier: MIT
#include "shared/namedmain.h"
#include "shared/oracletrace.h"
#include "shared/randomstory.h"
#include "shared/randomstream.h"
#include "shared/streamwriter.h"

#include <QRandomGenerator>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;

/// Whatever random streams tell, at any moment each consumer shows what a dumb reading of the
/// events says. LOOPSCOPE_SEEDS=N makes that many streams, LOOPSCOPE_SEED=N begins with that one.
class TestProjection : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void theOracleKnowsTheCulprit_data();
    void theOracleKnowsTheCulprit();
    void storiesAgree();
    void stallsAgree();
    void nonsenseAgrees();
    void enoughWasCompared();

private:
    quint32 m_seed = 0;
    int m_seeds = 30;
    qint64 m_events = 0;
    qint64 m_comparisons = 0;
};

namespace {

std::vector<TaskEvent> until(const Recording &recording, qint64 timeNs)
{
    std::vector<TaskEvent> events;
    for (qsizetype i = 0; i < recording.size() && recording.at(i).timeNs <= timeNs; ++i)
        events.push_back(recording.at(i));
    return events;
}

/// What follows the recording.
QString faultLive(const RenderedViews &views)
{
    const Oracle oracle(until(views.recording, views.recording.snapshot().endNs()));
    const OracleCheck check(oracle, views.recording.originNs());
    const Board &board = views.playhead.latest();
    const QString fault = check.counts(Rendered::counts(board))
        + check.table(Rendered::table(views.table), {}) + check.printed(Rendered::printed(board));
    return fault.isEmpty() ? fault : u"live, "_s + fault;
}

/// What shows the moment that is shown.
QString faultAtMoment(const RenderedViews &views)
{
    const qint64 timeNs = views.playhead.timeNs();
    const Oracle oracle(until(views.recording, timeNs));
    const OracleCheck check(oracle, views.recording.originNs());
    const Board &board = views.playhead.board();
    return check.counts(Rendered::counts(board))
        + check.counts(Rendered::counts(views.playhead.boardAt(timeNs)))
        + check.table(Rendered::table(views.table), timeNs)
        + check.printed(Rendered::printed(board))
        + check.receipts(Rendered::receipts(views.stalls));
}

/// What shows all that was recorded.
QString faultSoFar(const RenderedViews &views)
{
    const Snapshot &events = views.recording.snapshot();
    const Oracle oracle(until(views.recording, events.endNs()));
    const OracleCheck check(oracle, views.recording.originNs());
    QString fault = check.timeline(Rendered::timeline(views.playhead.projection().spans(),
                                                      views.playhead.latest(), events.endNs()))
        + check.drawnStalls(Rendered::drawnStalls(views.playhead.projection()))
        + check.receipts(Rendered::receipts(views.stalls))
        + check.trace(Rendered::traceFile(events));
    for (const TaskId root : Rendered::roots(events))
        fault += check.run(Rendered::run(events, root), root);
    return fault;
}

/// What was saved and opened again.
QString faultOfReopened(const RenderedViews &views)
{
    const Trace trace = Rendered::openedTrace(Rendered::traceFile(views.recording.snapshot()));
    if (!trace.fault.isEmpty())
        return u"opened again: "_s + trace.fault + u'\n';
    RenderedViews again(trace.events);
    if (again.recording.size() != views.recording.size())
        return u"opened again: %1 events\n"_s.arg(again.recording.size());
    again.playhead.showAt(trace.events.endNs());
    const QString fault = faultAtMoment(again) + faultSoFar(again);
    return fault.isEmpty() ? fault : u"opened again, "_s + fault;
}

/// Goes back in time to any moment, and on to the last.
QString faultBackInTime(RenderedViews &views, std::mt19937 &random)
{
    const Snapshot &events = views.recording.snapshot();
    const qint64 lengthNs = events.endNs() - events.originNs();
    QString fault;
    for (int i = 0; i < 4 && fault.isEmpty(); ++i) {
        const qint64 sinceNs = qint64(double(lengthNs) * double(random()) / 0xffff'ffff);
        views.playhead.showAt(events.originNs() + sinceNs);
        fault = faultAtMoment(views);
    }
    views.playhead.showAt(events.endNs());
    fault += faultAtMoment(views);
    views.playhead.showLive();
    return fault;
}

using Look = std::function<QString(RenderedViews &)>;

/// Feeds \p events in batches of any size, and takes a \p look after some of them and at the end.
QString faultOf(RenderedViews &views, const std::vector<TaskEvent> &events, std::mt19937 &random,
                const Look &look)
{
    const size_t largest = 1 + events.size() / 8;
    for (size_t begin = 0; begin < events.size();) {
        const size_t end = std::min(begin + 1 + random() % largest, events.size());
        views.append({events.begin() + qsizetype(begin), events.begin() + qsizetype(end)});
        begin = end;
        if (random() % 3 > 0 && end < events.size())
            continue;
        const QString fault = look(views);
        if (!fault.isEmpty())
            return u"after %1 of %2 events:\n%3"_s.arg(end).arg(events.size()).arg(fault);
    }
    return {};
}

} // namespace

void TestProjection::initTestCase()
{
    QLocale::setDefault(QLocale::c());
    m_seed = qEnvironmentVariable("LOOPSCOPE_SEED").toUInt();
    if (m_seed == 0)
        m_seed = QRandomGenerator::global()->generate() % 1'000'000'000;
    if (const int seeds = qEnvironmentVariableIntValue("LOOPSCOPE_SEEDS"); seeds > 0)
        m_seeds = seeds;
    qInfo("LOOPSCOPE_SEED=%u LOOPSCOPE_SEEDS=%d", m_seed, m_seeds);
}

void TestProjection::theOracleKnowsTheCulprit_data()
{
    QTest::addColumn<QStringList>("stacks"); // "5 spin! QEventLoop::exec main!"
    QTest::addColumn<QString>("function");
    QTest::addColumn<int>("confidence");
    const auto row = [](const char *name, const QStringList &stacks, const QString &function,
                        Oracle::Confidence confidence) {
        QTest::newRow(name) << stacks << function << int(confidence);
    };
    using enum Oracle::Confidence;
    const QString outer = u" slot! QEventLoop::exec main!"_s;
    row("no stack", {}, {}, Nobody);
    row("in all", {u"3 sleep spin!"_s + outer}, u"spin"_s, Certain);
    row("two samples", {u"2 sleep spin!"_s + outer}, u"spin"_s, Probable);
    row("three quarters",
        {u"5 isOver! spin!"_s + outer, u"1 spin!"_s + outer, u"2 other!"_s + outer}, u"spin"_s,
        Certain);
    row("less", {u"5 spin!"_s + outer, u"2 other!"_s + outer}, u"slot"_s, Certain);
    row("nothing in common",
        {u"2 one! QEventLoop::exec main!"_s, u"1 two! QEventLoop::exec main!"_s}, u"one"_s,
        Probable);
    row("the first of the heaviest", {u"1 one!"_s, u"2 two!"_s, u"2 three!"_s}, u"two"_s, Probable);
    row("Qt's before others", {u"9 memmove QPainter::drawImage QEventLoop::exec main!"_s},
        u"QPainter::drawImage"_s, Certain);
    row("of any library", {u"9 memmove libz+0x1 QEventLoop::exec main!"_s}, u"memmove"_s, Certain);
    row("without a name", {u"9 memmove program+0x1! QEventLoop::exec main!"_s}, u"memmove"_s,
        Certain);
    row("who called the loop", {u"9 libz+0x1 QEventLoop::exec main!"_s}, {}, Nobody);
    row("the outermost loop", {u"9 in! QEventLoop::exec slot! QCoreApplication::exec main!"_s},
        u"in"_s, Certain);
}

void TestProjection::theOracleKnowsTheCulprit()
{
    QFETCH(QStringList, stacks);
    QFETCH(int, confidence);
    std::vector<std::pair<QList<StackFrame>, qint64>> seen;
    for (const QString &stack : stacks) {
        QList<StackFrame> frames;
        for (QString word : stack.split(u' ').sliced(1)) {
            const bool isOurs = word.endsWith(u'!');
            word.remove(u'!');
            frames.append({word, {}, word.startsWith(u'Q') ? u"libQt6"_s : u"lib"_s, isOurs});
        }
        seen.emplace_back(frames, stack.section(u' ', 0, 0).toInt());
    }
    const Oracle::Culprit culprit = Oracle::culprit(seen);
    QTEST(culprit.function, "function");
    QCOMPARE(int(culprit.confidence), confidence);
}

void TestProjection::storiesAgree()
{
    for (int i = 0; i < m_seeds; ++i) {
        const quint32 seed = m_seed + quint32(i);
        std::mt19937 random(seed);
        RenderedViews views;
        // The first one is long enough for boards of its past to be kept.
        const int tasks = i == 0 ? 250 : 10 + int(random() % 60);
        const std::vector<TaskEvent> events
            = RandomStory(seed, views.recording.originNs(), RandomStory::Content::Watched)
                  .tell(tasks);
        m_events += qint64(events.size());
        const QString fault = faultOf(views, events, random, [&](RenderedViews &shown) {
            ++m_comparisons;
            return faultLive(shown) + faultBackInTime(shown, random) + faultSoFar(shown);
        });
        QVERIFY2(fault.isEmpty(), qPrintable(u"LOOPSCOPE_SEED=%1 %2"_s.arg(seed).arg(fault)));
        const QString reopened = faultOfReopened(views);
        QVERIFY2(reopened.isEmpty(), qPrintable(u"LOOPSCOPE_SEED=%1 %2"_s.arg(seed).arg(reopened)));
    }
}

/// Who is to blame where few samples decide.
void TestProjection::stallsAgree()
{
    for (int i = 0; i < m_seeds; ++i) {
        const quint32 seed = m_seed + quint32(i);
        std::mt19937 random(seed);
        RenderedViews views;
        StreamWriter writer(views.recording.originNs());
        for (int ms = 1'000; ms < 40'000; ms += 1'000) {
            const TaskId stall = writer.at(ms).stall(ms - 200, StallKind::Hang, 199'000'000);
            for (const auto &seen : RandomStacks(random, RandomStacks::Kind::Few).several())
                writer.samples(stall, seen.samples, seen.text);
        }
        views.append(writer.take());
        const QString fault = faultSoFar(views);
        QVERIFY2(fault.isEmpty(), qPrintable(u"LOOPSCOPE_SEED=%1 %2"_s.arg(seed).arg(fault)));
    }
}

/// Tasks and stalls that come twice, are unknown, or go on after their end: those who see the
/// stream as it comes have to agree all the same.
void TestProjection::nonsenseAgrees()
{
    for (int i = 0; i < m_seeds; ++i) {
        const quint32 seed = m_seed + quint32(i);
        std::mt19937 random(seed);
        RandomStream stream(seed, RandomStream::Content::Stalls);
        RenderedViews views;
        std::vector<TaskEvent> events;
        for (int batch = 0; batch < 6; ++batch) {
            for (TaskEvent &event : stream.batch()) {
                event.timeNs += views.recording.originNs();
                if (event.kind == EventKind::StallBegan)
                    event.value += views.recording.originNs();
                events.push_back(std::move(event));
            }
        }
        const QString fault = faultOf(views, events, random, [&](RenderedViews &shown) {
            const Oracle oracle(until(shown.recording, shown.recording.snapshot().endNs()));
            const OracleCheck check(oracle, shown.recording.originNs());
            return faultLive(shown) + faultBackInTime(shown, random) + faultSoFar(shown);
        });
        QVERIFY2(fault.isEmpty(), qPrintable(u"LOOPSCOPE_SEED=%1 %2"_s.arg(seed).arg(fault)));
    }
}

void TestProjection::enoughWasCompared()
{
    qInfo("%lld events, %lld moments, %d culprits, %d of them nobody", m_events, m_comparisons,
          OracleCheck::culprits, OracleCheck::nameless);
    QVERIFY(m_comparisons >= 2 * m_seeds);
    QVERIFY(OracleCheck::culprits - OracleCheck::nameless >= 5 * m_seeds);
}

QTEST_GUILESS_MAIN(TestProjection)
#include "tst_projection.moc"
