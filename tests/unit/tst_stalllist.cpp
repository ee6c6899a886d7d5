// SPDX-License-Identifier: MIT
#include "session/session.h"
#include "session/stalllist.h"
#include "shared/namedmain.h"
#include "shared/recordingwriter.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

using Mode = QAbstractItemModelTester::FailureReportingMode;
constexpr qint64 secondNs = 1'000'000'000;

QString stack(const QString &functions)
{
    QList<StackFrame> frames;
    for (QString word : functions.split(u' ')) {
        const bool isOurs = word.endsWith(u'!');
        word.remove(u'!');
        frames.append({word, isOurs ? u"ours.cpp:7"_s : QString(),
                       isOurs ? u"program"_s : u"libQt6Core.so.6"_s, isOurs});
    }
    return StackFrames::toText(frames);
}

} // namespace

/// Receipts, folded from a recording written by hand.
class TestStallList : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void newestComesFirst();
    void whatIsKnownLaterIsAdded();
    void theTextTellsAll();
    void aPauseIsNoFault();
    void foundByTime();
    void followsTheMomentShown();
    void startsAnew();
    void itsMemoryHasABound();
    void foreignEventsDoNoHarm();
    void tellsWhatWasKnownThen();
    void tellsWhatWasMeasured();
    void causesAndAdvice_data();
    void causesAndAdvice();

private:
    TaskId tellStall(qint64 secondsLong = 2, TaskId parent = TaskId::None);
    void tellInput(TaskId stall, InputKind kind, qint64 count, const QString &name = {});

    std::unique_ptr<Session> m_session;
    std::unique_ptr<RecordingWriter> m_writer;
    std::unique_ptr<StallList> m_list;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestStallList::init()
{
    QLocale::setDefault(QLocale::c());
    m_tester.reset();
    m_list.reset();
    m_session.reset();
    m_session = std::make_unique<Session>();
    m_writer = std::make_unique<RecordingWriter>(m_session->recording());
    m_list = std::make_unique<StallList>(*m_session);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_list.get(), Mode::Fatal);
}

/// One that is over, after \p secondsLong.
TaskId TestStallList::tellStall(qint64 secondsLong, TaskId parent)
{
    const TaskId stall = m_writer->stall(secondsLong * secondNs, parent);
    m_writer->tell();
    return stall;
}

void TestStallList::tellInput(TaskId stall, InputKind kind, qint64 count, const QString &name)
{
    m_writer->ofStall(stall, EventKind::StallInput, count, quint8(kind), name);
}

void TestStallList::newestComesFirst()
{
    const TaskId task = m_writer->queue(u"http://h.example/picture"_s);
    const TaskId first = tellStall(2, task);
    const TaskId second = tellStall(1);
    QCOMPARE(m_list->rowCount(), 2);
    QCOMPARE(m_list->receipt(0).id, second);
    QCOMPARE(m_list->receipt(1).id, first);
    QCOMPARE(m_list->rowOf(first), 1);
    QCOMPARE(m_list->rowOf(second), 0);
    QCOMPARE(m_list->rowOf(task), -1);
    QCOMPARE(m_list->index(1).data(StallList::IdRole).value<TaskId>(), first);
    const StallReceipt receipt = m_list->receipt(1);
    QCOMPARE(receipt.lengthNs(), 2 * secondNs);
    QCOMPARE(receipt.longestTurnNs, 2 * secondNs - 5);
    QCOMPARE(receipt.parent, task);
    QCOMPARE(receipt.taskTitle, u"http://h.example/picture"_s);
    QVERIFY(m_list->receipt(0).taskTitle.isEmpty());
    StallList late(*m_session); // folds what is there already
    QCOMPARE(late.rowCount(), 2);
    QCOMPARE(late.receipt(1).taskTitle, receipt.taskTitle);
}

void TestStallList::whatIsKnownLaterIsAdded()
{
    const TaskId stall = tellStall();
    tellStall();
    QSignalSpy changed(m_list.get(), &StallList::dataChanged);
    m_writer->samples(stall, 1, 3, stack(u"other! QEventLoop::exec main!"_s));
    m_writer->samples(stall, 2, 30, stack(u"nanosleep sleep! QEventLoop::exec main!"_s));
    tellInput(stall, InputKind::Paint, 4);
    m_writer->ofStall(stall, EventKind::StallFirstInput, secondNs, quint8(InputKind::Click));
    tellInput(stall, InputKind::Click, 3);
    m_writer->tell();
    QVERIFY(!changed.isEmpty());
    QCOMPARE(changed.last().first().toModelIndex().row(), 1);
    const StallReceipt receipt = m_list->receipt(1);
    QCOMPARE(receipt.stacks.size(), 2);
    QCOMPARE(receipt.samples(), 33);
    QCOMPARE(receipt.culprit().frame.function, u"sleep"_s);
    QCOMPARE(receipt.culprit().frame.place, u"ours.cpp:7"_s);
    QCOMPARE(receipt.heaviestStacks().first().count, 30);
    QCOMPARE(receipt.waited,
             (QList<StallReceipt::Waited> {{InputKind::Click, {}, 3, secondNs},
                                           {InputKind::Paint, {}, 4, -1}}));
    QVERIFY(receipt.waitedText().endsWith(u"; the first click waited 1.00 s"_s));
    QVERIFY(m_list->receipt(0).stacks.isEmpty());
}

