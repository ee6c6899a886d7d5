// SPDX-License-Identifier: MIT
#include "shared/chaoswindow.h"

#include "shared/chaospaths.h"
#include "shared/named.h"
#include "ui/lab/labpage.h"
#include "ui/shell/mainmenu.h"
#include "ui/shell/pagestack.h"
#include "ui/style/theme.h"
#include "ui/workbench/mandelbrotcanvas.h"
#include "ui/workbench/tasktable.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTabBar>
#include <QTest>

#include <numeric>

using namespace Qt::StringLiterals;

const std::vector<ChaosWindow::Choice> &ChaosWindow::choices()
{
    static const std::vector<Choice> all {
        {10, "run", &ChaosWindow::run},
        {3, "cancel by key", &ChaosWindow::cancelByKey},
        {2, "cancel by button", &ChaosWindow::cancelByButton},
        {10, "cancel selected", &ChaosWindow::cancelSelected},
        {5, "retry failed", &ChaosWindow::retry},
        {10, "page", &ChaosWindow::page},
        {6, "tab", &ChaosWindow::tab},
        {14, "back in time", &ChaosWindow::travel},
        {8, "back to live", &ChaosWindow::backToLive},
        {2, "theme", &ChaosWindow::theme},
        {6, "limits", &ChaosWindow::limits},
        {4, "processing", &ChaosWindow::processing},
        {4, "filter", &ChaosWindow::filter},
        {3, "sort", &ChaosWindow::sort},
        {2, "resize", &ChaosWindow::resize},
        {3, "render", &ChaosWindow::render},
        {4, "lab", &ChaosWindow::lab},
    };
    return all;
}

/// None that stops the loop itself: others are to live.
static const QStringList livingExperiments {u"fan-out-fan-in"_s, u"rate-limit"_s,
                                            u"race-condition"_s};

ChaosWindow::ChaosWindow(quint32 seed)
    : m_engine(seed)
    , m_window(std::make_unique<MainWindow>(m_engine))
    , m_seed(seed)
{
    m_window->findChild<LabPage *>()->choose(livingExperiments.first()); // for F5 on that page
    Recording *recording = &m_engine.session().recording();
    QObject::connect(recording, &Recording::appended, &m_context,
                     [this](qsizetype first, qsizetype end) { follow(first, end); });
    QObject::connect(recording, &Recording::cleared, &m_context, [this] { m_current.clear(); });
    QObject::connect(m_window.get(), &MainWindow::themeChosen, &m_context,
                     [](const QString &name) { Theme::apply(*qApp, Theme::modeFromName(name)); });
    m_window->workbench().setPracticeSet(m_engine.practiceAddresses(),
                                         m_engine.server().address({}).toString());
    named<QSpinBox>(*m_window, u"Time limit"_s)->setValue(1);
    m_window->show();
}

/// The loop's own turns and beats are of no task.
void ChaosWindow::follow(qsizetype first, qsizetype end)
{
    for (qsizetype i = first; i < end; ++i) {
        const TaskEvent &event = m_engine.session().recording().at(i);
        if (event.task == TaskId::None)
            continue;
        const bool isRetold = event.kind == EventKind::Queued && m_all.contains(event.task)
            && !m_current.contains(event.task);
        if (isRetold) // it stays for the next acquisition
            m_all[event.task].clear();
        m_tasks += event.kind == EventKind::Queued && hasRow(event) && !isRetold;
        m_all[event.task].append(event);
        m_current[event.task].append(event);
    }
}

/// What the lab still does when a run begins anew is of tasks that nobody knows any more.
Stories ChaosWindow::current() const
{
    Stories known = m_current;
    known.removeIf([](const auto &item) { return item.value().first().kind != EventKind::Queued; });
    return known;
}

void ChaosWindow::step()
{
    Dice dice(m_seed, ++m_step);
    static const int shares
        = std::accumulate(choices().begin(), choices().end(), 0,
                          [](int sum, const Choice &choice) { return sum + choice.share; });
    int chosen = dice.below(shares);
    for (const Choice &choice : choices()) {
        chosen -= choice.share;
        if (chosen >= 0)
            continue;
        ++m_deeds[choice.name];
        return (this->*choice.deed)(dice);
    }
}

void ChaosWindow::doEverythingOnce()
{
    for (const Choice &choice : choices()) {
        Dice dice(m_seed, ++m_step);
        (this->*choice.deed)(dice);
        QTest::qWait(20);
    }
    for (qsizetype i = 0; i < m_window->pages().count(); ++i) { // a page is built when it is shown
        QTest::keyClick(m_window.get(), Qt::Key(Qt::Key_1 + int(i)), Qt::ControlModifier);
        QTest::qWait(20);
    }
}

void ChaosWindow::cancelAll()
{
    QTest::keyClick(m_window.get(), Qt::Key_Escape, Qt::ShiftModifier);
}

bool ChaosWindow::isQuiet()
{
    const bool isBusy = m_window->workbench().isBusy();
    m_engine.session()
        .recording()
        .drain(); // afterwards: the ends of all that was not busy are in it
    return !isBusy;
}

void ChaosWindow::runWhatHangs()
{
    QStringList addresses;
    for (int i = 0; i < 50; ++i)
        addresses.append(m_engine.server().address(u"hang?last=%1"_s.arg(i)).toString());
    m_window->workbench().setAddresses(addresses);
    QTest::keyClick(m_window.get(), Qt::Key_F5);
}

