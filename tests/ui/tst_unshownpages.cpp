// SPDX-License-Identifier: MIT
#include "engine/engine.h"
#include "loop/loopmonitor.h"
#include "record/recording.h"
#include "shared/named.h"
#include "shared/namedmain.h"
#include "ui/lab/labpage.h"
#include "ui/lab/lessontabs.h"
#include "ui/lab/runchart.h"
#include "ui/pulse/pulsebar.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pagestack.h"
#include "ui/shell/sessiontabs.h"
#include "ui/stalls/stallspage.h"
#include "ui/style/theme.h"
#include "ui/timeline/timelinepage.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QListView>
#include <QSettings>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {
constexpr int guardMs = 60'000;
}

/// Pages are built when they are first shown; until then nothing of what they are told is lost, and
/// nothing that is done in the window needs them.
class TestUnshownPages : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { Theme::apply(*qApp, Theme::Mode::Light); }
    void init();
    void cleanup();

    void theWindowBuildsWhatItShows();
    void aKeyBuildsThePage_data();
    void aKeyBuildsThePage();
    void settingsGoThroughUnread();
    void settingsReachThePageOnceItIsBuilt();
    void aStallIsCountedAndFoundLater();
    void theMenuWorksWithoutThem();
    void aTraceIsReadOnlyInWhatIsBuiltLater();
    void thePausedMomentIsShownLater();
    void theSelectedTaskIsMarkedLater();

private:
    void open(const QSettings *settings = nullptr);
    void key(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_window.get(), Qt::Key(key), modifiers);
    }
    Page *page(int place) const { return m_window->pages().all().at(place); }
    TaskId anyTask();
    StallsPage &stalls() const { return *m_window->findChild<StallsPage *>(); }

    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<MainWindow> m_window;
    QTemporaryDir m_folder;
};

void TestUnshownPages::init()
{
    m_engine = std::make_unique<Engine>();
    m_engine->watchLoop();
    open();
}

void TestUnshownPages::open(const QSettings *settings)
{
    m_window = std::make_unique<MainWindow>(*m_engine);
    m_window->workbench().setPracticeSet(m_engine->practiceAddresses(),
                                         m_engine->server().address({}).toString());
    if (settings)
        m_window->restore(*settings);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestUnshownPages::cleanup()
{
    m_window.reset();
    m_engine.reset();
}

void TestUnshownPages::theWindowBuildsWhatItShows()
{
    QVERIFY(page(0)->isVisible());
    for (const int place : {1, 2, 3}) {
        QVERIFY(!page(place)->isBuilt());
        QCOMPARE(page(place)->findChildren<QWidget *>().size(), 0);
    }
}

void TestUnshownPages::aKeyBuildsThePage_data()
{
    QTest::addColumn<int>("place");
    QTest::addColumn<QString>("focus");
    QTest::newRow("Lab") << 1 << u"Experiments"_s;
    QTest::newRow("Timeline") << 2 << u"Follow live"_s;
    QTest::newRow("Stalls") << 3 << u"Stalls"_s;
}

void TestUnshownPages::aKeyBuildsThePage()
{
    QFETCH(int, place);
    QFETCH(QString, focus);
    key(Qt::Key_1 + place, Qt::ControlModifier);
    QVERIFY(page(place)->isVisible());
    QVERIFY(page(place)->isBuilt());
    QVERIFY(page(place)->isAncestorOf(QApplication::focusWidget()));
    QCOMPARE(accessibleName(*QApplication::focusWidget()), focus);
    for (const int other : {1, 2, 3})
        QCOMPARE(page(other)->isBuilt(), other == place);
    key(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(page(0)->isVisible());
}

void TestUnshownPages::settingsGoThroughUnread()
{
    const QString kept = m_folder.filePath(u"kept.ini"_s);
    {
        QSettings settings(kept, QSettings::IniFormat);
        settings.setValue(u"lab/experiment"_s, u"offload"_s);
        settings.setValue(u"lab/explored"_s, QStringList {u"futures"_s, u"of-a-newer-one"_s});
        settings.setValue(u"lab/seed"_s, 12);
        settings.setValue(u"lab/tab"_s, u"code"_s);
        settings.setValue(u"lab/language"_s, u"Rust"_s);
        settings.setValue(u"stalls/threshold"_s, 700);
        settings.setValue(u"tour/done"_s, true);
    }
    const QSettings before(kept, QSettings::IniFormat);
    m_window->restore(before);
    QSettings after(m_folder.filePath(u"after.ini"_s), QSettings::IniFormat);
    m_window->save(after);
    QVERIFY(!m_window->labPage().isBuilt());
    for (const QString &name : before.allKeys())
        QCOMPARE(after.value(name).toStringList(), before.value(name).toStringList());
}

void TestUnshownPages::settingsReachThePageOnceItIsBuilt()
{
    QSettings settings(m_folder.filePath(u"reach.ini"_s), QSettings::IniFormat);
    settings.setValue(u"tour/done"_s, true);
    settings.setValue(u"lab/experiment"_s, u"offload"_s);
    settings.setValue(u"lab/tab"_s, u"code"_s);
    settings.setValue(u"stalls/threshold"_s, 700);
    m_window->restore(settings);
    QVERIFY(!m_window->labPage().isBuilt());
    QCOMPARE(m_window->labPage().experiment().id, u"offload"_s);
    QCOMPARE(m_window->labPage().findChild<LessonTabs *>()->tab(), u"code"_s);
    QCOMPARE(m_window->labPage().findChild<RunChart *>()->threshold(), 700ms);
    key(Qt::Key_4, Qt::ControlModifier);
    QCOMPARE(named<QSpinBox>(*m_window, u"Counts from"_s)->value(), 700);
    settings.setValue(u"window/page"_s, u"timeline"_s);
    open(&settings);
    QVERIFY(m_window->timelinePage().isVisible());
    QVERIFY(!m_window->labPage().isBuilt());
}

void TestUnshownPages::aStallIsCountedAndFoundLater()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_engine->loop().lastBeatNs() > 0, guardMs);
    const NavButton &button = m_window->pages().button(&stalls());
    const int before = button.badge();
    m_window->pulseBar().setBlockWay(BlockWay::Sleep);
    m_window->pulseBar().setBlockDuration(500ms);
    m_window->pulseBar().setBlocking(true);
    QTRY_VERIFY_WITH_TIMEOUT(button.badge() > before, guardMs);
    m_window->pulseBar().setBlocking(false);
    QVERIFY(!stalls().isBuilt());
    key(Qt::Key_4, Qt::ControlModifier);
    QCOMPARE(button.badge(), 0);
    auto *list = stalls().findChild<QListView *>();
    QCOMPARE(list->currentIndex().row(), 0); // the newest
    QCOMPARE(list->model()->rowCount(), stalls().stalls().rowCount());
}

