// SPDX-License-Identifier: MIT
#include "shared/namedmain.h"
#include "ui/shell/tour.h"
#include "ui/style/theme.h"
#include "ui/widgets/callout.h"

#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

/// A window with the five targets where the real one has them.
class Window : public QMainWindow
{
public:
    Window()
    {
        resize(1024, 640);
        place();
    }

    void place()
    {
        pulse.setGeometry(150, 10, width() - 600, 44);
        receipts.setGeometry(width() - 440, 10, 70, 44);
        blockSwitch.setGeometry(width() - 350, 14, 280, 36);
        run.setGeometry(width() - 96, 96, 80, 32);
        lab.setGeometry(6, 130, 64, 56);
    }

    QPushButton run {u"Run"_s, this};
    QWidget pulse {this};
    QWidget blockSwitch {this};
    QLabel receipts {this};
    QLineEdit lab {this};
};

} // namespace

/// Five steps that never stand in the way and can be left at any time.
class TestTour : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { Theme::apply(*qApp, Theme::Mode::Light); }
    void init();
    void cleanup();

    void aPlaceIsBesideTheTarget();
    void aPlaceIsInsideTheWindow();
    void nextGoesThroughAllSteps();
    void backGoesBack();
    void doingItGoesOn();
    void escapeSkips();
    void escapeElsewhereIsNotTheTours();
    void enterGoesOn();
    void itNeverCoversWhatItExplains_data();
    void itNeverCoversWhatItExplains();
    void itFollowsItsTarget();
    void aScreenReaderIsTold();

private:
    QPushButton *button(const QString &text) const;

    std::unique_ptr<Window> m_window;
    Tour *m_tour = nullptr;
};

