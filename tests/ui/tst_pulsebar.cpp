// SPDX-License-Identifier: MIT
#include "loop/loopmonitor.h"
#include "shared/namedmain.h"
#include "ui/pulse/blockswitch.h"
#include "ui/pulse/pulsebar.h"
#include "ui/pulse/pulsetrace.h"
#include "ui/style/theme.h"
#include "ui/widgets/figure.h"
#include "ui/widgets/lagtext.h"

#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QToolButton>

#include <algorithm>
#include <functional>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Counts the paint events of whatever it filters.
class PaintCounter : public QObject
{
public:
    using QObject::QObject;
    int paints = 0;
    bool eventFilter(QObject *, QEvent *event) override
    {
        paints += event->type() == QEvent::Paint;
        return false;
    }
};

} // namespace

/// The bar shows what the monitor measured, can be used without a mouse, and rests when hidden.
class TestPulseBar : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { Theme::apply(*qApp, Theme::Mode::Light); }
    void init();
    void cleanup();

    void lagsAreWords_data();
    void lagsAreWords();
    void theSwitchHasItsNameAndRole();
    void theSwitchTogglesByKeyboard();
    void theChoiceIsInTheMenu();
    void choicesCanBeRestored();
    void numbersAreThoseOfTheMonitor();
    void aStallIsOneGap();
    void theTraceIsAChart();
    void itMovesWithBeatsOnly();
    void nothingIsPaintedWhileHidden();
    void numbersDoNotMoveTheLayout();
    void itFitsNarrowAndWide();

private:
    bool waitUntil(const std::function<bool()> &reached);
    void blockTheLoop();

    std::unique_ptr<LoopMonitor> m_monitor;
    std::unique_ptr<QSignalSpy> m_beats;
    std::unique_ptr<PulseBar> m_bar;
};

void TestPulseBar::init()
{
    m_monitor = std::make_unique<LoopMonitor>();
    m_monitor->setStallThreshold(600ms); // well above what a busy machine adds by itself
    m_beats = std::make_unique<QSignalSpy>(m_monitor.get(), &LoopMonitor::beat);
    m_bar = std::make_unique<PulseBar>(*m_monitor);
    m_bar->resize(1280, 66);
    m_bar->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_bar.get()));
    m_monitor->setActive(true);
}

void TestPulseBar::cleanup()
{
    m_bar.reset();
    m_beats.reset();
    m_monitor.reset();
}

