// SPDX-License-Identifier: MIT
#include "session/session.h"
#include "shared/named.h"
#include "shared/namedmain.h"
#include "shared/recordingwriter.h"
#include "ui/stalls/stalldetail.h"
#include "ui/stalls/stallspage.h"
#include "ui/style/theme.h"
#include "ui/widgets/emptystate.h"

#include <QApplication>
#include <QClipboard>
#include <QImage>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

constexpr int guardMs = 30'000;
constexpr qint64 secondNs = 1'000'000'000;
const QString folded = u"5 more frame"_s; // of nine, four are shown

/// Words are drawn with soft edges, so nearly that colour will do.
int countNear(const QImage &image, const QColor &colour)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            count += std::abs(pixel.red() - colour.red()) < 16
                && std::abs(pixel.green() - colour.green()) < 16
                && std::abs(pixel.blue() - colour.blue()) < 16;
        }
    }
    return count;
}

} // namespace

/// The page of the receipts, over a recording written by hand.
class TestStallsPage : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void theNewestIsOnTopAndShown();
    void theReceiptTellsAll();
    void whoReadsAnotherIsNotDisturbed();
    void theStackUnfoldsAndFolds();
    void theTaskIsALink();
    void theAdviceLeadsToTheLab();
    void copyAsText();
    void unseenUntilLookedAt();
    void theEmptyPageOffersOne();
    void aTimeLeadsToItsStall();
    void theKeyboardIsEnough();
    void bothThemesShowIt();

private:
    TaskId tellStall(const QString &culprit, qint64 seconds = 2, TaskId parent = TaskId::None);
    void tellStack(TaskId stall, const QString &culprit,
                   const QStringList &callees = {u"clock_nanosleep"_s, u"nanosleep"_s});
    void tellInput(TaskId stall, InputKind kind, qint64 count)
    {
        m_writer->ofStall(stall, EventKind::StallInput, count, quint8(kind));
        m_writer->tell();
    }
    QListView *list() const { return m_page->findChild<QListView *>(); }
    QTextBrowser *receipt() const { return m_page->findChild<QTextBrowser *>(); }
    QString text() const { return receipt()->toPlainText(); }
    QPushButton *button(const QString &name) const { return named<QPushButton>(*m_page, name); }
    void followLink(int number);

    std::unique_ptr<Session> m_session;
    std::unique_ptr<RecordingWriter> m_writer;
    std::unique_ptr<StallsPage> m_page;
};

