// SPDX-License-Identifier: MIT
#include "lab/catalogue.h"
#include "shared/named.h"
#include "shared/namedmain.h"
#include "ui/lab/codeview.h"
#include "ui/lab/lessontabs.h"
#include "ui/lab/lessontext.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

constexpr int guardMs = 10'000;

struct Link
{
    QString target;
    QString text;
};

QList<Link> linksIn(const QTextDocument &document)
{
    QList<Link> links;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextCharFormat format = it.fragment().charFormat();
            if (format.isAnchor())
                links.append({format.anchorHref(), it.fragment().text()});
        }
    }
    return links;
}

} // namespace

/// What there is to read and to turn, over real experiments of the catalogue.
class TestLessonTabs : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void whyIsReadInShortLines();
    void linksThatLeadSomewhere();
    void aLinkIsFollowedByKeyboard();
    void aLinkThatHasTheKeysIsSeenWithWhatIsAroundIt();
    void knobsHaveTheirBounds();
    void knobsAreKeptPerExperiment();
    void resetBringsThemBack();
    void nothingTurnsWhileItRuns();
    void theLanguageIsKept();
    void anExperimentWithoutLesson();
    void tabsByKeyboardAndName();
    void coloursFollowTheTheme();

private:
    const Experiment &fanOut() const { return *experimentOf(u"fan-out-fan-in"); }
    const Experiment &offload() const { return *experimentOf(u"offload"); }
    template <typename Widget> Widget *named(const QString &name) const
    {
        return ::named<Widget>(*m_tabs, name);
    }
    QTextBrowser *why() const { return m_tabs->findChild<WhyPage *>(); }
    QPushButton *resetButton() const { return m_tabs->findChild<QPushButton *>(); }

    std::unique_ptr<LessonTabs> m_tabs;
};

void TestLessonTabs::init()
{
    QLocale::setDefault(QLocale::c());
    Theme::apply(*qApp, Theme::Mode::Light);
    m_tabs = std::make_unique<LessonTabs>();
    m_tabs->setExperiment(fanOut());
    m_tabs->resize(900, 320);
    m_tabs->show();
    QVERIFY(QTest::qWaitForWindowActive(m_tabs.get()));
}

void TestLessonTabs::cleanup()
{
    m_tabs.reset();
}

void TestLessonTabs::whyIsReadInShortLines()
{
    QCOMPARE(m_tabs->tab(), u"why"_s);
    QVERIFY(why()->toPlainText().startsWith(u"Twelve pages are wanted"_s));
    const auto longest = [this] {
        qsizetype length = 0;
        for (QTextBlock block = why()->document()->begin(); block.isValid(); block = block.next()) {
            for (int i = 0; i < block.layout()->lineCount(); ++i)
                length = std::max(length, qsizetype(block.layout()->lineAt(i).textLength()));
        }
        return length;
    };
    QVERIFY2(longest() >= 55 && longest() <= 85, qPrintable(QString::number(longest())));
    m_tabs->resize(1600, 320); // no longer for all that width
    QVERIFY2(longest() <= 85, qPrintable(QString::number(longest())));
    m_tabs->resize(320, 320);
    QCOMPARE(why()->horizontalScrollBarPolicy(), Qt::ScrollBarAlwaysOff);
    QTRY_VERIFY_WITH_TIMEOUT(why()->document()->size().width() <= why()->viewport()->width(),
                             guardMs);
}

void TestLessonTabs::linksThatLeadSomewhere()
{
    auto *page = m_tabs->findChild<WhyPage *>();
    page->setText(u"See [one](lab:offload), [two](lab:no-such), [three](https://h.example/) and "
                  "`code`."_s,
                  {"no-such-either"_L1, "fan-out-fan-in"_L1});
    const QList<Link> links = linksIn(*page->document());
    QCOMPARE(links.size(), 2);
    QCOMPARE(links[0].target, u"lab:offload"_s);
    QCOMPARE(links[0].text, u"one"_s);
    QCOMPARE(links[1].target, u"lab:fan-out-fan-in"_s);
    QCOMPARE(links[1].text, u"Fan out, fan in"_s);
    QVERIFY(page->toPlainText().contains(u"two, three and code."_s)); // the words stay
    page->setText(u"Alone."_s, {"no-such"_L1});
    QCOMPARE(page->toPlainText(), u"Alone."_s);
}

void TestLessonTabs::aLinkIsFollowedByKeyboard()
{
    m_tabs->findChild<WhyPage *>()->setText(u"[one](lab:offload)"_s, {});
    QSignalSpy requested(m_tabs.get(), &LessonTabs::experimentRequested);
    why()->setFocus(Qt::TabFocusReason);
    QTest::keyClick(why(), Qt::Key_Tab);
    QTest::keyClick(why(), Qt::Key_Return);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested[0][0].toString(), u"offload"_s);
    QVERIFY(why()->toPlainText().contains(u"one"_s)); // who follows it is the page
}