bool TestPulseBar::waitUntil(const std::function<bool()> &reached)
{
    for (int beats = 0; beats < 500; ++beats) {
        if (reached())
            return true;
        if (!m_beats->wait(10'000))
            return false;
    }
    return false;
}

void TestPulseBar::blockTheLoop()
{
    QVERIFY(waitUntil([this] { return m_beats->size() >= 5; }));
    QTimer::singleShot(0, this, [] { QThread::msleep(1'200); });
    QVERIFY(waitUntil([this] { return m_monitor->stallCount() == 1; }));
}

void TestPulseBar::lagsAreWords_data()
{
    QTest::addColumn<qint64>("ns");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << qint64(0) << u"0.0 ms"_s;
    QTest::newRow("small") << qint64(240'000) << u"0.2 ms"_s;
    QTest::newRow("frame") << qint64(16'000'000) << u"16.0 ms"_s;
    QTest::newRow("rounds up to a hundred") << qint64(99'960'000) << u"100 ms"_s;
    QTest::newRow("long") << qint64(312'400'000) << u"312 ms"_s;
    QTest::newRow("rounds up to a second") << qint64(999'600'000) << u"1.00 s"_s;
    QTest::newRow("frozen") << qint64(2'012'000'000) << u"2.01 s"_s;
    QTest::newRow("very long") << qint64(12'340'000'000) << u"12.3 s"_s;
}

void TestPulseBar::lagsAreWords()
{
    QFETCH(qint64, ns);
    QTEST(lagText(ns), "text");
}

void TestPulseBar::theSwitchHasItsNameAndRole()
{
    QAccessibleInterface *access
        = QAccessible::queryAccessibleInterface(m_bar->blockSwitch()->button());
    QVERIFY(access);
    QCOMPARE(access->text(QAccessible::Name), u"Block the loop"_s);
    QCOMPARE(access->role(), QAccessible::CheckBox);
    QVERIFY(access->state().checkable);
    QVERIFY(!access->state().checked);
    QVERIFY(access->actionInterface());
    access->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    QVERIFY(m_bar->isBlocking());
    QVERIFY(access->state().checked);
}

void TestPulseBar::theSwitchTogglesByKeyboard()
{
    QSignalSpy toggled(m_bar.get(), &PulseBar::blockToggled);
    SwitchButton *button = m_bar->blockSwitch()->button();
    QVERIFY(button->focusPolicy() & Qt::TabFocus);
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QVERIFY(m_bar->isBlocking());
    QTest::keyClick(button, Qt::Key_Space);
    QVERIFY(!m_bar->isBlocking());
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(toggled.size(), 3);
    QCOMPARE(toggled[0][0].toBool(), true);
    QCOMPARE(toggled[1][0].toBool(), false);
    QCOMPARE(toggled[2][0].toBool(), true);
}

void TestPulseBar::theChoiceIsInTheMenu()
{
    QSignalSpy ways(m_bar.get(), &PulseBar::blockWayChanged);
    QSignalSpy durations(m_bar.get(), &PulseBar::blockDurationChanged);
    QStringList offered;
    for (QAction *action : m_bar->blockSwitch()->menu()->actions()) {
        if (!action->isCheckable())
            continue;
        offered.append(action->text());
        action->trigger();
        QVERIFY(action->isChecked());
    }
    QCOMPARE(offered.size(), blockWayCount + 5);
    QCOMPARE(offered.mid(0, 5),
             (QStringList {u"Sleep"_s, u"Busy CPU"_s, u"Network wait"_s, u"waitForFinished"_s,
                           u"Nested loop"_s}));
    QCOMPARE(offered[8], u"3 s"_s);
    QVERIFY(offered[9].startsWith(u"5 s · the desktop may"_s));
    QCOMPARE(ways.size(), blockWayCount);
    QCOMPARE(m_bar->blockWay(), BlockWay::NestedLoop);
    QCOMPARE(durations.size(), 5);
    QCOMPARE(m_bar->blockDuration(), 5s);
    const auto *choice = m_bar->blockSwitch()->findChild<QToolButton *>();
    QCOMPARE(choice->text(), u"Nested loop · 5 s"_s);
    QCOMPARE(choice->accessibleName(), u"How to block: Nested loop · 5 s"_s);
}

void TestPulseBar::choicesCanBeRestored()
{
    QCOMPARE(m_bar->blockWay(), BlockWay::BusyCpu);
    QCOMPARE(m_bar->blockDuration(), 2s);
    m_bar->setBlockDuration(700ms);
    QCOMPARE(m_bar->blockDuration(), 500ms);
    m_bar->setBlockDuration(99s);
    QCOMPARE(m_bar->blockDuration(), 5s);
    m_bar->setBlockWay(BlockWay::Sleep);
    QCOMPARE(m_bar->blockWay(), BlockWay::Sleep);
    m_bar->setBlocking(true);
    QVERIFY(m_bar->isBlocking());
}

void TestPulseBar::numbersAreThoseOfTheMonitor()
{
    blockTheLoop();
    const QList<Figure *> figures = m_bar->findChildren<Figure *>();
    QCOMPARE(figures.size(), 3);
    const QString worst = lagText(m_monitor->recent().maxNs);
    QVERIFY(waitUntil([&] { return figures[2]->value() == worst; }));
    QCOMPARE(lagText(m_monitor->recent().maxNs), worst);
    QVERIFY(waitUntil([&] {
        const LagSummary recent = m_monitor->recent();
        return figures[0]->value() == lagText(recent.p50Ns)
            && figures[1]->value() == lagText(recent.p99Ns);
    }));
    const auto says = [this](const QString &words) {
        return std::ranges::any_of(m_bar->findChildren<QLabel *>(), [&words](const QLabel *label) {
            return label->text() == words;
        });
    };
    QVERIFY(says(u"Recovered"_s));
    QVERIFY(waitUntil([&] { return says(u"Loop is free"_s); }));
    QVERIFY(
        waitUntil([&] { return says(u"%1 beats a second"_s.arg(m_monitor->beatsPerSecond())); }));
}

void TestPulseBar::aStallIsOneGap()
{
    blockTheLoop();
    QCOMPARE(m_monitor->stalls().size(), 1u);
    const Stall stall = m_monitor->stalls().front();
    const PulseTrace *trace = m_bar->trace();
    const QRect gap = trace->stallRect(stall);
    const double expected = double(trace->width()) * double(stall.lengthNs()) / 1e10;
    QVERIFY2(qAbs(gap.width() - expected) <= 6, "as wide as the gap was long");
    const QImage image = m_bar->trace()->grab().toImage();
    const QRgb colour = Theme::current().stall.rgb();
    const int bottom = image.height() - 1;
    int edges = 0;
    int width = 0;
    for (int x = 0; x < image.width(); ++x) {
        const bool inside = image.pixel(x, bottom) == colour;
        const bool before = x > 0 && image.pixel(x - 1, bottom) == colour;
        edges += inside && !before;
        width += inside;
    }
    QCOMPARE(edges, 1);
    QVERIFY(qAbs(width - gap.width()) <= 3);
}

void TestPulseBar::theTraceIsAChart()
{
    QAccessibleInterface *access = QAccessible::queryAccessibleInterface(m_bar->trace());
    QVERIFY(access);
    QCOMPARE(access->role(), QAccessible::Chart);
    QCOMPARE(access->text(QAccessible::Name), u"Heartbeat of the loop"_s);
    blockTheLoop();
    const QString told = access->text(QAccessible::Value);
    QCOMPARE(told,
             QString(lagSummaryText(m_monitor->recent()) + u"; "_s
                     + stallText(m_monitor->stalls().front())));
    QVERIFY2(told.startsWith(u"lag p50 "_s) && told.contains(u"; frozen 1."_s), qPrintable(told));
}

void TestPulseBar::itMovesWithBeatsOnly()
{
    PaintCounter counter;
    m_bar->trace()->installEventFilter(&counter);
    QVERIFY(waitUntil([&] { return counter.paints >= 5; }));
    // At most once in 80 ms, so at most with every fifth beat of 16 ms.
    counter.paints = 0;
    const qsizetype before = m_beats->size();
    QVERIFY(waitUntil([&] { return m_beats->size() >= before + 50; }));
    const auto &samples = m_monitor->samples();
    const qint64 tookNs = samples.back().timeNs - samples[samples.size() - 51].timeNs;
    QVERIFY2(counter.paints <= tookNs / 80'000'000 + 2,
             qPrintable(QString::number(counter.paints)));
    m_monitor->setActive(false);
    QCoreApplication::processEvents();
    counter.paints = 0;
    int turns = 0; // the loop goes on turning
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&turns] { ++turns; });
    timer.start(10);
    QTRY_VERIFY_WITH_TIMEOUT(turns >= 20, 10'000);
    QCOMPARE(counter.paints, 0);
}

void TestPulseBar::nothingIsPaintedWhileHidden()
{
    QVERIFY(waitUntil([this] { return m_beats->size() >= 10; }));
    PaintCounter counter;
    for (QWidget *widget : m_bar->findChildren<QWidget *>())
        widget->installEventFilter(&counter);
    m_bar->installEventFilter(&counter);
    m_bar->hide();
    QCoreApplication::processEvents();
    counter.paints = 0;
    const qsizetype before = m_beats->size();
    QVERIFY(waitUntil([&] { return m_beats->size() >= before + 30; }));
    QCOMPARE(counter.paints, 0);
    m_bar->show();
    QVERIFY(waitUntil([&] { return counter.paints > 0; }));
}

void TestPulseBar::numbersDoNotMoveTheLayout()
{
    const QRect before = m_bar->trace()->geometry();
    for (Figure *figure : m_bar->findChildren<Figure *>()) {
        for (const QString &value : {u"0.1 ms"_s, u"88.8 ms"_s, u"2.01 s"_s})
            figure->setValue(value);
    }
    QCoreApplication::processEvents();
    QCOMPARE(m_bar->trace()->geometry(), before);
}

void TestPulseBar::itFitsNarrowAndWide()
{
    for (const int width : {1024, 1280, 1600}) {
        m_bar->resize(width, m_bar->sizeHint().height());
        QCoreApplication::processEvents();
        QCOMPARE(m_bar->width(), width);
        QVERIFY2(m_bar->minimumSizeHint().width() <= 1024,
                 qPrintable(QString::number(m_bar->minimumSizeHint().width())));
        QVERIFY(m_bar->trace()->width() >= m_bar->trace()->minimumSizeHint().width());
        QVERIFY(m_bar->blockSwitch()->geometry().right() <= width - 16);
    }
}

QTEST_MAIN(TestPulseBar)
#include "tst_pulsebar.moc"
