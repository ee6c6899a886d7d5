// SPDX-License-Identifier: MIT
#include "shared/named.h"
#include "shared/namedmain.h"
#include "shared/tale.h"
#include "ui/pages/stallspage.h"
#include "ui/theme/theme.h"
#include "ui/views/emptystate.h"
#include "ui/views/stalldetail.h"

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
    TaskId tellStall(const QString &guilty, qint64 seconds = 2, TaskId parent = TaskId::None);
    void tellStack(TaskId stall, const QString &guilty,
                   const QStringList &callees = {u"clock_nanosleep"_s, u"nanosleep"_s});
    QListView *list() const { return m_page->findChild<QListView *>(); }
    QTextBrowser *receipt() const { return m_page->findChild<QTextBrowser *>(); }
    QString text() const { return receipt()->toPlainText(); }
    QPushButton *button(const QString &name) const { return named<QPushButton>(*m_page, name); }
    void followLink(int number);

    std::unique_ptr<Recording> m_recording;
    std::unique_ptr<Tale> m_tale;
    std::unique_ptr<StallsPage> m_page;
};

void TestStallsPage::init()
{
    QLocale::setDefault(QLocale::c());
    Theme::apply(*qApp, Theme::Mode::Light);
    m_recording = std::make_unique<Recording>();
    m_tale = std::make_unique<Tale>(*m_recording);
    m_page = std::make_unique<StallsPage>(*m_recording);
    m_page->resize(1000, 640);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void TestStallsPage::cleanup()
{
    m_page.reset();
    m_tale.reset();
    m_recording.reset();
}

TaskId TestStallsPage::tellStall(const QString &guilty, qint64 seconds, TaskId parent)
{
    const TaskId stall = m_tale->queue({}, TaskType::Stall, parent);
    m_tale->start(stall);
    m_tale->note(stall, NoteCode::Began, m_tale->lastNs() + 3 * Tale::stepNs - seconds * secondNs);
    m_tale->note(stall, NoteCode::Hang, seconds * secondNs - 5);
    m_tale->finish(stall, Outcome::Kind::Succeeded);
    m_tale->tell();
    tellStack(stall, guilty);
    return stall;
}

/// The guilty one comes after what it called.
void TestStallsPage::tellStack(TaskId stall, const QString &guilty, const QStringList &callees)
{
    QList<StackFrame> frames;
    for (const QString &function : callees)
        frames.append({function, {}, u"libc.so.6"_s, false});
    frames.append({guilty, u"%1.cpp:42"_s.arg(guilty), u"program"_s, true});
    for (int caller = 1; caller <= 5; ++caller)
        frames.append({u"caller%1"_s.arg(caller), {}, u"libQt6Core.so.6"_s, false});
    frames.append({u"main"_s, u"main.cpp:1"_s, u"program"_s, true});
    m_tale->note(stall, NoteCode::Stack, 30, StackFrames::toText(frames));
    m_tale->tell();
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
    StallsPage late(*m_recording); // shows what is there already
    QCOMPARE(late.findChild<QListView *>()->model()->rowCount(), 2);
    late.showAt(m_tale->lastNs());
    QVERIFY(late.findChild<QTextBrowser *>()->toPlainText().contains(u"newerSlot"_s));
}

void TestStallsPage::theReceiptTellsAll()
{
    const TaskId task = m_tale->queue(u"http://h.example/picture"_s);
    const TaskId stall = tellStall(u"sleepInSlot"_s, 2, task);
    m_tale->note(stall, NoteCode::Waited, 3, u"click"_s);
    m_tale->note(stall, NoteCode::FirstWaited, secondNs, u"click"_s);
    m_tale->note(stall, NoteCode::Waited, 41, u"paint"_s);
    m_tale->tell();
    for (const QString &part :
         {u"2.00 s"_s, u"one long turn"_s, u"3 click"_s, u"the first click waited 1.00 s"_s,
          u"41 paint"_s, u"http://h.example/picture"_s, u"sleepInSlot"_s, u"sleepInSlot.cpp:42"_s,
          u"30 of 30 sample"_s, u"caller3"_s, folded, m_page->stalls().receipt(0).advice()})
        QVERIFY2(text().contains(part), qPrintable(part + u"\n\n"_s + text()));
    QVERIFY(!m_page->stalls().receipt(0).advice().isEmpty());
    m_tale->note(stall, NoteCode::Paused, 2 * secondNs, u"suspend"_s);
    m_tale->tell();
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
    m_tale->note(newest, NoteCode::Waited, 1, u"key"_s);
    m_tale->tell();
    QCOMPARE(list()->currentIndex().row(), 2);
    QVERIFY(text().contains(u"readSlot"_s));
    QVERIFY(receipt()->textCursor().hasSelection()); // what is marked stays marked
    m_tale->note(read, NoteCode::Waited, 7, u"key"_s); // of that one: it is shown
    m_tale->tell();
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
    m_tale->note(stall, NoteCode::Waited, 1, u"key"_s);
    m_tale->tell();
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
    const TaskId task = m_tale->queue(u"http://h.example/<b>&picture"_s);
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
    const TaskId stall = m_tale->queue({}, TaskType::Stall);
    m_tale->start(stall);
    m_tale->note(stall, NoteCode::Hang, secondNs);
    m_tale->finish(stall, Outcome::Kind::Succeeded);
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
    QCOMPARE(m_page->unseen(), 0);
    QCOMPARE(unseen.size(), 0);
    m_page->hide();
    tellStall(u"firstSlot"_s);
    const TaskId second = tellStall(u"secondSlot"_s);
    m_tale->note(second, NoteCode::Waited, 1, u"key"_s); // more of the same is not one more
    m_tale->tell();
    QCOMPARE(m_page->unseen(), 2);
    QCOMPARE(unseen.size(), 2);
    QCOMPARE(unseen.last().first().toInt(), 2);
    m_page->show();
    QCOMPARE(m_page->unseen(), 0);
    QCOMPARE(unseen.size(), 3);
    QCOMPARE(unseen.last().first().toInt(), 0);
    QVERIFY(text().contains(u"secondSlot"_s));
    m_page->hide();
    tellStall(u"thirdSlot"_s);
    m_recording->clear();
    QCOMPARE(m_page->unseen(), 0);
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
    m_recording->clear();
    QVERIFY(empty->isVisible());
    QVERIFY(text().isEmpty());
    QVERIFY(!button(u"Copy as text"_s)->isEnabled());
}

void TestStallsPage::aTimeLeadsToItsStall()
{
    m_page->showAt(m_tale->lastNs()); // nothing is there, and nothing happens
    tellStall(u"olderSlot"_s, 0);
    const qint64 older = m_page->stalls().receipt(0).beginNs;
    tellStall(u"newerSlot"_s, 0);
    m_page->showAt(older);
    QCOMPARE(list()->currentIndex().row(), 1);
    QVERIFY(text().contains(u"olderSlot"_s));
    m_page->showAt(0); // before all of them: as it was
    QCOMPARE(list()->currentIndex().row(), 1);
    m_page->showAt(m_tale->lastNs());
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
        m_recording->clear();
    }
    tellStall(u"sleepInSlot"_s);
    Theme::apply(*qApp, Theme::Mode::Dark); // while it is shown
    QTRY_VERIFY_WITH_TIMEOUT(
        countNear(receipt()->viewport()->grab().toImage(), Theme::current().stallText) > 20,
        guardMs);
}

QTEST_MAIN(TestStallsPage)
#include "tst_stallspage.moc"
