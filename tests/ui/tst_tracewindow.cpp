// SPDX-License-Identifier: MIT
#include "engine/engine.h"
#include "shared/chromerules.h"
#include "shared/named.h"
#include "shared/namedmain.h"
#include "trace/tracefile.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/sessiontabs.h"
#include "ui/shell/tracebar.h"
#include "ui/style/theme.h"
#include "ui/widgets/noticebar.h"
#include "ui/workbench/galleryview.h"
#include "ui/workbench/inspector.h"
#include "ui/workbench/tasktable.h"

#include <QApplication>
#include <QFileDialog>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace {
constexpr int guardMs = 60'000;
}

/// What is recorded goes to a file and comes back into the window, which says so and changes
/// nothing.
class TestTraceWindow : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { Theme::apply(*qApp, Theme::Mode::Light); }
    void init();
    void cleanup();

    void whatRanIsExportedAndShownAgain();
    void itIsReadOnlyUntilLive();
    void whatRunsGoesOnUnseen();
    void anIdOfATraceCancelsNothing();
    void aBadFileIsTold();
    void aBadPlaceIsTold();
    void thereIsNothingToExportAtFirst();
    void savingAndShowingLeaveTheLoopFree();
    void closingStopsWhatIsUnderWay();

private:
    void run(const QStringList &paths);
    void choose(const QString &action, const QString &path);
    QString at(const QString &path) { return m_engine->server().address(path).toString(); }
    QString file(const QString &name) const { return m_folder->filePath(name); }
    /// Of what is shown.
    const Board &board() const { return m_window->sessions().current().playhead().board(); }
    bool isTrace() const { return !m_window->sessions().current().isGrowing(); }
    void closeTrace() { QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier); }
    QString notice() const { return m_window->findChild<NoticeBar *>()->sentence(); }
    QString banner() const { return m_window->findChild<TraceBar *>()->sentence(); }
    template <typename Widget> Widget *the(const QString &name)
    {
        return named<Widget>(*m_window, name);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<MainWindow> m_window;
};

void TestTraceWindow::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_engine = std::make_unique<Engine>();
    m_window = std::make_unique<MainWindow>(*m_engine);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestTraceWindow::cleanup()
{
    m_window.reset();
    m_engine.reset();
    m_folder.reset();
}

void TestTraceWindow::run(const QStringList &paths)
{
    QStringList addresses;
    for (const QString &path : paths)
        addresses.append(at(path));
    m_window->workbench().setAddresses(addresses);
    m_window->workbench().run();
}

/// By the menu and the dialog, as a person does.
void TestTraceWindow::choose(const QString &action, const QString &path)
{
    const QList<QAction *> actions = m_window->actions();
    const auto found = std::ranges::find(actions, action, &QAction::text);
    QVERIFY(found != actions.end());
    (*found)->trigger();
    auto *dialog = m_window->findChild<QFileDialog *>();
    QVERIFY(dialog);
    dialog->selectFile(path);
    QVERIFY(QMetaObject::invokeMethod(dialog, "accept"));
    QCoreApplication::sendPostedEvents(dialog, QEvent::DeferredDelete);
}