void TestLessonTabs::aLinkThatHasTheKeysIsSeenWithWhatIsAroundIt()
{
    auto *page = m_tabs->findChild<WhyPage *>();
    const QString lines = u"A line.\n\n"_s.repeated(60);
    page->setText(lines + u"[one](lab:offload)\n\n"_s + lines + u"[two](lab:offload)\n\n"_s + lines,
                  {});
    page->setFocus(Qt::TabFocusReason);
    const int line = page->fontMetrics().height();
    const auto isSeen = [page, line] {
        const QRect link = page->cursorRect();
        return page->textCursor().hasSelection() && link.top() >= line
            && link.bottom() <= page->viewport()->height() - line;
    };
    QTest::keyClick(page, Qt::Key_Tab);
    QCOMPARE(page->textCursor().selectedText(), u"one"_s);
    QVERIFY(isSeen());
    QTest::keyClick(page, Qt::Key_Tab);
    QVERIFY(isSeen());
    QTest::keyClick(page, Qt::Key_Backtab);
    QCOMPARE(page->textCursor().selectedText(), u"one"_s);
    QVERIFY(isSeen());
}

void TestLessonTabs::knobsHaveTheirBounds()
{
    m_tabs->setTab(u"try"_s);
    QCOMPARE(m_tabs->knobs().size(), qsizetype(fanOut().knobs.size()));
    for (const Knob &knob : fanOut().knobs) {
        auto *spin = named<QSpinBox>(QLatin1StringView(knob.label));
        auto *slider = named<QSlider>(QLatin1StringView(knob.label));
        QVERIFY(spin && slider);
        QCOMPARE(m_tabs->knobs().value(knob.id), knob.value);
        QCOMPARE(spin->suffix().trimmed(), QLatin1StringView(knob.unit));
        QSignalSpy changed(m_tabs.get(), &LessonTabs::termsChanged);
        spin->setValue(knob.most + 1);
        QCOMPARE(m_tabs->knobs().value(knob.id), knob.most);
        QCOMPARE(slider->value(), knob.most);
        slider->setValue(knob.least - 1);
        QCOMPARE(m_tabs->knobs().value(knob.id), knob.least);
        QCOMPARE(spin->value(), knob.least);
        QCOMPARE(changed.size(), 2); // once for each turn, however it is shown
    }
}

void TestLessonTabs::knobsAreKeptPerExperiment()
{
    QSignalSpy changed(m_tabs.get(), &LessonTabs::termsChanged);
    QCOMPARE(m_tabs->seed(), 1U);
    named<QSpinBox>(u"Pages"_s)->setValue(20);
    named<QSpinBox>(u"Seed"_s)->setValue(7);
    QCOMPARE(changed.size(), 2);
    m_tabs->setExperiment(offload());
    QCOMPARE(m_tabs->knobs(), (QHash<QLatin1StringView, int> {{"size"_L1, 64}}));
    QCOMPARE(m_tabs->seed(), 7U);
    m_tabs->setExperiment(fanOut());
    QCOMPARE(m_tabs->knobs().value("pages"_L1), 20);
    QCOMPARE(m_tabs->knobs().value("slowest"_L1), 200);
    QCOMPARE(named<QSlider>(u"Pages"_s)->value(), 20);
    QCOMPARE(changed.size(), 2); // to look at another turns nothing
}

void TestLessonTabs::resetBringsThemBack()
{
    m_tabs->setTab(u"try"_s);
    QVERIFY(!resetButton()->isEnabled());
    named<QSpinBox>(u"Pages"_s)->setValue(20);
    named<QSpinBox>(u"Seed"_s)->setValue(7);
    QVERIFY(resetButton()->isEnabled());
    QTest::mouseClick(resetButton(), Qt::LeftButton);
    QCOMPARE(m_tabs->knobs().value("pages"_L1), 12);
    QCOMPARE(m_tabs->seed(), 1U);
    QVERIFY(!resetButton()->isEnabled());
}