void TestStallList::theTextTellsAll()
{
    const TaskId stall = tellStall(2, m_writer->queue(u"http://h.example/picture"_s));
    m_writer->samples(stall, 1, 30, stack(u"nanosleep sleepInSlot! QEventLoop::exec"_s));
    tellInput(stall, InputKind::Paint, 41);
    m_writer->tell();
    const QString text = m_list->text(0);
    QVERIFY(!text.contains(u"no stack was seen"_s));
    tellStall();
    QVERIFY(m_list->text(0).contains(u"no stack was seen"_s));
    for (const QString &part :
         {u"2.00 s"_s, u"one long turn"_s, u"Kept by sleepInSlot  (ours.cpp:7)"_s, u"picture"_s,
          u"41"_s, u"QTimer::singleShot"_s, u"30 of 30"_s, u"    nanosleep  (libQt6Core.so.6)"_s})
        QVERIFY2(text.contains(part), qPrintable(part + u"\n\n"_s + text));
}

void TestStallList::aPauseIsNoFault()
{
    const TaskId stall = tellStall();
    const auto pause = [&](PauseKind kind, qint64 ns) {
        m_writer->ofStall(stall, EventKind::StallPaused, ns, quint8(kind));
    };
    m_writer->samples(stall, 1, 1, stack(u"innocent! main!"_s));
    pause(PauseKind::Stopped, secondNs / 2);
    m_writer->tell();
    QVERIFY(!m_list->receipt(0).isPause()); // a quarter of it only
    QCOMPARE(m_list->receipt(0).culprit().frame.function, u"innocent"_s);
    QVERIFY(m_list->text(0).contains(u"the program was stopped from outside"_s));
    pause(PauseKind::Suspend, secondNs);
    m_writer->tell();
    const StallReceipt receipt = m_list->receipt(0);
    QVERIFY(receipt.isPause());
    QVERIFY(receipt.culprit().frame.function.isEmpty());
    QVERIFY(receipt.advice().isEmpty());
    QCOMPARE(receipt.kindText(), u"the machine was suspended"_s);
}

void TestStallList::foundByTime()
{
    QCOMPARE(m_list->rowAt(m_session->recording().originNs()), -1);
    const TaskId first = tellStall(0);
    const TaskId second = tellStall(0);
    const StallReceipt &newer = m_list->receipt(0);
    QCOMPARE(newer.id, second);
    QCOMPARE(m_list->rowAt(newer.endNs), 0);
    QCOMPARE(m_list->rowAt(newer.beginNs), 0);
    QCOMPARE(m_list->receipt(m_list->rowAt(newer.beginNs - 1)).id, first);
    QCOMPARE(m_list->rowAt(m_list->receipt(1).beginNs - 1), -1);
}

void TestStallList::followsTheMomentShown()
{
    const TaskId first = tellStall(0);
    const qint64 between = m_writer->lastNs();
    const TaskId second = tellStall(0);
    m_session->playhead().showAt(between);
    QCOMPARE(m_list->rowCount(), 1);
    QCOMPARE(m_list->receipt(0).id, first);
    QCOMPARE(m_list->rowOf(second), -1);
    tellStall(0); // goes on unseen
    QCOMPARE(m_list->rowCount(), 1);
    m_session->playhead().showAt(m_session->recording().originNs());
    QCOMPARE(m_list->rowCount(), 0);
    m_session->playhead().showLive();
    QCOMPARE(m_list->rowCount(), 3);
    QCOMPARE(m_list->rowOf(second), 1);
}

void TestStallList::startsAnew()
{
    tellStall();
    m_session->recording().clear();
    QCOMPARE(m_list->rowCount(), 0);
    const TaskId stall = tellStall();
    QCOMPARE(m_list->rowOf(stall), 0);
}