void TestTraceWindow::whatRanIsExportedAndShownAgain()
{
    run({u"bytes/1k"_s, u"status/404"_s, u"text/1?words=50"_s});
    QTRY_VERIFY_WITH_TIMEOUT(board().rowCount() == 3 && board().unfinished() == 0, guardMs);
    choose(u"Export trace…"_s, file(u"run.json"_s));
    QTRY_COMPARE_WITH_TIMEOUT(notice(), u"Saved as %1."_s.arg(file(u"run.json"_s)), guardMs);
    QCOMPARE(banner(), QString());
    QFile saved(file(u"run.json"_s));
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(chromeFault(saved.readAll()), QString());

    run({u"bytes/1k"_s}); // a new acquisition
    QTRY_VERIFY_WITH_TIMEOUT(board().rowCount() == 1 && board().unfinished() == 0, guardMs);
    choose(u"Open trace…"_s, file(u"run.json"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_window->sessions().current().name(), u"run.json"_s, guardMs);
    QCOMPARE(banner(), QString()); // nothing is under way
    QTRY_COMPARE_WITH_TIMEOUT(board().rowCount(), 3, guardMs);
    QCOMPARE(the<TaskTable>(u"Tasks"_s)->shownRows(), 3);
    QCOMPARE(board().count(TaskStatus::Succeeded), 2);
    QCOMPARE(board().count(TaskStatus::Failed), 1);
    QCOMPARE(m_window->windowTitle(), u"run.json – Loopscope"_s);
    auto *inspector = m_window->findChild<Inspector *>();
    inspector->setTask(board().row(1).id);
    QVERIFY2(inspector->plainText().contains(u"HTTP status 404"_s),
             qPrintable(inspector->plainText()));

    closeTrace();
    QCOMPARE(banner(), QString());
    QCOMPARE(board().rowCount(), 1);
    QCOMPARE(m_window->windowTitle(), u"Loopscope"_s);
}

void TestTraceWindow::itIsReadOnlyUntilLive()
{
    run({u"status/404"_s});
    QTRY_VERIFY_WITH_TIMEOUT(board().count(TaskStatus::Failed) == 1, guardMs);
    QCOMPARE(TraceFile::save(m_engine->session().recording().snapshot(), file(u"a.json"_s)),
             QString());
    m_window->openTrace(file(u"a.json"_s));
    QTRY_VERIFY_WITH_TIMEOUT(isTrace(), guardMs);
    QVERIFY(!the<QPushButton>(u"Run"_s)->isEnabled());
    QVERIFY(!the<QPushButton>(u"Retry failed"_s)->isEnabled());
    QVERIFY(!the<QPushButton>(u"Cancel all"_s)->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(the<QPushButton>(u"Export…"_s)->isEnabled(),
                             guardMs); // the results of the trace
    m_window->workbench().run(); // as F5 does
    QVERIFY2(notice().startsWith(u"This is a trace"_s), qPrintable(notice()));
    m_window->workbench().retryFailed();
    QCOMPARE(m_engine->job().unfinished(), 0);
    QVERIFY(isTrace());
    closeTrace();
    QVERIFY(the<QPushButton>(u"Run"_s)->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(the<QPushButton>(u"Retry failed"_s)->isEnabled(), guardMs);
    run({u"bytes/1k"_s});
    QTRY_COMPARE_WITH_TIMEOUT(board().count(TaskStatus::Succeeded), 1, guardMs);
}

void TestTraceWindow::whatRunsGoesOnUnseen()
{
    QCOMPARE(TraceFile::save(Snapshot(7), file(u"empty.json"_s)), QString());
    run({u"image/1?ms=600"_s, u"delay/600"_s});
    m_window->openTrace(file(u"empty.json"_s));
    QTRY_VERIFY_WITH_TIMEOUT(isTrace(), guardMs);
    QCOMPARE(board().rowCount(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_engine->job().unfinished(), 0, guardMs);
    QCOMPARE(board().rowCount(), 0);
    auto *gallery = m_window->findChild<GalleryView *>();
    QVERIFY(!gallery->model()); // a trace has no pictures
    closeTrace();
    QTRY_COMPARE_WITH_TIMEOUT(board().count(TaskStatus::Succeeded), 2, guardMs);
    QCOMPARE(gallery->model()->rowCount(), 1); // it came meanwhile
}

void TestTraceWindow::anIdOfATraceCancelsNothing()
{
    run({u"hang"_s});
    QTRY_COMPARE_WITH_TIMEOUT(board().count(TaskStatus::Running), 1, guardMs);
    QCOMPARE(TraceFile::save(m_engine->session().recording().snapshot(), file(u"hang.json"_s)),
             QString());
    m_window->openTrace(file(u"hang.json"_s)); // of the same task, with the same id
    QTRY_VERIFY_WITH_TIMEOUT(isTrace(), guardMs);
    auto *table = the<TaskTable>(u"Tasks"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table->shownRows(), 1, guardMs);
    m_window->sessions().current().select(board().row(0).id);
    m_window->workbench().cancelSelected();
    QTest::keyClick(table, Qt::Key_Delete);
    QVERIFY2(notice().startsWith(u"This is a trace"_s), qPrintable(notice()));
    closeTrace();
    QTRY_COMPARE_WITH_TIMEOUT(board().count(TaskStatus::Running), 1, guardMs);
    QVERIFY(!board().row(0).cancelling);
    m_window->workbench().cancelAll();
    QTRY_COMPARE_WITH_TIMEOUT(board().count(TaskStatus::Cancelled), 1, guardMs);
}

void TestTraceWindow::aBadFileIsTold()
{
    run({u"bytes/1k"_s});
    QTRY_COMPARE_WITH_TIMEOUT(board().count(TaskStatus::Succeeded), 1, guardMs);
    QFile bad(file(u"bad.json"_s));
    QVERIFY(bad.open(QIODevice::WriteOnly));
    bad.write("[{}]");
    bad.close();
    m_window->openTrace(file(u"bad.json"_s));
    QTRY_VERIFY_WITH_TIMEOUT(notice().startsWith(u"bad.json cannot be opened. "_s), guardMs);
    m_window->openTrace(file(u"missing.json"_s));
    QTRY_VERIFY_WITH_TIMEOUT(notice().startsWith(u"missing.json cannot be opened. "_s), guardMs);
    QCOMPARE(banner(), QString());
    QCOMPARE(board().rowCount(), 1); // and the window shows what it showed
}

void TestTraceWindow::aBadPlaceIsTold()
{
    run({u"bytes/1k"_s});
    QTRY_COMPARE_WITH_TIMEOUT(board().count(TaskStatus::Succeeded), 1, guardMs);
    choose(u"Export trace…"_s, file(u"a.json"_s));
    QTRY_VERIFY_WITH_TIMEOUT(notice().startsWith(u"Saved"_s), guardMs);
    m_folder->remove();
    choose(u"Export trace…"_s, file(u"a.json"_s));
    QTRY_VERIFY_WITH_TIMEOUT(notice().contains(u"a.json could not be saved: "_s), guardMs);
}

void TestTraceWindow::thereIsNothingToExportAtFirst()
{
    m_engine->loop().setActive(false);
    m_engine->session().recording().clear();
    for (QAction *action : m_window->actions()) {
        if (action->text() == u"Export trace…"_s)
            action->trigger();
    }
    QVERIFY(!m_window->findChild<QFileDialog *>());
    QVERIFY(notice().startsWith(u"There is nothing to export"_s));
}

namespace {

std::vector<TaskEvent> manyTasks(int count)
{
    std::vector<TaskEvent> events;
    for (quint32 i = 1; i <= quint32(count); ++i)
        events.push_back(
            {.timeNs = i, .text = u"task"_s, .task = TaskId(i), .kind = EventKind::Queued});
    return events;
}

} // namespace

/// However long a trace is, the loop turns many times before it is saved, read, and shown.
void TestTraceWindow::savingAndShowingLeaveTheLoopFree()
{
    constexpr int count = 100'000;
    m_engine->session().recording().append(manyTasks(count));
    QTimer clock;
    int beats = 0;
    connect(&clock, &QTimer::timeout, this, [&beats] { ++beats; });
    clock.start(1);
    choose(u"Export trace…"_s, file(u"long.json"_s));
    QVERIFY2(banner().startsWith(u"Saving long.json"_s), qPrintable(banner()));
    beats = 0;
    QTRY_VERIFY_WITH_TIMEOUT(notice().startsWith(u"Saved"_s), guardMs);
    QVERIFY2(beats >= 10, qPrintable(QString::number(beats)));
    beats = 0;
    m_window->openTrace(file(u"long.json"_s));
    QTRY_VERIFY_WITH_TIMEOUT(isTrace(), guardMs);
    QTRY_COMPARE_WITH_TIMEOUT(board().rowCount(), count, guardMs);
    QVERIFY2(beats >= 20, qPrintable(QString::number(beats)));
}

void TestTraceWindow::closingStopsWhatIsUnderWay()
{
    Recording recording;
    recording.append(manyTasks(200'000));
    QCOMPARE(TraceFile::save(recording.snapshot(), file(u"long.json"_s)), QString());
    m_window->openTrace(file(u"long.json"_s));
    QVERIFY(banner().startsWith(u"Opening long.json"_s));
    QVERIFY(the<QPushButton>(u"Stop"_s));
    m_window.reset(); // and sanitizers are silent
}

QTEST_MAIN(TestTraceWindow)
#include "tst_tracewindow.moc"
