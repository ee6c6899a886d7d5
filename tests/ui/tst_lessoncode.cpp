// SPDX-License-Identifier: MIT
#include "lab/catalogue.h"
#include "lab/lesson.h"
#include "lab/sourceexcerpt.h"
#include "shared/named.h"
#include "shared/namedmain.h"
#include "ui/lab/codeview.h"
#include "ui/lab/lessontabs.h"
#include "ui/style/contrast.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

constexpr int guardMs = 10'000;

/// The colour in which \p word is drawn, with what the highlighter adds.
QColor inkOf(const CodeView &view, const QString &word)
{
    const QTextCursor found = view.document()->find(word);
    for (const QTextLayout::FormatRange &range : found.block().layout()->formats()) {
        if (range.start == found.selectionStart() - found.block().position())
            return range.format.foreground().color();
    }
    return {};
}

} // namespace

/// The code of an experiment: all of it, true to the source, with the difference to be seen.
class TestLessonCode : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void codeIsWhatWasCompiled();
    void theDifferenceIsMarked();
    void copyPutsItIntoTheClipboard();
    void theWholeFileCanBeSeen();
    void coloursFollowTheTheme();

private:
    const Experiment &fanOut() const { return *experimentOf(u"fan-out-fan-in"); }
    const Experiment &offload() const { return *experimentOf(u"offload"); }
    template <typename Widget> Widget *named(const QString &name) const
    {
        return ::named<Widget>(*m_tabs, name);
    }
    CodeView *codeOf(const Variant &variant) const;
    void copy(const QString &word);

    std::unique_ptr<LessonTabs> m_tabs;
};

void TestLessonCode::init()
{
    QLocale::setDefault(QLocale::c());
    Theme::apply(*qApp, Theme::Mode::Light);
    m_tabs = std::make_unique<LessonTabs>();
    m_tabs->setExperiment(fanOut());
    m_tabs->setTab(u"code"_s);
    m_tabs->resize(900, 320);
    m_tabs->show();
    QVERIFY(QTest::qWaitForWindowActive(m_tabs.get()));
}

void TestLessonCode::cleanup()
{
    m_tabs.reset();
}

CodeView *TestLessonCode::codeOf(const Variant &variant) const
{
    return named<CodeView>((variant.role == Variant::Role::Pitfall ? u"Code of the pitfall: %1"_s
                                                                   : u"Code of the pattern: %1"_s)
                               .arg(QLatin1StringView(variant.title)));
}

void TestLessonCode::copy(const QString &word)
{
    auto *button = named<QToolButton>(u"Copy the code: "_s + word);
    QVERIFY2(button, qPrintable(word));
    QGuiApplication::clipboard()->clear();
    QTest::mouseClick(button, Qt::LeftButton);
}

void TestLessonCode::codeIsWhatWasCompiled()
{
    for (const Experiment *experiment : {&fanOut(), &offload()}) {
        m_tabs->setExperiment(*experiment);
        const QString source = SourceExcerpt::sourceOf(QString(experiment->id));
        for (const Variant &variant : experiment->variants) {
            CodeView *view = codeOf(variant);
            QVERIFY(view && view->isReadOnly());
            QCOMPARE(view->toPlainText(), SourceExcerpt::part(source, QString(variant.id)));
            QVERIFY(view->toPlainText().contains(u"Lab &lab"_s));
        }
    }
}

void TestLessonCode::theDifferenceIsMarked()
{
    const CodeView *pattern = codeOf(fanOut().variants[1]);
    const QStringList lines = pattern->toPlainText().split(u'\n');
    QCOMPARE(pattern->marks().size(), lines.size());
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].contains(u"started"_s))
            QVERIFY2(pattern->marks()[i], qPrintable(lines[i]));
        if (lines[i].contains(u"received"_s) || lines[i] == u"{"_s)
            QVERIFY2(!pattern->marks()[i], qPrintable(lines[i]));
    }
    // Seen by its colour in the line, and by a sign in the margin.
    const QColor plain = Theme::current().surface;
    const QImage image = m_tabs->grab().toImage();
    const auto at = [&](qsizetype line, int x) {
        const QTextBlock block = pattern->document()->findBlockByNumber(int(line));
        const QTextCursor cursor(block);
        const QPoint place(x, pattern->cursorRect(cursor).center().y());
        return image.pixelColor(pattern->mapTo(m_tabs.get(), pattern->viewport()->pos() + place));
    };
    const int right = pattern->viewport()->width() - 3;
    QVERIFY(at(0, right) != plain);
    QCOMPARE(at(1, right), plain);
    const auto inksInMargin = [&](qsizetype line) {
        int inks = 0;
        for (int x = -pattern->viewport()->x(); x < 0; ++x)
            inks += contrast(at(line, x), plain) > 2;
        return inks;
    };
    QVERIFY(inksInMargin(0) > 0);
    QCOMPARE(inksInMargin(1), 0);
}

void TestLessonCode::copyPutsItIntoTheClipboard()
{
    const QString source = SourceExcerpt::sourceOf(u"fan-out-fan-in");
    copy(u"Pitfall"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), SourceExcerpt::part(source, u"pitfall"));
    copy(u"Pattern"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), SourceExcerpt::part(source, u"pattern"));
    m_tabs->setTab(u"elsewhere"_s);
    m_tabs->setLanguage(u"Rust"_s);
    copy(u"Rust"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             Lesson::of(u"fan-out-fan-in", u"en"_s).elsewhere[5].code);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"join_all"_s));
}

void TestLessonCode::theWholeFileCanBeSeen()
{
    auto *button = named<QToolButton>(u"Whole file"_s);
    m_tabs->setTab(u"why"_s);
    QVERIFY(!button->isVisible()); // it belongs to the code
    m_tabs->setTab(u"code"_s);
    QVERIFY(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    auto *file = named<CodeView>(u"models/lab/experiments/fan-out-fan-in.cpp"_s);
    QVERIFY(file && file->isVisible() && !codeOf(fanOut().variants[0])->isVisible());
    QCOMPARE(file->toPlainText(), SourceExcerpt::sourceOf(u"fan-out-fan-in"));
    m_tabs->setExperiment(offload()); // goes on with the whole one of that
    QVERIFY(file->isVisible());
    QCOMPARE(file->toPlainText(), SourceExcerpt::sourceOf(u"offload"));
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(!file->isVisible() && codeOf(offload().variants[1])->isVisible());
}

void TestLessonCode::coloursFollowTheTheme()
{
    const CodeView *code = codeOf(fanOut().variants[0]);
    QColor before;
    for (const Theme::Mode mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        Theme::apply(*qApp, mode);
        QTRY_VERIFY_WITH_TIMEOUT(inkOf(*code, u"for"_s) != before, guardMs);
        before = inkOf(*code, u"for"_s);
        QVERIFY(before.isValid() && before != inkOf(*code, u"0"_s));
        for (const auto &word : {u"co_await"_s, u"for"_s, u"0"_s, u"//"_s}) {
            QVERIFY2(inkOf(*code, word).isValid(), qPrintable(word));
            QVERIFY2(contrast(inkOf(*code, word), Theme::current().surface) >= 4.5,
                     qPrintable(word));
        }
    }
}

QTEST_MAIN(TestLessonCode)
#include "tst_lessoncode.moc"