void TestStallsPage::init()
{
    QLocale::setDefault(QLocale::c());
    Theme::apply(*qApp, Theme::Mode::Light);
    m_session = std::make_unique<Session>();
    m_writer = std::make_unique<RecordingWriter>(m_session->recording());
    m_page = std::make_unique<StallsPage>(*m_session);
    m_page->resize(1000, 640);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void TestStallsPage::cleanup()
{
    m_page.reset();
    m_session.reset();
    m_writer.reset();
}

TaskId TestStallsPage::tellStall(const QString &culprit, qint64 seconds, TaskId parent)
{
    const TaskId stall = m_writer->stall(seconds * secondNs, parent);
    m_writer->tell();
    tellStack(stall, culprit);
    return stall;
}

/// The culprit comes after what it called.
void TestStallsPage::tellStack(TaskId stall, const QString &culprit, const QStringList &callees)
{
    QList<StackFrame> frames;
    for (const QString &function : callees)
        frames.append({function, {}, u"libc.so.6"_s, false});
    frames.append({culprit, u"%1.cpp:42"_s.arg(culprit), u"program"_s, true});
    for (int caller = 1; caller <= 5; ++caller)
        frames.append({u"caller%1"_s.arg(caller), {}, u"libQt6Core.so.6"_s, false});
    frames.append({u"main"_s, u"main.cpp:1"_s, u"program"_s, true});
    m_writer->samples(stall, 1, 30, StackFrames::toText(frames));
    m_writer->tell();
}

/// By keyboard: the first link is 1.
void TestStallsPage::followLink(int number)
{
    m_page->activateWindow();
    list()->setFocus();
    receipt()->setFocus(Qt::TabFocusReason);
    for (int i = 0; i < number; ++i)
        QTest::keyClick(receipt(), Qt::Key_Tab);
    QTest::keyClick(receipt(), Qt::Key_Return);
}

void TestStallsPage::theNewestIsOnTopAndShown()
{
    tellStall(u"olderSlot"_s);
    QVERIFY(text().contains(u"olderSlot"_s));
    tellStall(u"newerSlot"_s, 1);
    QCOMPARE(list()->model()->rowCount(), 2);
    QCOMPARE(list()->model()->index(0, 0).data().toString(), u"1.00 s · newerSlot"_s);
    QCOMPARE(list()->model()->index(1, 0).data().toString(), u"2.00 s · olderSlot"_s);
    QCOMPARE(list()->currentIndex().row(), 0);
    QVERIFY(text().contains(u"newerSlot"_s));
    QVERIFY(!text().contains(u"olderSlot"_s));
    list()->setCurrentIndex(list()->model()->index(1, 0));
    QVERIFY(text().contains(u"olderSlot"_s));
    StallsPage late(*m_session); // shows what is there already
    late.build();
    QCOMPARE(late.findChild<QListView *>()->model()->rowCount(), 2);
    late.showAt(m_writer->lastNs());
    QVERIFY(late.findChild<QTextBrowser *>()->toPlainText().contains(u"newerSlot"_s));
}

void TestStallsPage::theReceiptTellsAll()
{
    const TaskId task = m_writer->queue(u"http://h.example/picture"_s);
    const TaskId stall = tellStall(u"sleepInSlot"_s, 2, task);
    m_writer->ofStall(stall, EventKind::StallFirstInput, secondNs, quint8(InputKind::Click));
    tellInput(stall, InputKind::Click, 3);
    tellInput(stall, InputKind::Paint, 41);
    for (const QString &part :
         {u"2.00 s"_s, u"one long turn"_s, u"3 click"_s, u"the first click waited 1.00 s"_s,
          u"41 paint"_s, u"http://h.example/picture"_s, u"sleepInSlot"_s, u"sleepInSlot.cpp:42"_s,
          u"30 of 30 sample"_s, u"caller3"_s, folded, m_page->stalls().receipt(0).advice()})
        QVERIFY2(text().contains(part), qPrintable(part + u"\n\n"_s + text()));
    QVERIFY(!m_page->stalls().receipt(0).advice().isEmpty());
    m_writer->ofStall(stall, EventKind::StallPaused, 2 * secondNs, quint8(PauseKind::Suspend));
    m_writer->tell();
    QVERIFY(text().contains(u"the machine was suspended"_s));
    QVERIFY(!text().contains(u"sleepInSlot"_s)); // innocent
}

void TestStallsPage::whoReadsAnotherIsNotDisturbed()
{
    tellStall(u"oldestSlot"_s);
    const TaskId read = tellStall(u"readSlot"_s);
    tellStall(u"newerSlot"_s);
    list()->setCurrentIndex(list()->model()->index(1, 0));
    receipt()->selectAll();
    const TaskId newest = tellStall(u"newestSlot"_s, 1);
    tellInput(newest, InputKind::Key, 1);
    QCOMPARE(list()->currentIndex().row(), 2);
    QVERIFY(text().contains(u"readSlot"_s));
    QVERIFY(receipt()->textCursor().hasSelection()); // what is marked stays marked
    tellInput(read, InputKind::Key, 7); // of that one: it is shown
    QVERIFY(text().contains(u"7 key"_s));
    list()->setCurrentIndex(list()->model()->index(0, 0));
    tellStall(u"lastSlot"_s); // who looks at the newest goes on with the newest
    QCOMPARE(list()->currentIndex().row(), 0);
    QVERIFY(text().contains(u"lastSlot"_s));
}

void TestStallsPage::theStackUnfoldsAndFolds()
{
    const TaskId stall = tellStall(u"sleepInSlot"_s);
    QVERIFY(text().contains(folded));
    QVERIFY(!text().contains(u"clock_nanosleep"_s) && !text().contains(u"caller4"_s));
    followLink(1);
    for (const QString &function :
         {u"clock_nanosleep"_s, u"sleepInSlot"_s, u"caller5"_s, u"main.cpp:1"_s})
        QVERIFY2(text().contains(function), qPrintable(text()));
    QVERIFY(!text().contains(folded));
    QVERIFY(text().contains(u"Fold the stack"_s));
    tellInput(stall, InputKind::Key, 1);
    QVERIFY(text().contains(u"caller5"_s)); // news of the same stall leave it as it is
    followLink(1);
    QVERIFY(text().contains(folded));
    QVERIFY(!text().contains(u"caller5"_s));
    followLink(1);
    tellStall(u"spinInSlot"_s);
    QVERIFY(text().contains(u"spinInSlot"_s) && text().contains(folded)); // another begins folded
}

void TestStallsPage::theTaskIsALink()
{
    const TaskId task = m_writer->queue(u"http://h.example/<b>&picture"_s);
    tellStall(u"sleepInSlot"_s, 2, task);
    QVERIFY(text().contains(u"http://h.example/<b>&picture"_s));
    QSignalSpy requested(m_page.get(), &StallsPage::taskRequested);
    followLink(1);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first().first().value<TaskId>(), task);
    QVERIFY(text().contains(folded)); // that is the other link
    followLink(2);
    QVERIFY(text().contains(u"Fold the stack"_s));
    QCOMPARE(requested.size(), 1);
}

