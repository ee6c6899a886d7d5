// SPDX-License-Identifier: MIT
#include "engine/engine.h"
#include "shared/named.h"
#include "shared/namedmain.h"
#include "ui/pulse/blockswitch.h"
#include "ui/shell/mainwindow.h"
#include "ui/style/theme.h"
#include "ui/workbench/tasktable.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

/// The window as a whole: its keys, its names, its order.
class TestMainWindow : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { Theme::apply(*qApp, Theme::Mode::Light); }
    void init();
    void cleanup();

    void keysDoWhatTheySay_data();
    void keysDoWhatTheySay();
    void theNamesAreExact();
    void whatTakesTheFocusHasAName();
    void tabGoesInReadingOrder();

private:
    void open();
    template <typename Widget> Widget *the(const QString &name)
    {
        return named<Widget>(*m_window, name);
    }

    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::init()
{
    m_engine = std::make_unique<Engine>();
    open();
}

void TestMainWindow::open()
{
    m_window = std::make_unique<MainWindow>(*m_engine);
    m_window->workbench().setPracticeSet(m_engine->practiceAddresses(),
                                         m_engine->server().address({}).toString());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    m_engine.reset();
}

void TestMainWindow::keysDoWhatTheySay_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("action");
    QTest::newRow("run") << u"F5"_s << u"Run"_s;
    QTest::newRow("cancel") << u"Shift+Esc"_s << u"Cancel all"_s;
    QTest::newRow("find") << u"Ctrl+F"_s << u"Find"_s;
    QTest::newRow("open") << u"Ctrl+O"_s << u"Open list…"_s;
    QTest::newRow("export") << u"Ctrl+S"_s << u"Export results…"_s;
    QTest::newRow("open trace") << u"Ctrl+Shift+O"_s << u"Open trace…"_s;
    QTest::newRow("export trace") << u"Ctrl+Shift+S"_s << u"Export trace…"_s;
    QTest::newRow("retry") << u"Ctrl+R"_s << u"Retry failed"_s;
    QTest::newRow("switch") << u"Ctrl+B"_s << u"Block the loop"_s;
    QTest::newRow("help") << u"F1"_s << u"Help"_s;
    QTest::newRow("back") << u"Alt+Left"_s << u"One event back"_s;
    QTest::newRow("on") << u"Alt+Right"_s << u"One event on"_s;
    QTest::newRow("live") << u"Ctrl+L"_s << u"Back to live"_s;
    QTest::newRow("quit") << u"Ctrl+Q"_s << u"Quit"_s;
}

void TestMainWindow::keysDoWhatTheySay()
{
    QFETCH(QString, key);
    QFETCH(QString, action);
    const auto hasKey = [&key](const QAction *candidate) {
        return candidate->shortcuts().contains(QKeySequence(key));
    };
    const QList<QAction *> actions = m_window->actions();
    QCOMPARE(std::ranges::count_if(actions, hasKey), 1);
    QCOMPARE((*std::ranges::find_if(actions, hasKey))->text().remove(u'&'), action);
}

void TestMainWindow::theNamesAreExact()
{
    QVERIFY(the<QPushButton>(u"Run"_s));
    QVERIFY(the<QPushButton>(u"Cancel all"_s));
    QVERIFY(the<SwitchButton>(u"Block the loop"_s));
    QVERIFY(the<TaskTable>(u"Tasks"_s));
    QVERIFY(the<QLineEdit>(u"Addresses"_s));
}

void TestMainWindow::whatTakesTheFocusHasAName()
{
    int count = 0;
    for (QWidget *widget : m_window->findChildren<QWidget *>()) {
        const bool isPart = widget->objectName().startsWith(u"qt_"_s);
        if (widget->focusPolicy() == Qt::NoFocus || isPart || widget->focusProxy())
            continue;
        if (qobject_cast<QSpinBox *>(widget->parentWidget()))
            continue; // the line of a spin box is spoken for by the box
        if (!widget->isVisible() && widget->property("text").toString().isEmpty()
            && widget->property("text").isValid())
            continue; // of a notice, or of a tour, that has nothing to say yet
        ++count;
        QVERIFY2(!accessibleName(*widget).isEmpty(), widget->metaObject()->className());
    }
    QVERIFY2(count > 15, qPrintable(QString::number(count)));
}

void TestMainWindow::tabGoesInReadingOrder()
{
    the<SwitchButton>(u"Block the loop"_s)->setFocus();
    QStringList order;
    QWidget *first = QApplication::focusWidget();
    for (int i = 0; i < 60; ++i) {
        order.append(accessibleName(*QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        if (QApplication::focusWidget() == first)
            break;
    }
    const QStringList expected {u"Block the loop"_s,
                                u"How to block: Busy CPU · 2 s"_s,
                                u"Menu"_s,
                                u"Workbench"_s,
                                u"Addresses"_s,
                                u"Edit…"_s,
                                u"Open list…"_s,
                                u"In flight"_s,
                                u"Per host"_s,
                                u"Time limit"_s,
                                u"What fits"_s,
                                u"Run"_s,
                                u"Filter"_s,
                                u"Tasks"_s,
                                u"Fetch them now"_s,
                                u"Gallery"_s,
                                u"Gallery"_s,
                                u"Follow live"_s,
                                u"Fit"_s,
                                u"Fold"_s,
                                u"Timeline"_s};
    QVERIFY2(order == expected, qPrintable(order.join(u", "_s)));
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