void ChaosWindow::run(Dice &dice)
{
    QStringList addresses;
    for (int left = dice.between(1, 60); left > 0; --left)
        addresses.append(ChaosPaths::address(dice, m_engine.server()).toString());
    m_window->workbench().setAddresses(addresses);
    if (dice.chance(50))
        QTest::keyClick(m_window.get(), Qt::Key_F5);
    else
        QTest::mouseClick(named<QPushButton>(*m_window, u"Run"_s), Qt::LeftButton);
}

void ChaosWindow::cancelByKey(Dice &dice)
{
    QTest::keyClick(m_window.get(), Qt::Key_Escape, Qt::ShiftModifier);
    if (dice.chance(50))
        QTest::keyClick(m_window.get(), Qt::Key_Escape, Qt::ShiftModifier);
}

void ChaosWindow::cancelByButton(Dice &)
{
    QTest::mouseClick(named<QPushButton>(*m_window, u"Cancel all"_s), Qt::LeftButton);
}

/// Of the rows that are shown, which may be of an older moment, and may have ended long ago.
void ChaosWindow::cancelSelected(Dice &dice)
{
    TaskTable &table = m_window->workbench().tasks();
    const int rows = std::max(1, table.shownRows());
    table.selectRow(dice.below(rows));
    if (dice.chance(20))
        table.selectAll();
    if (dice.chance(50))
        QTest::keyClick(&table, Qt::Key_Delete);
    else
        QTest::keyClick(&table, Qt::Key_Escape);
}

void ChaosWindow::retry(Dice &)
{
    QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier);
}

void ChaosWindow::page(Dice &dice)
{
    PageStack &pages = m_window->pages();
    const int next = dice.below(pages.count());
    if (dice.chance(50))
        QTest::keyClick(m_window.get(), Qt::Key(Qt::Key_1 + next), Qt::ControlModifier);
    else
        pages.findChildren<NavButton *>().value(next)->click();
}

void ChaosWindow::tab(Dice &dice)
{
    m_window->findChild<QTabBar *>(u"Results"_s)->setCurrentIndex(dice.below(3));
}

void ChaosWindow::travel(Dice &dice)
{
    const int way = dice.below(3);
    const int share = dice.below(100);
    const Recording &recording = m_engine.session().recording();
    const qint64 length = recording.nowNs() - recording.originNs();
    if (way == 0)
        m_engine.session().playhead().showAt(recording.originNs() + length * share / 100);
    else
        QTest::keyClick(m_window.get(), way == 1 ? Qt::Key_Left : Qt::Key_Right, Qt::AltModifier);
}

void ChaosWindow::backToLive(Dice &)
{
    QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier);
}

void ChaosWindow::theme(Dice &dice)
{
    const auto names = std::to_array({u"light"_s, u"dark"_s, u"system"_s});
    m_window->menu().menu()->findChild<QAction *>(dice.pick(names))->trigger();
}

void ChaosWindow::limits(Dice &dice)
{
    named<QSpinBox>(*m_window, u"In flight"_s)
        ->setValue(dice.between(dice.chance(10) ? 1 : 20, 90));
    named<QSpinBox>(*m_window, u"Per host"_s)->setValue(dice.between(dice.chance(10) ? 1 : 20, 90));
}

void ChaosWindow::processing(Dice &dice)
{
    // Tells its text as its name where labels are relations.
    const int which = dice.below(5);
    for (QComboBox *box : m_window->workbench().findChildren<QComboBox *>()) {
        if (box->accessibleName() == u"Then"_s)
            box->setCurrentIndex(which);
    }
}

void ChaosWindow::filter(Dice &dice)
{
    const auto texts = std::to_array({u""_s, u"image"_s, u"failed"_s, u"no such thing"_s});
    m_window->findChild<QLineEdit *>(u"Filter"_s)->setText(dice.pick(texts));
}

void ChaosWindow::sort(Dice &dice)
{
    TaskTable &table = m_window->workbench().tasks();
    const int column = dice.below(table.model()->columnCount());
    table.sortByColumn(column, dice.chance(50) ? Qt::AscendingOrder : Qt::DescendingOrder);
}

void ChaosWindow::resize(Dice &dice)
{
    m_window->resize(dice.between(960, 1600), dice.between(600, 1000));
}

void ChaosWindow::render(Dice &dice)
{
    auto *canvas = m_window->findChild<MandelbrotCanvas *>();
    if (dice.chance(70))
        canvas->render();
    else
        canvas->cancel();
}

/// As a person does it, by the page; the runner is nobody else's.
void ChaosWindow::lab(Dice &dice)
{
    auto *page = m_window->findChild<LabPage *>();
    if (page->cancelFocused())
        return;
    page->choose(dice.pick(livingExperiments));
    page->run();
}

void ChaosWindow::runTheLabOnce()
{
    auto *page = m_window->findChild<LabPage *>();
    for (const QString &id : livingExperiments) {
        page->choose(id);
        page->run();
        QTRY_VERIFY_WITH_TIMEOUT(!page->isRunning(), 60'000);
    }
}

void ChaosWindow::goOn(int tasks)
{
    constexpr int guardMs = 60'000;
    QEventLoop loop;
    QTimer clock;
    QTimer guard; // of nothing happening any more
    int begun = 0;
    QObject::connect(&clock, &QTimer::timeout, &loop, [&] {
        step();
        const int before = std::exchange(begun, m_tasks);
        if (begun != before)
            guard.start(guardMs);
        if (m_tasks >= tasks)
            loop.quit();
    });
    QObject::connect(&guard, &QTimer::timeout, &loop, &QEventLoop::quit);
    guard.start(guardMs);
    clock.start(4);
    loop.exec();
    QVERIFY2(m_tasks >= tasks, "not enough happened in time");
}
