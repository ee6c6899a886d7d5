// SPDX-License-Identifier: MIT
#include "engine/engine.h"
#include "loop/loopmonitor.h"
#include "shared/named.h"
#include "shared/namedmain.h"
#include "ui/pulse/pulsebar.h"
#include "ui/pulse/pulsetrace.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pagestack.h"
#include "ui/stalls/stallspage.h"
#include "ui/style/theme.h"
#include "ui/timeline/timelinepage.h"

#include <QApplication>
#include <QListView>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

#include <memory>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {
constexpr int guardMs = 30'000;
}

/// The page Stalls as a part of the window: how one comes to it, and what it leads to.
class TestStallsInWindow : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { Theme::apply(*qApp, Theme::Mode::Light); }
    void init();
    void cleanup();

    void theWindowBeginsWithTheWorkbench();
    void theWindowComesBackWithThePageThatWasShown();
    void theBadgeCountsUntilTheKeyShowsThePage();
    void aClickOnTheGapShowsItsStall();
    void theEmptyPageCanFreeze();
    void keysLeadThroughThePage();
    void theTaskOfAStallIsShown();
    void aRunKeepsThemUntilSomebodyClears();
    void theThresholdIsChosenAndRemembered();

private:
    void open();
    void freeze();
    StallsPage *page() const { return m_window->findChild<StallsPage *>(); }
    QListView *list() const { return page()->findChild<QListView *>(); }
    const StallReceipt &shown() const
    {
        return page()->stalls().receipt(list()->currentIndex().row());
    }

    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<MainWindow> m_window;
};

void TestStallsInWindow::init()
{
    m_engine = std::make_unique<Engine>();
    m_engine->watchLoop();
    open();
}

void TestStallsInWindow::cleanup()
{
    m_window.reset();
    m_engine.reset();
}

void TestStallsInWindow::open()
{
    m_window = std::make_unique<MainWindow>(*m_engine);
    m_window->pulseBar().setBlockWay(BlockWay::Sleep);
    m_window->pulseBar().setBlockDuration(500ms);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY_WITH_TIMEOUT(m_engine->loop().lastBeatNs() > 0, guardMs);
}

/// One block more, and its receipt.
void TestStallsInWindow::freeze()
{
    const auto count = [this] {
        int hangs = 0;
        for (int row = 0; row < page()->stalls().rowCount(); ++row)
            hangs += page()->stalls().receipt(row).lengthNs() >= 450'000'000;
        return hangs;
    };
    const int before = count();
    m_window->pulseBar().setBlocking(true);
    QTRY_VERIFY_WITH_TIMEOUT(count() > before, guardMs);
    m_window->pulseBar().setBlocking(false);
}

void TestStallsInWindow::theWindowBeginsWithTheWorkbench()
{
    QTemporaryDir folder;
    const QSettings nothing(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_window->restore(nothing);
    QCOMPARE(m_window->pages().page(), &m_window->workbench());
}

void TestStallsInWindow::theWindowComesBackWithThePageThatWasShown()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    for (int i = 3; i >= 0; --i) {
        QTest::keyClick(m_window.get(), Qt::Key(Qt::Key_1 + i), Qt::ControlModifier);
        const QString className
            = QString::fromLatin1(m_window->pages().page()->metaObject()->className());
        m_window->save(settings);
        m_window.reset();
        open();
        m_window->restore(settings);
        QCOMPARE(QString::fromLatin1(m_window->pages().page()->metaObject()->className()),
                 className);
        QVERIFY(i != 3 || m_window->pages().page() == page());
    }
}

void TestStallsInWindow::theBadgeCountsUntilTheKeyShowsThePage()
{
    NavButton &button = m_window->pages().button(page());
    const int before = button.badge();
    freeze();
    QVERIFY(button.badge() > before);
    QCOMPARE(button.badge(), m_engine->session().unseenStalls());
    QTest::keyClick(m_window.get(), Qt::Key_4, Qt::ControlModifier);
    QCOMPARE(m_window->pages().page(), page());
    QCOMPARE(button.badge(), 0);
    QVERIFY(button.isChecked());
    freeze();
    QCOMPARE(button.badge(), 0); // it is looked at
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    freeze();
    QVERIFY(button.badge() > 0);
}

void TestStallsInWindow::aClickOnTheGapShowsItsStall()
{
    freeze();
    freeze();
    PulseTrace *trace = m_window->pulseBar().trace();
    QSignalSpy clicked(trace, &PulseTrace::stallClicked);
    const auto hang = [this](int number) {
        for (const Stall &stall : m_engine->loop().stalls()) {
            if (stall.lengthNs() >= 450'000'000 && number-- == 0)
                return stall;
        }
        return Stall();
    };
    for (const int number : {0, 1}) { // the older one, then the newer
        const Stall stall = hang(number);
        const QRect gap = trace->stallRect(stall);
        QVERIFY(!gap.isEmpty());
        m_window->pages().showPage(&m_window->workbench());
        QTest::mouseClick(trace, Qt::LeftButton, {}, gap.center());
        QCOMPARE(clicked.size(), number + 1);
        QCOMPARE(m_window->pages().page(), page());
        QCOMPARE(shown().beginNs, stall.beginNs);
    }
    m_window->pages().showPage(&m_window->workbench());
    QTest::mouseClick(trace, Qt::RightButton, {}, trace->stallRect(hang(0)).center());
    QCOMPARE(clicked.size(), 2);
}

