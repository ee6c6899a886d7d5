// SPDX-License-Identifier: MIT
#include "shared/namedmain.h"
#include "ui/shell/pagestack.h"
#include "ui/style/theme.h"
#include "ui/widgets/page.h"
#include "ui/widgets/settingsreader.h"

#include <QApplication>
#include <QKeySequence>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// The rail, its keys, its badges, and that the page is remembered.
class TestPageStack : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { Theme::apply(*qApp, Theme::Mode::Light); }

    void buttonsAndKeysLeadToPages();
    void aKeyTakesTheFocusAlong();
    void badgesAreSeenAndHeard();
    void thePageIsRemembered();
    void theKeyboardGoesAlongTheRail();
    void theTabStopIsThePageThatIsShown();
};

namespace {

class PageWithList final : public Page
{
public:
    PageWithList()
        : Page(IconName::Stalls, u"List"_s, u"list"_s)
        , list(new QWidget(this))
    {
        list->setFocusPolicy(Qt::StrongFocus);
    }
    void takeFocus() override { list->setFocus(); }
    QWidget *const list;
};

struct Stack
{
    Stack()
    {
        for (int i = 0; i < 3; ++i) {
            page[i] = new Page(IconName::Workbench, u"Page %1"_s.arg(i), u"page%1"_s.arg(i));
            page[i]->setFocusPolicy(Qt::StrongFocus);
            pages.addPage(page[i], QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i)));
        }
        pages.resize(500, 300);
    }
    PageStack pages;
    Page *page[3];
};

} // namespace

void TestPageStack::buttonsAndKeysLeadToPages()
{
    Stack stack;
    stack.pages.show();
    QVERIFY(QTest::qWaitForWindowActive(&stack.pages));
    QSignalSpy changed(&stack.pages, &PageStack::pageChanged);
    QCOMPARE(stack.pages.page(), stack.page[0]);
    QVERIFY(stack.pages.button(stack.page[0]).isChecked());
    QTest::mouseClick(&stack.pages.button(stack.page[2]), Qt::LeftButton);
    QCOMPARE(stack.pages.page(), stack.page[2]);
    QVERIFY(!stack.pages.button(stack.page[0]).isChecked());
    QTest::keyClick(&stack.pages, Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(stack.pages.page(), stack.page[1]);
    QVERIFY(stack.pages.button(stack.page[1]).isChecked());
    QCOMPARE(changed.size(), 2);
    QVERIFY(stack.pages.button(stack.page[1]).toolTip().contains(u"Ctrl+2"_s));
}

void TestPageStack::aKeyTakesTheFocusAlong()
{
    Stack stack;
    auto *page = new PageWithList;
    stack.pages.addPage(page, QKeySequence(Qt::CTRL | Qt::Key_4));
    stack.pages.show();
    QVERIFY(QTest::qWaitForWindowActive(&stack.pages));
    QWidget &button = stack.pages.button(stack.page[0]);
    button.setFocus();
    QTest::mouseClick(&stack.pages.button(page), Qt::LeftButton);
    QVERIFY(!page->list->hasFocus()); // who goes by mouse keeps it where it is
    for (int i = 0; i < 2; ++i) { // also when the page is shown already
        stack.pages.button(stack.pages.page()).setFocus();
        QTest::keyClick(&stack.pages, Qt::Key_4, Qt::ControlModifier);
        QVERIFY(page->list->hasFocus());
    }
}

void TestPageStack::badgesAreSeenAndHeard()
{
    Stack stack;
    stack.pages.show();
    QVERIFY(QTest::qWaitForWindowExposed(&stack.pages));
    NavButton &button = stack.pages.button(stack.page[1]);
    const QImage without = button.grab().toImage();
    emit stack.page[1]->unseenChanged(3);
    QCOMPARE(button.badge(), 3);
    QVERIFY(button.grab().toImage() != without);
    QVERIFY(button.accessibleDescription().contains(u'3'));
    emit stack.page[1]->unseenChanged(0);
    QCOMPARE(button.grab().toImage(), without);
    QVERIFY(button.accessibleDescription().isEmpty());
}

void TestPageStack::thePageIsRemembered()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"s.conf"_s), QSettings::IniFormat);
    Stack before;
    before.pages.showPage(before.page[2]);
    before.pages.save(settings);
    Stack after;
    SettingsReader reader(settings);
    after.pages.restore(reader);
    QCOMPARE(after.pages.page(), after.page[2]);
    settings.setValue(u"window/page"_s, u"of a newer version"_s);
    Stack other;
    QCOMPARE(reader.refused(), QStringList());
    other.pages.restore(reader);
    QCOMPARE(other.pages.page(), other.page[0]);
    QCOMPARE(reader.refused(), QStringList {u"window/page = of a newer version"_s});
}

void TestPageStack::theKeyboardGoesAlongTheRail()
{
    Stack stack;
    stack.pages.show();
    QVERIFY(QTest::qWaitForWindowActive(&stack.pages));
    stack.pages.button(stack.page[0]).setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QCOMPARE(QApplication::focusWidget(), &stack.pages.button(stack.page[1]));
    QCOMPARE(stack.pages.page(), stack.page[1]);
    QWidget *const last = stack.pages.lastButton();
    QCOMPARE(last, &stack.pages.button(stack.page[2]));
    QVERIFY(!(last->focusPolicy() & Qt::TabFocus)); // one stop for the whole rail
}

void TestPageStack::theTabStopIsThePageThatIsShown()
{
    Stack stack;
    const auto stops = [&stack] {
        QList<int> stops;
        for (int i = 0; i < 3; ++i) {
            if (stack.pages.button(stack.page[i]).focusPolicy() & Qt::TabFocus)
                stops.append(i);
        }
        return stops;
    };
    stack.pages.show();
    QVERIFY(QTest::qWaitForWindowActive(&stack.pages));
    stack.page[0]->setFocus();
    QCOMPARE(stops(), QList {0}); // before any button had the keys
    QTest::keyClick(stack.page[0], Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(stops(), QList {1});
    QTest::keyClick(stack.page[1], Qt::Key_Backtab);
    QCOMPARE(QApplication::focusWidget(), &stack.pages.button(stack.page[1]));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(),
             &stack.pages.button(stack.page[2])); // along with the page
    QTest::mouseClick(&stack.pages.button(stack.page[0]), Qt::LeftButton);
    QCOMPARE(stops(), QList {0});
}

QTEST_MAIN(TestPageStack)
#include "tst_pagestack.moc"