void TestStallList::itsMemoryHasABound()
{
    const TaskId oldest = tellStall();
    for (int i = 1; i < int(Stalls::mostKept); ++i)
        tellStall();
    QCOMPARE(m_list->rowOf(oldest), int(Stalls::mostKept) - 1);
    const TaskId newest = tellStall();
    QCOMPARE(m_list->rowCount(), int(Stalls::mostKept));
    QCOMPARE(m_list->rowOf(oldest), -1);
    QCOMPARE(m_list->rowOf(newest), 0);
    m_writer->samples(oldest, 1, 1, stack(u"gone!"_s));
    m_writer->tell();
    QCOMPARE(m_list->rowCount(), int(Stalls::mostKept));
}

void TestStallList::foreignEventsDoNoHarm()
{
    const TaskId stall = tellStall();
    const auto sample = [this](TaskId stall, qint64 number, const QString &text) {
        m_writer->ofStall(stall, EventKind::StallSample, number, 0xff, text);
    };
    m_writer->ofStall(stall, EventKind::StallBegan, 5); // when it is over
    tellInput(stall, InputKind::Other, 2, u"sound"_s);
    tellInput(stall, InputKind::Other, 7);
    for (int i = 0; i < 2 * StallReceipt::mostNamed; ++i) {
        tellInput(stall, InputKind::Other, 1, u"sound %1"_s.arg(i));
        m_writer->ofStall(stall, EventKind::StallWaitedFor, i, quint8(AwaitedKind::Lock));
    }
    sample(stall, 1, u"\t\t\n\n??"_s);
    sample(stall, -5, {});
    sample(stall, 3, u"a stack too far"_s);
    sample(stall, 2, {}); // nobody has seen it
    sample(TaskId {77}, 1, u"of nothing"_s);
    m_writer->ofStall(stall, EventKind::StallShare, 5, 0xff);
    m_writer->ofStall(stall, EventKind::StallPaused, 5, 0xff);
    m_writer->ofStall(stall, EventKind::StallEnded, 9, quint8(StallKind::Congestion)); // again
    m_writer->tell();
    QCOMPARE(m_list->rowCount(), 1);
    const StallReceipt receipt = m_list->receipt(0);
    QCOMPARE(receipt.lengthNs(), 2 * secondNs);
    QVERIFY(!receipt.isCongestion);
    QCOMPARE(receipt.samples(), 1);
    QCOMPARE(receipt.waited.size(), StallReceipt::mostNamed);
    QCOMPARE(receipt.awaited.size(), StallReceipt::mostNamed);
    QVERIFY(m_list->text(0).contains(u"2 sound"_s));
    QVERIFY(m_list->text(0).contains(u"7 other event(s)"_s));
}

/// While it lasts, and when somebody goes back into the middle of it.
void TestStallList::tellsWhatWasKnownThen()
{
    const TaskId task = m_writer->queue(u"http://h.example/picture"_s);
    const TaskId stall = m_writer->beginStall(secondNs);
    m_writer->samples(stall, 1, 2, stack(u"first! QEventLoop::exec main!"_s));
    m_writer->tell();
    QCOMPARE(m_list->rowCount(), 1);
    const qint64 middle = m_writer->lastNs();
    const StallReceipt then = m_list->receipt(0);
    QVERIFY(!then.isOver);
    QCOMPARE(then.lengthNs(), secondNs + 2 * RecordingWriter::stepNs);
    QCOMPARE(then.kindText(), u"not over yet"_s);
    QCOMPARE(then.culpritText(), u"probably first"_s);
    m_writer->ofStall(stall, EventKind::StallBegan, then.beginNs - secondNs);
    m_writer->samples(stall, 2, 9, stack(u"second! QEventLoop::exec main!"_s));
    m_writer->ofStall(stall, EventKind::StallEnded, secondNs, 0, {}, task);
    m_writer->tell();
    const qint64 ended = m_writer->lastNs();
    tellInput(stall, InputKind::Key, 3); // known a little later
    m_writer->tell();
    const QString whole = m_list->text(0);
    QVERIFY(m_list->receipt(0).isOver);
    QCOMPARE(m_list->receipt(0).culpritText(), u"second"_s);
    QSignalSpy changed(m_list.get(), &StallList::dataChanged);
    m_session->playhead().showAt(middle);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_list->receipt(0).lengthNs(), then.lengthNs());
    QCOMPARE(m_list->receipt(0).culpritText(), u"probably first"_s);
    QVERIFY(m_list->receipt(0).taskTitle.isEmpty());
    tellInput(stall, InputKind::Paint, 8); // the recording goes on, the moment does not
    m_writer->tell();
    QCOMPARE(m_list->receipt(0).culpritText(), u"probably first"_s);
    m_session->playhead().showAt(ended);
    QCOMPARE(m_list->receipt(0).taskTitle, u"http://h.example/picture"_s);
    QVERIFY(m_list->receipt(0).isOver && m_list->receipt(0).waited.isEmpty());
    m_session->playhead().showAt(then.recordedNs - 1);
    QCOMPARE(m_list->rowCount(), 0);
    changed.clear();
    m_session->playhead().showLive();
    QCOMPARE(m_list->receipt(0).waited.size(), 2);
    QCOMPARE(m_list->text(0).left(20), whole.left(20));
}