void TestTour::init()
{
    m_window = std::make_unique<Window>();
    m_tour = new Tour({&m_window->run, &m_window->pulse, &m_window->blockSwitch,
                       &m_window->receipts, &m_window->lab},
                      m_window.get());
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestTour::cleanup()
{
    m_window.reset();
}

QPushButton *TestTour::button(const QString &text) const
{
    for (QPushButton *button : m_tour->callout().findChildren<QPushButton *>()) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

void TestTour::aPlaceIsBesideTheTarget()
{
    const QSize window(1000, 600);
    const QSize size(200, 100);
    struct Row
    {
        QRect target;
        Qt::Edge side;
        QPoint at;
    };
    const std::array rows {
        Row {{400, 0, 100, 50}, Qt::TopEdge, {349, 50}}, // below, centred
        Row {{960, 0, 40, 50}, Qt::TopEdge, {800, 50}}, // below, at the window's edge
        Row {{0, 200, 700, 400}, Qt::LeftEdge, {700, 349}}, // at its right
        Row {{300, 200, 700, 400}, Qt::RightEdge, {100, 349}}, // at its left
        Row {{0, 300, 1000, 300}, Qt::BottomEdge, {399, 200}}, // above
    };
    for (const Row &row : rows) {
        const CalloutPlace place = CalloutPlace::beside(row.target, size, window, 20);
        QCOMPARE(place.side, row.side);
        QCOMPARE(place.rect, QRect(row.at, size));
    }
}

void TestTour::aPlaceIsInsideTheWindow()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const auto upTo = [&random](int bound) { return int(random.bounded(bound)); };
    for (int i = 0; i < 2'000; ++i) {
        const QSize window(400 + upTo(1'200), 300 + upTo(800));
        const QSize size(100 + upTo(200), 50 + upTo(150));
        const QRect target(upTo(window.width() - 20), upTo(window.height() - 20), 1 + upTo(400),
                           1 + upTo(300));
        const CalloutPlace place = CalloutPlace::beside(target, size, window, 20);
        QVERIFY(QRect(QPoint(), window).contains(place.rect));
        const bool isAcross = place.side == Qt::TopEdge || place.side == Qt::BottomEdge;
        const int length = isAcross ? size.width() : size.height();
        QVERIFY(place.arrow >= 20 && place.arrow <= length - 20);
    }
}

void TestTour::nextGoesThroughAllSteps()
{
    QSignalSpy ended(m_tour, &Tour::ended);
    m_tour->start();
    const std::array<QWidget *, Tour::stepCount> targets {&m_window->run, &m_window->pulse,
                                                          &m_window->blockSwitch,
                                                          &m_window->receipts, &m_window->lab};
    QStringList titles;
    for (int step = 0; step < Tour::stepCount; ++step) {
        QCOMPARE(int(m_tour->step()), step);
        QCOMPARE(m_tour->callout().target(), targets[size_t(step)]);
        QVERIFY(m_tour->callout().isVisible());
        titles.append(m_tour->callout().accessibleName());
        QPushButton *next = button(step + 1 < Tour::stepCount ? u"Next"_s : u"Done"_s);
        QVERIFY(next);
        QTest::mouseClick(next, Qt::LeftButton);
    }
    QCOMPARE(titles.removeDuplicates(), 0);
    QCOMPARE(ended.size(), 1);
    QVERIFY(!m_tour->isRunning());
    QVERIFY(!m_tour->callout().isVisible());
    for (const QLabel *label : m_tour->callout().findChildren<QLabel *>())
        QCOMPARE(label->text(), QString());
}

void TestTour::backGoesBack()
{
    m_tour->start();
    QVERIFY(!button(u"Back"_s)->isVisible());
    QTest::mouseClick(button(u"Next"_s), Qt::LeftButton);
    QVERIFY(button(u"Back"_s)->isVisible());
    QTest::mouseClick(button(u"Back"_s), Qt::LeftButton);
    QCOMPARE(m_tour->step(), Tour::RunStep);
    QVERIFY(m_tour->isRunning());
}

void TestTour::doingItGoesOn()
{
    m_tour->did(Tour::RunStep); // before it began
    QVERIFY(!m_tour->isRunning());
    m_tour->start();
    m_tour->did(Tour::BlockStep); // not what this step is about
    QCOMPARE(m_tour->step(), Tour::RunStep);
    m_tour->did(Tour::RunStep);
    QCOMPARE(m_tour->step(), Tour::PulseStep);
    m_tour->did(Tour::PulseStep);
    m_tour->did(Tour::BlockStep);
    m_tour->did(Tour::ReceiptStep);
    QCOMPARE(m_tour->step(), Tour::LabStep);
    m_tour->did(Tour::LabStep);
    QVERIFY(!m_tour->isRunning());
}

void TestTour::escapeSkips()
{
    QSignalSpy ended(m_tour, &Tour::ended);
    QAction cancel;
    cancel.setShortcut(Qt::Key_Escape);
    m_window->addAction(&cancel);
    QSignalSpy cancelled(&cancel, &QAction::triggered);
    m_tour->start();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(ended.size(), 1);
    QCOMPARE(cancelled.size(), 0);
    QCOMPARE(QApplication::focusWidget(), &m_window->run);
    m_tour->end();
    QCOMPARE(ended.size(), 1);
}

void TestTour::escapeElsewhereIsNotTheTours()
{
    QAction cancel;
    cancel.setShortcut(Qt::Key_Escape);
    m_window->addAction(&cancel);
    QSignalSpy cancelled(&cancel, &QAction::triggered);
    m_tour->start();
    m_window->lab.setFocus();
    QTest::keyClick(&m_window->lab, Qt::Key_Escape);
    QCOMPARE(cancelled.size(), 1);
    QVERIFY(m_tour->isRunning());
}

void TestTour::enterGoesOn()
{
    m_tour->start();
    QCOMPARE(QApplication::focusWidget(), button(u"Next"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(m_tour->step(), Tour::PulseStep);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), button(u"Back"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(m_tour->step(), Tour::RunStep);
    QCOMPARE(QApplication::focusWidget(), button(u"Next"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), button(u"Skip"_s));
}

void TestTour::itNeverCoversWhatItExplains_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("smallest") << QSize(960, 600);
    QTest::newRow("small") << QSize(1024, 640);
    QTest::newRow("usual") << QSize(1440, 900);
    QTest::newRow("large") << QSize(2560, 1440);
}

void TestTour::itNeverCoversWhatItExplains()
{
    QFETCH(QSize, size);
    m_tour->start();
    for (int step = 0; step < Tour::stepCount; ++step) {
        for (const QSize now : {QSize(1200, 800), size}) { // resized while it is shown
            m_window->resize(now);
            m_window->place();
            QCoreApplication::processEvents();
        }
        const Callout &callout = m_tour->callout();
        const QRect target = callout.target()->geometry();
        QVERIFY(m_window->rect().contains(callout.geometry()));
        QVERIFY(!callout.geometry().intersects(target));
        QVERIFY(target.adjusted(-8, -8, 8, 8).contains(callout.tip()));
        for (const QLabel *label : callout.findChildren<QLabel *>()) {
            const int needed = label->heightForWidth(label->width());
            QVERIFY(label->height() >= std::max(needed, label->sizeHint().height() * (needed < 0)));
        }
        m_tour->did(m_tour->step());
    }
}

void TestTour::itFollowsItsTarget()
{
    m_tour->start();
    const QPoint before = m_tour->callout().tip();
    m_window->run.move(m_window->run.pos() + QPoint(-200, 60));
    QCOMPARE(m_tour->callout().tip() - before, QPoint(-200, 60));
}

void TestTour::aScreenReaderIsTold()
{
    m_tour->start();
    QAccessibleInterface *access = QAccessible::queryAccessibleInterface(&m_tour->callout());
    QVERIFY(access);
    QCOMPARE(access->role(), QAccessible::Dialog);
    QCOMPARE(access->text(QAccessible::Name), u"Run"_s);
    QVERIFY(access->text(QAccessible::Description).contains(u"no network"_s));
    QAccessibleInterface *next = QAccessible::queryAccessibleInterface(button(u"Next"_s));
    QVERIFY(next->text(QAccessible::Description).startsWith(u"Run: "_s));
}

QTEST_MAIN(TestTour)
#include "tst_tour.moc"