void TestStallsInWindow::theEmptyPageCanFreeze()
{
    m_engine->session().recording().clear();
    QTest::keyClick(m_window.get(), Qt::Key_4, Qt::ControlModifier);
    auto *button = named<QPushButton>(*page(), u"Block the loop once"_s);
    QTRY_VERIFY_WITH_TIMEOUT(button->isVisible(), guardMs);
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(page()->stalls().rowCount() > 0
                                 && page()->stalls().receipt(0).lengthNs() >= 450'000'000,
                             guardMs);
    QVERIFY(!button->isVisible());
}

/// Without a mouse: to the page, down the list, and over to the receipt.
void TestStallsInWindow::keysLeadThroughThePage()
{
    freeze();
    freeze();
    QTest::keyClick(m_window.get(), Qt::Key_4, Qt::ControlModifier);
    QStringList way;
    for (int i = 0; i < 20 && QApplication::focusWidget() != list(); ++i) {
        QVERIFY2(QApplication::focusWidget(), qPrintable(way.join(u", "_s)));
        way.append(accessibleName(*QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QVERIFY2(QApplication::focusWidget() == list(), qPrintable(way.join(u", "_s)));
    QTest::keyClick(list(), Qt::Key_Home);
    const TaskId newest = shown().id;
    QTest::keyClick(list(), Qt::Key_Down);
    QVERIFY(shown().id < newest);
    QTest::keyClick(list(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), page()->findChild<QTextBrowser *>());
}

void TestStallsInWindow::theTaskOfAStallIsShown()
{
    m_window->workbench().setBlocking(true);
    m_window->workbench().setBlockWay(BlockWay::Sleep, 500ms);
    m_window->workbench().setAddresses({m_engine->server().address(u"delay/400"_s).toString()});
    m_window->workbench().run();
    const auto withTask = [this] {
        const StallList &stalls = page()->stalls();
        for (int row = 0; row < stalls.rowCount(); ++row) {
            if (stalls.receipt(row).parent != TaskId::None)
                return row;
        }
        return -1;
    };
    QTRY_VERIFY_WITH_TIMEOUT(withTask() >= 0, guardMs);
    m_window->workbench().setBlocking(false);
    QTest::keyClick(m_window.get(), Qt::Key_4, Qt::ControlModifier);
    list()->setCurrentIndex(list()->model()->index(withTask(), 0));
    auto *receipt = page()->findChild<QTextBrowser *>();
    QVERIFY(receipt->toPlainText().contains(u"/delay/400"_s));
    QSignalSpy requested(page(), &StallsPage::taskRequested);
    receipt->setFocus(Qt::TabFocusReason);
    QTest::keyClick(receipt, Qt::Key_Tab);
    QTest::keyClick(receipt, Qt::Key_Return);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(m_window->pages().page(), &m_window->workbench());
    auto *story = named<QTextEdit>(m_window->workbench(), u"Story of the task"_s);
    QVERIFY(story);
    QTRY_VERIFY_WITH_TIMEOUT(story->toPlainText().contains(u"/delay/400"_s), guardMs);
}

void TestStallsInWindow::aRunKeepsThemUntilSomebodyClears()
{
    freeze();
    page()->build();
    list()->setCurrentIndex(list()->model()->index(0, 0));
    const TaskId stall = shown().id;
    const int unseen = m_engine->session().unseenStalls();
    const auto run = [this] {
        m_window->workbench().setAddresses({m_engine->practiceAddresses().constFirst()});
        m_window->workbench().run();
        QTRY_COMPARE_WITH_TIMEOUT(m_engine->session().playhead().board().rowCount(), 1, guardMs);
        QTRY_COMPARE_WITH_TIMEOUT(m_engine->session().playhead().board().unfinished(), 0, guardMs);
    };
    run();
    run(); // one task again, and not two
    QTRY_VERIFY_WITH_TIMEOUT(page()->stalls().rowOf(stall) >= 0, guardMs);
    QTRY_COMPARE_WITH_TIMEOUT(shown().id, stall, guardMs);
    QVERIFY(m_engine->session().unseenStalls() >= unseen); // nobody has looked
    QTest::keyClick(m_window.get(), Qt::Key_4, Qt::ControlModifier);
    named<QPushButton>(*page(), u"Clear"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(page()->stalls().rowOf(stall), -1, guardMs);
    QCOMPARE(m_engine->session().playhead().board().rowCount(), 1); // what the run did stays
}

void TestStallsInWindow::theThresholdIsChosenAndRemembered()
{
    const auto box = [this] {
        page()->build();
        return named<QSpinBox>(*m_window, u"Counts from"_s);
    };
    QCOMPARE(box()->value(), 100);
    box()->setValue(700);
    QCOMPARE(m_engine->loop().stallThreshold(), 700ms);
    QSignalSpy beats(&m_engine->loop(), &LoopMonitor::beat);
    QVERIFY(beats.wait(guardMs)); // building the page may have been a stall
    m_engine->session().recording().drain();
    const int before = page()->stalls().rowCount();
    m_window->pulseBar().setBlocking(true); // for 500 ms: nothing to speak of
    QTRY_VERIFY_WITH_TIMEOUT(m_engine->loop().recent().maxNs >= 400'000'000, guardMs);
    m_window->pulseBar().setBlocking(false);
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_window->save(settings);
    m_engine->session().recording().drain();
    QCOMPARE(page()->stalls().rowCount(), before);
    m_engine->loop().setStallThreshold(100ms);
    open();
    QCOMPARE(box()->value(), 100);
    m_window->restore(settings);
    QCOMPARE(box()->value(), 700);
    QCOMPARE(m_engine->loop().stallThreshold(), 700ms);
}

QTEST_MAIN(TestStallsInWindow)
#include "tst_stallsinwindow.moc"
