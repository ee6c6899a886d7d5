// SPDX-License-Identifier: MIT
#include "shared/namedmain.h"
#include "ui/shell/helpwindow.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextDocument>
#include <QTextTable>
#include <QTranslator>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

struct Shape
{
    QList<int> headings;
    QList<std::pair<int, int>> tables;
    qsizetype pictures = 0;
    bool operator==(const Shape &) const = default;
};

Shape shapeOf(const QTextDocument &document)
{
    Shape shape;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() > 0)
            shape.headings.append(block.blockFormat().headingLevel());
        shape.pictures += block.text().count(QChar::ObjectReplacementCharacter);
    }
    for (QTextFrame *frame : document.rootFrame()->childFrames()) {
        if (const auto *table = qobject_cast<QTextTable *>(frame))
            shape.tables.append({table->rows(), table->columns()});
    }
    return shape;
}

} // namespace

/// The guide can be read in every language and theme, and its window gets out of the way.
class TestHelpWindow : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void theGuideIsThere();
    void placeholdersAreFilled();
    void germanSaysAsMuch();
    void coloursFollowTheTheme();
    void aChapterIsOneKeyAway();
    void escapeClosesIt();
    void theTourCanBeAskedFor();
    void itIsNotModal();

private:
    std::unique_ptr<HelpWindow> m_window;
};

void TestHelpWindow::init()
{
    QApplication::setApplicationVersion(u"9.8.7"_s);
    Theme::apply(*qApp, Theme::Mode::Light);
    m_window = std::make_unique<HelpWindow>();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestHelpWindow::cleanup()
{
    m_window.reset();
}

void TestHelpWindow::theGuideIsThere()
{
    QCOMPARE(m_window->chapters().size(), 6);
    for (const QString &word : {u"waitForFinished"_s, u"Ctrl+B"_s, u"loopscope fetch"_s, u"MIT"_s})
        QVERIFY2(m_window->plainText().contains(word), qPrintable(word));
}

void TestHelpWindow::placeholdersAreFilled()
{
    QVERIFY(m_window->plainText().contains(u"9.8.7"_s));
    QVERIFY(m_window->plainText().contains(QLatin1StringView(qVersion())));
    QVERIFY(!m_window->plainText().contains(u"%VERSION%"_s));
}

void TestHelpWindow::germanSaysAsMuch()
{
    QTextDocument english;
    Guide::write(english, 1);
    QTranslator translator;
    QVERIFY(translator.load(u"loopscope_de"_s, u":/translations"_s));
    QApplication::installTranslator(&translator);
    QTextDocument german;
    Guide::write(german, 1);
    QApplication::removeTranslator(&translator);
    QVERIFY(german.toPlainText() != english.toPlainText());
    QVERIFY(german.toPlainText().contains(u"Ereignisschleife"_s));
    const Shape shape = shapeOf(english);
    QCOMPARE(shape.pictures, taskStatusCount);
    QVERIFY(shape.tables.size() >= 4);
    QVERIFY(shapeOf(german) == shape);
}

void TestHelpWindow::coloursFollowTheTheme()
{
    auto *browser = m_window->findChild<QTextBrowser *>();
    const auto leadColour = [browser] { // the paragraph below the title
        return browser->document()
            ->begin()
            .next()
            .begin()
            .fragment()
            .charFormat()
            .foreground()
            .color();
    };
    QCOMPARE(leadColour(), Theme::light().secondaryText);
    Theme::apply(*qApp, Theme::Mode::Dark);
    QTRY_COMPARE_WITH_TIMEOUT(leadColour(), Theme::dark().secondaryText, 10'000);
    QCOMPARE(m_window->chapters().size(), 6);
}

void TestHelpWindow::aChapterIsOneKeyAway()
{
    auto *chapters = m_window->findChild<QListWidget *>();
    auto *bar = m_window->findChild<QTextBrowser *>()->verticalScrollBar();
    QVERIFY(chapters->hasFocus());
    QCOMPARE(chapters->currentRow(), 0);
    QCOMPARE(bar->value(), 0);
    QTest::keyClick(chapters, Qt::Key_Down);
    QCOMPARE(chapters->currentRow(), 1);
    const int second = bar->value();
    QVERIFY(second > 0);
    QTest::keyClick(chapters, Qt::Key_End);
    QCOMPARE(chapters->currentRow(), 5);
    QVERIFY(bar->value() > second);
    bar->setValue(0); // reading on moves the mark, too
    QCOMPARE(chapters->currentRow(), 0);
}

void TestHelpWindow::escapeClosesIt()
{
    QPointer<HelpWindow> window = new HelpWindow;
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->show();
    QVERIFY(QTest::qWaitForWindowExposed(window));
    QTest::keyClick(window, Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(!window, 10'000);
}

void TestHelpWindow::theTourCanBeAskedFor()
{
    QSignalSpy asked(m_window.get(), &HelpWindow::tourRequested);
    for (QPushButton *button : m_window->findChildren<QPushButton *>()) {
        if (button->text() == u"Take the tour"_s)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(asked.size(), 1);
    QVERIFY(!m_window->isVisible());
}

void TestHelpWindow::itIsNotModal()
{
    QVERIFY(!m_window->isModal());
    QCOMPARE(m_window->windowModality(), Qt::NonModal);
}

QTEST_MAIN(TestHelpWindow)
#include "tst_helpwindow.moc"