void TestLessonTabs::nothingTurnsWhileItRuns()
{
    m_tabs->setTab(u"try"_s);
    named<QSpinBox>(u"Pages"_s)->setValue(20);
    const auto says = [this](const QString &words) {
        for (const QLabel *label : m_tabs->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(words))
                return true;
        }
        return false;
    };
    QVERIFY(says(u"measured with the same numbers"_s) && !says(u"It is running"_s));
    m_tabs->setRunning(true);
    m_tabs->setExperiment(fanOut()); // also when it is shown anew
    for (const QString &name : {u"Pages"_s, u"Slowest page"_s})
        QVERIFY(!named<QSpinBox>(name)->isEnabled() && !named<QSlider>(name)->isEnabled());
    QVERIFY(!named<QSpinBox>(u"Seed"_s)->isEnabled() && !resetButton()->isEnabled());
    QVERIFY(says(u"It is running"_s));
    m_tabs->setRunning(false);
    QVERIFY(named<QSpinBox>(u"Pages"_s)->isEnabled() && named<QSlider>(u"Pages"_s)->isEnabled());
    QVERIFY(resetButton()->isEnabled() && !says(u"It is running"_s));
}

void TestLessonTabs::theLanguageIsKept()
{
    QCOMPARE(m_tabs->language(), u"JavaScript"_s);
    auto *list = named<QListWidget>(u"Languages"_s);
    QCOMPARE(list->count(), 0); // not written before it is seen
    m_tabs->setTab(u"elsewhere"_s);
    QCOMPARE(list->count(), 7);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_P);
    QCOMPARE(m_tabs->language(), u"Python"_s);
    QVERIFY(named<CodeView>(u"Code in Python"_s)->toPlainText().contains(u"TaskGroup"_s));
    m_tabs->setExperiment(fanOut());
    QCOMPARE(m_tabs->language(), u"Python"_s);
    QCOMPARE(list->currentItem()->text(), u"Python"_s);
    m_tabs->setLanguage(u"Fortran"_s); // of a later version: shows another, forgets nothing
    QCOMPARE(m_tabs->language(), u"Fortran"_s);
    QCOMPARE(list->currentRow(), 0);
    m_tabs->setLanguage({});
    QCOMPARE(m_tabs->language(), u"Fortran"_s);
    m_tabs->setTab(u"no such"_s);
    QCOMPARE(m_tabs->tab(), u"elsewhere"_s);
}

void TestLessonTabs::anExperimentWithoutLesson()
{
    m_tabs->setLanguage(u"Go"_s);
    Experiment bare = fanOut();
    bare.id = "no-such"_L1;
    bare.related.clear();
    bare.knobs.clear();
    m_tabs->setExperiment(bare);
    QCOMPARE(why()->toPlainText(), QString());
    QVERIFY(m_tabs->knobs().isEmpty());
    for (const QString &tab : {u"code"_s, u"elsewhere"_s})
        m_tabs->setTab(tab);
    QCOMPARE(named<QListWidget>(u"Languages"_s)->count(), 0);
    QCOMPARE(m_tabs->findChildren<CodeView *>().size(), 4); // two variants, the file, elsewhere
    for (const CodeView *view : m_tabs->findChildren<CodeView *>())
        QCOMPARE(view->toPlainText(), QString());
    QVERIFY(!named<CodeView>(u"Code in Go"_s)); // what was there is gone
    m_tabs->setExperiment(fanOut());
    QVERIFY(named<CodeView>(u"Code in Go"_s)->toPlainText().contains(u"errgroup"_s));
}

void TestLessonTabs::tabsByKeyboardAndName()
{
    auto *bar = m_tabs->findChild<QTabBar *>();
    bar->setFocus(Qt::TabFocusReason);
    QStringList seen;
    for (int i = 0; i < bar->count(); ++i) {
        seen.append(m_tabs->tab());
        QTest::keyClick(bar, Qt::Key_Right);
    }
    QCOMPARE(seen, (QStringList {u"why"_s, u"code"_s, u"try"_s, u"elsewhere"_s}));
    for (const QString &tab : seen) {
        m_tabs->setTab(tab);
        for (QWidget *widget : m_tabs->findChildren<QWidget *>()) {
            if (widget->isVisible() && widget->isEnabled() && widget->focusPolicy() & Qt::TabFocus
                && !widget->focusProxy() && !qobject_cast<QTabWidget *>(widget))
                QVERIFY2(!accessibleName(*widget).isEmpty(), widget->metaObject()->className());
        }
    }
}

void TestLessonTabs::coloursFollowTheTheme()
{
    m_tabs->findChild<WhyPage *>()->setText(u"[one](lab:offload)"_s, {});
    const auto linkColour = [this] {
        const QTextBlock block = why()->document()->begin();
        return block.begin().fragment().charFormat().foreground().color();
    };
    for (const Theme::Mode mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        Theme::apply(*qApp, mode);
        QTRY_COMPARE_WITH_TIMEOUT(linkColour(), Theme::current().accent, guardMs);
    }
}

QTEST_MAIN(TestLessonTabs)
#include "tst_lessontabs.moc"
