// SPDX-License-Identifier: MIT
#include "engine/engine.h"
#include "shared/named.h"
#include "shared/namedmain.h"
#include "ui/pulse/pulsebar.h"
#include "ui/shell/mainwindow.h"
#include "ui/style/theme.h"
#include "ui/widgets/noticebar.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QScreen>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int guardMs = 60'000;
}

/// What the window does over time: it keeps its settings, rests while hidden, freezes when told to,
/// and closes at once.
class TestWindowLife : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { Theme::apply(*qApp, Theme::Mode::Light); }
    void init();
    void cleanup();

    void settingsAreKept();
    void damagedSettingsAreDefaultsAndOneNote();
    void aHiddenWindowBeatsSlower();
    void theSwitchFreezesAnIdleWindowOnce();
    void closingWaitsForNothing();
    void theSmallestWindowHasRoom_data();
    void theSmallestWindowHasRoom();
    void itIsNoLargerThanItsScreen();

private:
    void open();
    QString settingsFile() const { return m_folder.filePath(u"settings.ini"_s); }
    template <typename Widget> Widget *the(const QString &name)
    {
        return named<Widget>(*m_window, name);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<MainWindow> m_window;
};

void TestWindowLife::init()
{
    m_engine = std::make_unique<Engine>();
    open();
}

void TestWindowLife::open()
{
    m_window = std::make_unique<MainWindow>(*m_engine);
    m_window->workbench().setPracticeSet(m_engine->practiceAddresses(),
                                         m_engine->server().address({}).toString());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestWindowLife::cleanup()
{
    m_window.reset();
    m_engine.reset();
}

void TestWindowLife::settingsAreKept()
{
    m_window->resize(1111, 777);
    the<QSpinBox>(u"In flight"_s)->setValue(37);
    the<QSpinBox>(u"Per host"_s)->setValue(3);
    the<QSpinBox>(u"Time limit"_s)->setValue(44);
    the<QComboBox>(u"Then"_s)->setCurrentText(u"Word count"_s);
    m_window->pulseBar().setBlockWay(BlockWay::NestedLoop);
    m_window->pulseBar().setBlockDuration(1s);
    QSettings settings(settingsFile(), QSettings::IniFormat);
    m_window->save(settings);
    settings.sync();
    open();
    QCOMPARE(the<QSpinBox>(u"In flight"_s)->value(), 24);
    m_window->restore(QSettings(settingsFile(), QSettings::IniFormat));
    QCOMPARE(m_window->size(), QSize(1111, 777));
    QCOMPARE(the<QSpinBox>(u"In flight"_s)->value(), 37);
    QCOMPARE(the<QSpinBox>(u"Per host"_s)->value(), 3);
    QCOMPARE(the<QSpinBox>(u"Time limit"_s)->value(), 44);
    QCOMPARE(the<QComboBox>(u"Then"_s)->currentText(), u"Word count"_s);
    QCOMPARE(m_window->pulseBar().blockWay(), BlockWay::NestedLoop);
    QCOMPARE(m_window->pulseBar().blockDuration(), 1s);
    QVERIFY2(!m_window->pulseBar().isBlocking(), "a switch that is on is not kept");
    QCOMPARE(m_window->findChild<NoticeBar *>()->sentence(), QString());
}

void TestWindowLife::damagedSettingsAreDefaultsAndOneNote()
{
    QFile file(settingsFile());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[run]\ninFlight=lots\nperHost=-5\ntimeLimitSeconds=99999999999\nthen=@Invalid(\n"
               "\xff\xfe garbage without a sense\n[block]\nway=77\nmilliseconds=x\n"
               "[window]\ngeometry=@ByteArray(nonsense)\n");
    file.close();
    m_window->restore(QSettings(settingsFile(), QSettings::IniFormat));
    QVERIFY(m_window->findChild<NoticeBar *>()->sentence().startsWith(u"The settings could not"_s));
    QCOMPARE(m_window->findChildren<NoticeBar *>().size(), 1);
    QCOMPARE(the<QSpinBox>(u"In flight"_s)->value(), 24);
    QCOMPARE(the<QSpinBox>(u"Per host"_s)->value(), 6);
    QCOMPARE(the<QSpinBox>(u"Time limit"_s)->value(), 10);
    QCOMPARE(m_window->pulseBar().blockWay(), BlockWay::BusyCpu);
    QCOMPARE(m_window->pulseBar().blockDuration(), 2s);
    QCOMPARE(m_window->size(), QSize(1280, 800));
}

void TestWindowLife::aHiddenWindowBeatsSlower()
{
    const auto visible = m_engine->loop().interval();
    QTRY_VERIFY_WITH_TIMEOUT(m_engine->loop().isActive(), 5'000); // begins with the first frame
    m_window->hide();
    QVERIFY(m_engine->loop().interval() >= 10 * visible);
    m_window->show();
    QCOMPARE(m_engine->loop().interval(), visible);
    m_window->showMinimized();
    QTRY_VERIFY_WITH_TIMEOUT(m_engine->loop().interval() >= 10 * visible, guardMs);
}

void TestWindowLife::theSwitchFreezesAnIdleWindowOnce()
{
    LoopMonitor &loop = m_engine->loop();
    m_window->pulseBar().setBlockWay(BlockWay::Sleep);
    m_window->pulseBar().setBlockDuration(500ms);
    QSignalSpy stalled(&loop, &LoopMonitor::stalled);
    QSignalSpy beats(&loop, &LoopMonitor::beat);
    QTRY_VERIFY_WITH_TIMEOUT(beats.size() > 10, guardMs);
    const qint64 before = loop.stallCount();
    QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier);
    QVERIFY(m_window->pulseBar().isBlocking());
    QTRY_VERIFY_WITH_TIMEOUT(loop.stallCount() > before, guardMs);
    QVERIFY(stalled.last()[0].value<Stall>().lengthNs() >= 450'000'000);
    QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier);
    QVERIFY(!m_window->pulseBar().isBlocking());
    const qsizetype rest = beats.size() + 50;
    QTRY_VERIFY_WITH_TIMEOUT(beats.size() >= rest, guardMs);
    const auto isFreeze = [](const Stall &stall) { return stall.lengthNs() >= 450'000'000; };
    QCOMPARE(std::ranges::count_if(loop.stalls(), isFreeze), 1);
}

