// SPDX-License-Identifier: MIT
#include "engine/engine.h"
#include "shared/namedmain.h"
#include "ui/lab/labpage.h"
#include "ui/pulse/pulsebar.h"
#include "ui/shell/helpwindow.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/tour.h"
#include "ui/style/theme.h"
#include "ui/widgets/callout.h"
#include "ui/workbench/runcontrols.h"

#include <QAction>
#include <QApplication>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace {
constexpr int guardMs = 30'000;
}

/// The real window: the tour comes once by itself, points at the real parts, and follows what the
/// person does.
class TestFirstStart : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { Theme::apply(*qApp, Theme::Mode::Light); }
    void init();
    void cleanup() { m_window.reset(); }

    void theTourComesOnce();
    void aDoneTourStaysAway();
    void doingItGoesOn();
    void escapeEndsItWhenNothingRuns();
    void everyStepFits_data();
    void everyStepFits();
    void f1OpensTheHelpOnce();

private:
    void open();
    void openWithTour();
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_window.get(), key, modifiers);
    }

    QTemporaryDir m_folder;
    Engine m_engine;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void TestFirstStart::init()
{
    const QString file = m_folder.filePath(u"settings.ini"_s);
    QFile::remove(file);
    m_settings = std::make_unique<QSettings>(file, QSettings::IniFormat);
}

void TestFirstStart::open()
{
    m_window = std::make_unique<MainWindow>(m_engine);
    m_window->restore(*m_settings);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestFirstStart::openWithTour()
{
    open();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->tour().isRunning(), guardMs);
}

void TestFirstStart::theTourComesOnce()
{
    openWithTour();
    QVERIFY(m_window->tour().callout().isVisible());
    m_window->save(*m_settings);
    aDoneTourStaysAway();
}

void TestFirstStart::aDoneTourStaysAway()
{
    m_settings->setValue("tour/done"_L1, true);
    open();
    QSignalSpy beats(&m_engine.loop(), &LoopMonitor::beat);
    QTRY_VERIFY_WITH_TIMEOUT(beats.size() >= 10, guardMs); // the loop turned often enough
    QVERIFY(!m_window->tour().isRunning());
    QVERIFY(m_window->tour().callout().isHidden());
}

void TestFirstStart::doingItGoesOn()
{
    openWithTour();
    m_window->workbench().setAddresses({u"http://127.0.0.1:9/refused"_s});
    m_window->workbench().run();
    QCOMPARE(m_window->tour().step(), Tour::PulseStep);
    m_window->tour().did(Tour::PulseStep);
    m_window->pulseBar().setBlockDuration(std::chrono::milliseconds(500));
    m_window->pulseBar().setBlocking(true);
    QCOMPARE(m_window->tour().step(), Tour::ReceiptStep);
    m_window->pulseBar().setBlocking(false);
    QCOMPARE(m_window->tour().step(), Tour::ReceiptStep); // there is something to read first
    QTest::keyClick(m_window.get(), Qt::Key_4, Qt::ControlModifier);
    QVERIFY(!m_window->workbench().isVisible());
    m_window->tour().did(Tour::ReceiptStep);
    QCOMPARE(m_window->tour().step(), Tour::LabStep);
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    QVERIFY(m_window->labPage().isVisible());
    QVERIFY(!m_window->tour().isRunning());
    QTRY_COMPARE_WITH_TIMEOUT(m_window->workbench().isBusy(), false, guardMs);
}

void TestFirstStart::escapeEndsItWhenNothingRuns()
{
    openWithTour();
    m_window->workbench().controls().runButton().setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape); // nothing runs
    QVERIFY(!m_window->tour().isRunning());
}

void TestFirstStart::everyStepFits_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("smallest") << QSize(960, 600);
    QTest::newRow("small") << QSize(1024, 640);
    QTest::newRow("usual") << QSize(1440, 900);
}

void TestFirstStart::everyStepFits()
{
    QFETCH(QSize, size);
    openWithTour();
    const Callout &callout = m_window->tour().callout();
    for (int step = 0; step < Tour::stepCount; ++step) {
        m_window->resize(1200, 700);
        QCoreApplication::processEvents();
        m_window->resize(size);
        QCoreApplication::processEvents();
        QCOMPARE(m_window->size(), size);
        const QRect target(callout.target()->mapTo(m_window.get(), QPoint()),
                           callout.target()->size());
        QVERIFY(callout.target()->isVisible());
        QVERIFY(m_window->rect().contains(callout.geometry()));
        QVERIFY2(!callout.geometry().intersects(target), qPrintable(callout.accessibleName()));
        QVERIFY(target.adjusted(-8, -8, 8, 8).contains(callout.tip()));
        m_window->tour().did(m_window->tour().step());
    }
}

void TestFirstStart::f1OpensTheHelpOnce()
{
    m_settings->setValue("tour/done"_L1, true);
    open();
    key(Qt::Key_F1);
    auto *help = m_window->findChild<HelpWindow *>();
    QVERIFY(help && help->isVisible());
    m_window->activateWindow();
    key(Qt::Key_F1);
    QCOMPARE(m_window->findChildren<HelpWindow *>().size(), 1);
    emit help->tourRequested();
    QVERIFY(m_window->tour().isRunning());
}

QTEST_MAIN(TestFirstStart)
#include "tst_firststart.moc"
