// SPDX-License-Identifier: MIT
#include "shared/namedmain.h"
#include "ui/style/theme.h"
#include "ui/widgets/focusring.h"

#include <QApplication>
#include <QListView>
#include <QPushButton>
#include <QStringListModel>
#include <QTest>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <memory>

using namespace Qt::StringLiterals;

/// A ring where nothing else shows that a view has the keys, and nowhere else.
class TestFocusRing : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_window.reset(); }

    void anEmptyListHasOneWhileItHasTheKeys();
    void anEntryShowsThemByItself();
    void aTextHasOneUnlessTheMouseBroughtTheKeys();
    void itFollowsTheSizeAndTheTheme();
    void backFromAMenuItIsAsItWas();
    void aViewGoesWithTheKeys();

private:
    /// In the middle of the lower edge of \p view, where no entry is.
    bool hasRing(QWidget *view) const
    {
        return view->grab().toImage().pixelColor(view->width() / 2, view->height() - 1)
            == Theme::current().accent;
    }

    std::unique_ptr<QWidget> m_window;
    QPushButton *m_button = nullptr;
    QListView *m_list = nullptr;
    QTextBrowser *m_text = nullptr;
    QStringListModel m_model;
};

void TestFocusRing::init()
{
    Theme::apply(*qApp, Theme::Mode::Light);
    m_model.setStringList({});
    m_window = std::make_unique<QWidget>();
    m_button = new QPushButton(u"Before"_s);
    m_list = new QListView;
    m_text = new QTextBrowser;
    auto *layout = new QVBoxLayout(m_window.get());
    for (QWidget *widget : std::initializer_list<QWidget *> {m_button, m_list, m_text})
        layout->addWidget(widget);
    m_list->setModel(&m_model);
    m_text->setPlainText(u"To read"_s);
    for (QAbstractScrollArea *view :
         std::initializer_list<QAbstractScrollArea *> {m_list, m_text}) {
        view->setFrameShape(QFrame::NoFrame);
        new FocusRing(*view);
    }
    m_window->resize(300, 300);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_button->setFocus();
}

void TestFocusRing::anEmptyListHasOneWhileItHasTheKeys()
{
    QVERIFY(!hasRing(m_list));
    QTest::keyClick(m_button, Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), m_list);
    QVERIFY(hasRing(m_list));
    QVERIFY(!hasRing(m_text));
    QTest::keyClick(m_list, Qt::Key_Tab);
    QVERIFY(!hasRing(m_list));
    QVERIFY(hasRing(m_text));
}

void TestFocusRing::anEntryShowsThemByItself()
{
    QTest::keyClick(m_button, Qt::Key_Tab);
    m_model.setStringList({u"one"_s, u"two"_s});
    QVERIFY(hasRing(m_list)); // none is the current one yet
    QTest::keyClick(m_list, Qt::Key_Down);
    QVERIFY(m_list->currentIndex().isValid());
    QVERIFY(!hasRing(m_list));
    m_model.setStringList({});
    QVERIFY(hasRing(m_list));
}

void TestFocusRing::aTextHasOneUnlessTheMouseBroughtTheKeys()
{
    QTest::mouseClick(m_text->viewport(), Qt::LeftButton);
    QCOMPARE(QApplication::focusWidget(), m_text);
    QVERIFY(!hasRing(m_text));
    QTest::keyClick(m_text, Qt::Key_Backtab);
    QTest::keyClick(m_list, Qt::Key_Tab);
    QVERIFY(hasRing(m_text));
}

void TestFocusRing::itFollowsTheSizeAndTheTheme()
{
    m_list->setFocus(Qt::TabFocusReason);
    m_window->resize(420, 380);
    QVERIFY(hasRing(m_list));
    Theme::apply(*qApp, Theme::Mode::Dark);
    QVERIFY(hasRing(m_list));
}

void TestFocusRing::backFromAMenuItIsAsItWas()
{
    const auto leaveAndComeBack = [this] {
        QFocusEvent out(QEvent::FocusOut, Qt::PopupFocusReason);
        QApplication::sendEvent(m_list, &out);
        QFocusEvent in(QEvent::FocusIn, Qt::PopupFocusReason);
        QApplication::sendEvent(m_list, &in);
    };
    m_list->setFocus(Qt::MouseFocusReason);
    leaveAndComeBack();
    QVERIFY(!hasRing(m_list));
    m_button->setFocus();
    m_list->setFocus(Qt::TabFocusReason);
    leaveAndComeBack();
    QVERIFY(hasRing(m_list));
}

/// It loses them when all that made it a view is gone; the sanitizers see who still asks it for
/// that.
void TestFocusRing::aViewGoesWithTheKeys()
{
    qsizetype left = 2;
    for (QAbstractScrollArea *view :
         std::initializer_list<QAbstractScrollArea *> {m_list, m_text}) {
        QCOMPARE(m_window->findChildren<FocusRing *>().size(), left);
        view->setFocus(Qt::TabFocusReason);
        QVERIFY(view->hasFocus() && hasRing(view));
        delete view;
        QCOMPARE(m_window->findChildren<FocusRing *>().size(), --left);
    }
}

QTEST_MAIN(TestFocusRing)
#include "tst_focusring.moc"