void TestWindowLife::closingWaitsForNothing()
{
    QStringList addresses;
    for (int i = 0; i < 200; ++i)
        addresses.append(m_engine->server().address(u"hang?n=%1"_s.arg(i)).toString());
    m_window->workbench().setAddresses(addresses);
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    const Board &board = m_engine->session().playhead().board();
    QTRY_COMPARE_WITH_TIMEOUT(board.rowCount(), 200, guardMs);
    QSignalSpy closed(m_window.get(), &MainWindow::closed);
    QVERIFY(m_window->close());
    QCOMPARE(closed.size(), 1);
    QVERIFY(!m_window->isVisible());
    QVERIFY2(board.unfinished() > 0, "it did not wait for the fetches");
}

void TestWindowLife::theSmallestWindowHasRoom_data()
{
    QTest::addColumn<Qt::Key>("page");
    QTest::addColumn<QSize>("size");
    for (int page = 0; page < 4; ++page) {
        for (const QSize size : {QSize(720, 480), QSize(960, 600)})
            QTest::addRow("page %d at %d", page + 1, size.width())
                << Qt::Key(Qt::Key_1 + page) << size;
    }
}

/// What is pressed, chosen or written to is whole, and within the window or what scrolls.
void TestWindowLife::theSmallestWindowHasRoom()
{
    QFETCH(Qt::Key, page);
    QFETCH(QSize, size);
    QTest::keyClick(m_window.get(), page, Qt::ControlModifier);
    m_window->resize(size);
    QCOMPARE(m_window->size(), size);
    QCoreApplication::sendPostedEvents(); // of the layouts
    int seen = 0;
    for (QWidget *control : m_window->findChildren<QWidget *>()) {
        const bool isControl = qobject_cast<const QAbstractButton *>(control)
            || qobject_cast<const QAbstractSpinBox *>(control)
            || qobject_cast<const QComboBox *>(control);
        if (!isControl || !control->isVisible() || control->window() != m_window.get()
            || qobject_cast<const QTabBar *>(control->parent())
            || qobject_cast<const QLineEdit *>(control->parent())) // Qt's own, in what counts
            continue;
        ++seen;
        bool scrolls = false;
        for (const QWidget *around = control; around; around = around->parentWidget())
            scrolls |= qobject_cast<const QAbstractScrollArea *>(around) != nullptr;
        const QRect place(control->mapTo(m_window.get(), QPoint()), control->size());
        const QString name = accessibleName(*control) + u" "_s
            + QString::fromLatin1(control->metaObject()->className());
        QVERIFY2(control->width() >= control->minimumSizeHint().width(), qPrintable(name));
        QVERIFY2(control->height()
                     >= std::min(control->minimumSizeHint().height(), control->maximumHeight()),
                 qPrintable(name));
        QVERIFY2(scrolls || m_window->rect().contains(place), qPrintable(name));
    }
    QVERIFY(seen > 6);
}

void TestWindowLife::itIsNoLargerThanItsScreen()
{
    m_window->hide();
    m_window->resize(5'000, 4'000);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    const QSize room = m_window->screen()->availableSize();
    QTRY_COMPARE(m_window->frameGeometry().size().boundedTo(room),
                 m_window->frameGeometry().size());
}

QTEST_MAIN(TestWindowLife)
#include "tst_windowlife.moc"