void TestStallsPage::theAdviceLeadsToTheLab()
{
    const TaskId stall = m_writer->stall(secondNs);
    tellStack(stall, u"computeInSlot"_s, {u"sha256"_s});
    QSignalSpy requested(m_page.get(), &StallsPage::experimentRequested);
    QVERIFY2(text().contains(u"Try it in the Lab: Offload"_s), qPrintable(text()));
    followLink(2); // the first one unfolds the stack
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first().first().toString(), u"offload"_s);
}

void TestStallsPage::copyAsText()
{
    tellStall(u"olderSlot"_s);
    tellStall(u"newerSlot"_s);
    list()->setCurrentIndex(list()->model()->index(1, 0));
    QTest::mouseClick(button(u"Copy as text"_s), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), m_page->stalls().text(1));
    QVERIFY(
        QGuiApplication::clipboard()->text().contains(u"Kept by olderSlot  (olderSlot.cpp:42)"_s));
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"caller5"_s));
}

void TestStallsPage::unseenUntilLookedAt()
{
    QSignalSpy unseen(m_page.get(), &StallsPage::unseenChanged);
    tellStall(u"seenSlot"_s);
    QCOMPARE(m_session->unseenStalls(), 0);
    QCOMPARE(unseen.size(), 0);
    m_page->hide();
    tellStall(u"firstSlot"_s);
    const TaskId second = tellStall(u"secondSlot"_s);
    tellInput(second, InputKind::Key, 1); // more of the same is not one more
    QCOMPARE(m_session->unseenStalls(), 2);
    QCOMPARE(unseen.size(), 2);
    QCOMPARE(unseen.last().first().toInt(), 2);
    m_page->show();
    QCOMPARE(m_session->unseenStalls(), 0);
    QCOMPARE(unseen.size(), 3);
    QCOMPARE(unseen.last().first().toInt(), 0);
    QVERIFY(text().contains(u"secondSlot"_s));
    m_page->hide();
    tellStall(u"thirdSlot"_s);
    QVERIFY(button(u"Clear"_s)->isEnabled());
    m_session->playhead().showAt(m_writer->lastNs());
    QVERIFY(!button(u"Clear"_s)->isEnabled()); // of an earlier moment nothing can be changed
    m_session->playhead().showLive();
    QVERIFY(button(u"Clear"_s)->isEnabled());
    Session trace(u"a.json"_s, m_session->recording().snapshot());
    QTRY_COMPARE_WITH_TIMEOUT(trace.unseenStalls(), 4, 10'000);
    m_page->setSession(trace);
    QCOMPARE(m_page->stalls().rowCount(), 4);
    QVERIFY(!button(u"Clear"_s)->isEnabled()); // and nothing of a trace
    m_page->setSession(*m_session);
    m_session->recording().clear();
    QCOMPARE(m_session->unseenStalls(), 0);
}

void TestStallsPage::theEmptyPageOffersOne()
{
    auto *empty = m_page->findChild<EmptyState *>();
    QSignalSpy freeze(m_page.get(), &StallsPage::freezeRequested);
    QVERIFY(empty->isVisible());
    QVERIFY(!button(u"Copy as text"_s)->isEnabled());
    QVERIFY(text().isEmpty());
    QTest::mouseClick(button(u"Block the loop once"_s), Qt::LeftButton);
    QCOMPARE(freeze.size(), 1);
    tellStall(u"sleepInSlot"_s);
    QVERIFY(!empty->isVisible());
    QVERIFY(button(u"Copy as text"_s)->isEnabled());
    m_session->recording().clear();
    QVERIFY(empty->isVisible());
    QVERIFY(text().isEmpty());
    QVERIFY(!button(u"Copy as text"_s)->isEnabled());
}

void TestStallsPage::aTimeLeadsToItsStall()
{
    m_page->showAt(m_writer->lastNs()); // nothing is there, and nothing happens
    tellStall(u"olderSlot"_s, 0);
    const qint64 older = m_page->stalls().receipt(0).beginNs;
    tellStall(u"newerSlot"_s, 0);
    m_page->showAt(older);
    QCOMPARE(list()->currentIndex().row(), 1);
    QVERIFY(text().contains(u"olderSlot"_s));
    m_page->showAt(0); // before all of them: as it was
    QCOMPARE(list()->currentIndex().row(), 1);
    m_page->showAt(m_writer->lastNs());
    QVERIFY(text().contains(u"newerSlot"_s));
}

void TestStallsPage::theKeyboardIsEnough()
{
    for (const QString &slot : {u"oneSlot"_s, u"twoSlot"_s, u"threeSlot"_s})
        tellStall(slot);
    m_page->takeFocus();
    QCOMPARE(QApplication::focusWidget(), list());
    QTest::keyClick(list(), Qt::Key_Down);
    QVERIFY(text().contains(u"twoSlot"_s));
    QTest::keyClick(list(), Qt::Key_End);
    QVERIFY(text().contains(u"oneSlot"_s));
    QTest::keyClick(list(), Qt::Key_Up);
    QVERIFY(text().contains(u"twoSlot"_s));
    QTest::keyClick(list(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), receipt());
    QCOMPARE(accessibleName(*receipt()), u"Receipt"_s);
    QCOMPARE(accessibleName(*list()), u"Stalls"_s);
    QTest::keyClick(list(), Qt::Key_Backtab);
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Backtab);
    QCOMPARE(QApplication::focusWidget(), button(u"Clear"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
    QCOMPARE(QApplication::focusWidget(), button(u"Copy as text"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"twoSlot"_s));
}

void TestStallsPage::bothThemesShowIt()
{
    const auto background
        = [this] { return m_page->grab(QRect(2, 2, 1, 1)).toImage().pixelColor(0, 0); };
    for (const Theme::Mode mode : {Theme::Mode::Dark, Theme::Mode::Light}) {
        Theme::apply(*qApp, mode);
        const Theme &theme = Theme::current();
        QTRY_COMPARE_WITH_TIMEOUT(background(), theme.window, guardMs);
        QCOMPARE(countNear(m_page->grab().toImage(), theme.stallText), 0);
        tellStall(u"sleepInSlot"_s);
        const int words = countNear(receipt()->viewport()->grab().toImage(), theme.text);
        QVERIFY2(words > 100, qPrintable(QString::number(words)));
        const int figures = countNear(receipt()->viewport()->grab().toImage(), theme.stallText);
        QVERIFY2(figures > 20, qPrintable(QString::number(figures)));
        const int length = countNear(list()->viewport()->grab().toImage(), theme.stallText);
        QVERIFY2(length > 10, qPrintable(QString::number(length)));
        m_session->recording().clear();
    }
    tellStall(u"sleepInSlot"_s);
    Theme::apply(*qApp, Theme::Mode::Dark); // while it is shown
    QTRY_VERIFY_WITH_TIMEOUT(
        countNear(receipt()->viewport()->grab().toImage(), Theme::current().stallText) > 20,
        guardMs);
}

QTEST_MAIN(TestStallsPage)
#include "tst_stallspage.moc"