void TestStallList::tellsWhatWasMeasured()
{
    const TaskId stall = m_writer->beginStall(secondNs);
    for (int share = 0; share < timeShares; ++share)
        m_writer->ofStall(stall, EventKind::StallShare, (share + 1) * secondNs, quint8(share));
    m_writer->ofStall(stall, EventKind::StallShare, 4 * secondNs, quint8(TimeShare::Ready));
    for (int i = 0; i < 2; ++i)
        m_writer->ofStall(stall, EventKind::StallWaitedFor, 0, quint8(AwaitedKind::Socket),
                          u"10.0.0.5:3306"_s);
    m_writer->ofStall(stall, EventKind::StallWaitedFor, 4711, quint8(AwaitedKind::Process),
                      u"sh"_s);
    m_writer->ofStall(stall, EventKind::StallGap, secondNs);
    m_writer->ofStall(stall, EventKind::StallGap, secondNs);
    m_writer->tell();
    const QString text = m_list->text(0);
    for (const QString &line :
         {u"\nIts time: computing 1.00 s, waiting for a processor 4.00 s, blocked 3.00 s\n"_s,
          u"\nIt waited for a socket 10.0.0.5:3306, a process sh 4711\n"_s,
          u"\nNobody could look for 2.00 s of it\n"_s})
        QVERIFY2(text.contains(line), qPrintable(text));
    tellStall();
    for (const QString &word : {u"Its time"_s, u"It waited"_s, u"Nobody could"_s})
        QVERIFY2(!m_list->text(0).contains(word), qPrintable(m_list->text(0)));
}

void TestStallList::causesAndAdvice_data()
{
    QTest::addColumn<QString>("functions");
    QTest::addColumn<StallCause>("cause");
    QTest::addColumn<QString>("advice");
    const QString outer = u" slot! QEventLoop::exec main!"_s;
    QTest::newRow("sleep") << u"clock_nanosleep nanosleep QThread::msleep"_s + outer
                           << StallCause::Sleep << u"QTimer::singleShot"_s;
    QTest::newRow("computing") << u"spin!"_s + outer << StallCause::BusyCpu
                               << u"QtConcurrent::run"_s;
    QTest::newRow("network") << u"poll QAbstractSocket::waitForReadyRead"_s + outer
                             << StallCause::NetworkWait << u"QNetworkAccessManager"_s;
    QTest::newRow("process") << u"poll QProcess::waitForFinished"_s + outer
                             << StallCause::NetworkWait << u"network"_s;
    QTest::newRow("future") << u"futex QWaitCondition::wait QFutureInterfaceBase::waitForFinished"_s
            + outer << StallCause::ThreadWait
                            << u"QFutureWatcher"_s;
    QTest::newRow("loop") << u"nanosleep inner! QObject::event QEventLoop::exec"_s + outer
                          << StallCause::NestedLoop << u"open()"_s;
    QTest::newRow("file") << u"read QFile::readAll"_s + outer << StallCause::FileAccess
                          << u"disk"_s;
    QTest::newRow("outside") << u"QPainter::drawImage QEventLoop::exec sleep main!"_s
                             << StallCause::BusyCpu << u"QtConcurrent::run"_s;
}

void TestStallList::causesAndAdvice()
{
    QFETCH(QString, functions);
    QFETCH(QString, advice);
    const QList<CountedStack> stacks {{StackFrames::fromText(stack(functions)), 5}};
    QTEST(causeOf(stacks), "cause");
    QVERIFY(adviceFor(causeOf(stacks), false).contains(advice));
    QVERIFY(adviceFor(causeOf(stacks), true) != adviceFor(causeOf(stacks), false));
    QVERIFY(!experimentFor(causeOf(stacks), false).isEmpty());
    QVERIFY(experimentFor(causeOf(stacks), true) != experimentFor(causeOf(stacks), false));
    QCOMPARE(causeOf(QList<CountedStack>()), StallCause::Unknown);
}

QTEST_GUILESS_MAIN(TestStallList)
#include "tst_stalllist.moc"