void TestUnshownPages::theMenuWorksWithoutThem()
{
    key(Qt::Key_Escape);
    key(Qt::Key_F, Qt::ControlModifier);
    key(Qt::Key_Right, Qt::AltModifier);
    key(Qt::Key_L, Qt::ControlModifier);
    key(Qt::Key_F5);
    QVERIFY(m_window->workbench().isBusy());
    key(Qt::Key_4, Qt::ControlModifier); // from a page that has no work of its own
    key(Qt::Key_Escape, Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->workbench().isBusy(), guardMs);
    key(Qt::Key_F5);
    QVERIFY(m_window->workbench().isBusy());
    key(Qt::Key_Escape, Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->workbench().isBusy(), guardMs);
    key(Qt::Key_Left, Qt::AltModifier);
    QVERIFY(!m_engine->session().playhead().isLive());
    key(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(m_window->workbench().isVisible());
    QVERIFY(!m_window->labPage().isBuilt());
    QVERIFY(!m_window->timelinePage().isBuilt());
}

void TestUnshownPages::aTraceIsReadOnlyInWhatIsBuiltLater()
{
    m_window->sessions().add(new Session(u"a.json"_s, Snapshot(7)), {});
    key(Qt::Key_2, Qt::ControlModifier);
    key(Qt::Key_F5);
    QVERIFY(!m_window->labPage().isRunning());
    m_window->sessions().closeCurrent();
    key(Qt::Key_F5);
    QVERIFY(m_window->labPage().isRunning());
    key(Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->labPage().isRunning(), guardMs);
}

/// Something that was fetched, or was to be.
TaskId TestUnshownPages::anyTask()
{
    key(Qt::Key_F5);
    key(Qt::Key_Escape, Qt::ShiftModifier);
    const auto isOver = [this] {
        return !m_window->workbench().isBusy()
            && m_engine->session().playhead().board().rowCount() > 0;
    };
    if (!QTest::qWaitFor(isOver, guardMs))
        return TaskId::None;
    return m_engine->session().playhead().board().row(0).id;
}

void TestUnshownPages::thePausedMomentIsShownLater()
{
    QVERIFY(anyTask() != TaskId::None);
    key(Qt::Key_Left, Qt::AltModifier);
    QVERIFY(!m_engine->session().playhead().isLive());
    key(Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(m_window->timelinePage().view().scene().cursorNs,
             std::optional(m_engine->session().playhead().timeNs()));
    key(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(!m_window->timelinePage().view().scene().cursorNs);
}

void TestUnshownPages::theSelectedTaskIsMarkedLater()
{
    const TaskId task = anyTask();
    m_engine->session().select(task);
    key(Qt::Key_3, Qt::ControlModifier);
    QVERIFY(task != TaskId::None);
    QCOMPARE(m_window->timelinePage().view().scene().selected, task);
    open();
    m_engine->session().select(task);
    m_engine->session().recording().clear(); // the same number is another task from now on
    key(Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(m_window->timelinePage().view().scene().selected, TaskId::None);
}

QTEST_MAIN(TestUnshownPages)
#include "tst_unshownpages.moc"
