// SPDX-License-Identifier: MIT
#include "record/recording.h"
#include "shared/namedmain.h"
#include "shared/tale.h"
#include "views/stalllist.h"

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
    void startsAnew();
    void itsMemoryHasABound();
    void foreignEventsDoNoHarm();
    void causesAndAdvice_data();
    void causesAndAdvice();

private:
    TaskId tellStall(qint64 secondsLong = 2, TaskId parent = TaskId::None);

    std::unique_ptr<Recording> m_recording;
    std::unique_ptr<Tale> m_tale;
    std::unique_ptr<StallList> m_list;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestStallList::init()
{
    QLocale::setDefault(QLocale::c());
    m_tester.reset();
    m_list.reset();
    m_recording = std::make_unique<Recording>();
    m_tale = std::make_unique<Tale>(*m_recording);
    m_list = std::make_unique<StallList>(*m_recording);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_list.get(), Mode::Fatal);
}

/// One that ends with its Finished, after \p secondsLong.
TaskId TestStallList::tellStall(qint64 secondsLong, TaskId parent)
{
    const TaskId stall = m_tale->queue({}, TaskType::Stall, parent);
    m_tale->start(stall);
    m_tale->note(stall, NoteCode::Began,
                 m_tale->lastNs() + 3 * Tale::stepNs - secondsLong * secondNs);
    m_tale->note(stall, NoteCode::Hang, secondsLong * secondNs - 5);
    m_tale->finish(stall, Outcome::Kind::Succeeded);
    m_tale->tell();
    return stall;
}

void TestStallList::newestComesFirst()
{
    const TaskId task = m_tale->queue(u"http://h.example/picture"_s);
    const TaskId first = tellStall(2, task);
    const TaskId second = tellStall(1);
    QCOMPARE(m_list->rowCount(), 2);
    QCOMPARE(m_list->receipt(0).task, second);
    QCOMPARE(m_list->receipt(1).task, first);
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
    StallList late(*m_recording); // folds what is there already
    QCOMPARE(late.rowCount(), 2);
    QCOMPARE(late.receipt(1).taskTitle, receipt.taskTitle);
}

void TestStallList::whatIsKnownLaterIsAdded()
{
    const TaskId stall = tellStall();
    tellStall();
    QSignalSpy changed(m_list.get(), &StallList::dataChanged);
    m_tale->note(stall, NoteCode::Stack, 30, stack(u"nanosleep sleep! QEventLoop::exec main!"_s));
    m_tale->note(stall, NoteCode::Stack, 3, stack(u"other! QEventLoop::exec main!"_s));
    m_tale->note(stall, NoteCode::Waited, 4, u"paint"_s);
    m_tale->note(stall, NoteCode::FirstWaited, secondNs, u"click"_s);
    m_tale->note(stall, NoteCode::Waited, 3, u"click"_s);
    m_tale->tell();
    QVERIFY(!changed.isEmpty());
    QCOMPARE(changed.last().first().toModelIndex().row(), 1);
    const StallReceipt receipt = m_list->receipt(1);
    QCOMPARE(receipt.stacks.size(), 2);
    QCOMPARE(receipt.samples(), 33);
    QCOMPARE(receipt.guilty().function, u"sleep"_s);
    QCOMPARE(receipt.guilty().place, u"ours.cpp:7"_s);
    QCOMPARE(receipt.waited,
             (QList<StallReceipt::Waited> {{u"click"_s, 3, secondNs}, {u"paint"_s, 4, -1}}));
    QVERIFY(receipt.waitedText().endsWith(u"; the first click waited 1.00 s"_s));
    QVERIFY(m_list->receipt(0).stacks.isEmpty());
}

void TestStallList::theTextTellsAll()
{
    const TaskId stall = tellStall(2, m_tale->queue(u"http://h.example/picture"_s));
    m_tale->note(stall, NoteCode::Stack, 30, stack(u"nanosleep sleepInSlot! QEventLoop::exec"_s));
    m_tale->note(stall, NoteCode::Waited, 41, u"paint"_s);
    m_tale->tell();
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
    m_tale->note(stall, NoteCode::Stack, 1, stack(u"innocent! main!"_s));
    m_tale->note(stall, NoteCode::Paused, secondNs / 2, u"stopped"_s);
    m_tale->tell();
    QVERIFY(!m_list->receipt(0).isPause()); // a quarter of it only
    QCOMPARE(m_list->receipt(0).guilty().function, u"innocent"_s);
    QVERIFY(m_list->text(0).contains(u"the program was stopped from outside"_s));
    m_tale->note(stall, NoteCode::Paused, secondNs, u"suspend"_s);
    m_tale->tell();
    const StallReceipt receipt = m_list->receipt(0);
    QVERIFY(receipt.isPause());
    QVERIFY(receipt.guilty().function.isEmpty());
    QVERIFY(receipt.advice().isEmpty());
    QCOMPARE(receipt.kindText(), u"the machine was suspended"_s);
}

void TestStallList::foundByTime()
{
    QCOMPARE(m_list->rowAt(m_recording->originNs()), -1);
    const TaskId first = tellStall(0);
    const TaskId second = tellStall(0);
    const StallReceipt &newer = m_list->receipt(0);
    QCOMPARE(newer.task, second);
    QCOMPARE(m_list->rowAt(newer.endNs), 0);
    QCOMPARE(m_list->rowAt(newer.beginNs), 0);
    QCOMPARE(m_list->receipt(m_list->rowAt(newer.beginNs - 1)).task, first);
    QCOMPARE(m_list->rowAt(m_list->receipt(1).beginNs - 1), -1);
}

void TestStallList::startsAnew()
{
    tellStall();
    m_recording->clear();
    QCOMPARE(m_list->rowCount(), 0);
    const TaskId stall = tellStall();
    QCOMPARE(m_list->rowOf(stall), 0);
}

void TestStallList::itsMemoryHasABound()
{
    const TaskId oldest = tellStall();
    for (int i = 1; i < StallList::maxReceipts; ++i)
        tellStall();
    QCOMPARE(m_list->rowOf(oldest), StallList::maxReceipts - 1);
    const TaskId newest = tellStall();
    QCOMPARE(m_list->rowCount(), StallList::maxReceipts);
    QCOMPARE(m_list->rowOf(oldest), -1);
    QCOMPARE(m_list->rowOf(newest), 0);
    m_tale->note(oldest, NoteCode::Stack, 1, stack(u"gone!"_s));
    m_tale->tell();
    QCOMPARE(m_list->rowCount(), StallList::maxReceipts);
}

void TestStallList::foreignEventsDoNoHarm()
{
    const TaskId stall = tellStall();
    const TaskEvent queuedAgain {
        .task = stall, .kind = EventKind::Queued, .code = quint8(TaskType::Stall)};
    const TaskEvent unknown {.value = 2,
                             .text = u"sound"_s,
                             .task = stall,
                             .kind = EventKind::Note,
                             .code = quint8(NoteCode::Waited)};
    const TaskEvent garbage {.value = -5,
                             .text = u"\t\t\n\n??"_s,
                             .task = stall,
                             .kind = EventKind::Note,
                             .code = quint8(NoteCode::Stack)};
    m_recording->append(
        {queuedAgain,
         unknown,
         garbage,
         {.task = TaskId {77}, .kind = EventKind::Note, .code = quint8(NoteCode::Stack)}});
    QCOMPARE(m_list->rowCount(), 1);
    QVERIFY(m_list->text(0).contains(u"2 sound"_s));
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
