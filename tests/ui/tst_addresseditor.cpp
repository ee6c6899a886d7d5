// SPDX-License-Identifier: MIT
#include "shared/named.h"
#include "shared/namedmain.h"
#include "ui/style/theme.h"
#include "ui/workbench/addresseditor.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace {
constexpr int guardMs = 30'000;
}

/// The sheet says while one writes what is bad, and takes a list only when there is an address.
class TestAddressEditor : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { Theme::apply(*qApp, Theme::Mode::Light); }

    void itShowsWhatItWasGiven();
    void badLinesAreNamedWhileOneWrites();
    void manyBadLinesAreSummedUp();
    void anEmptyListCannotBeUsed();
    void tabLeavesTheText();
    void anEmptyClipboardIsNoText();
    void aTextGrowsUntilItIsTooLong();
};

namespace {

QString verdictOf(const AddressEditor &editor)
{
    return named<QLabel>(editor, u"Verdict"_s)->text();
}

QPlainTextEdit *sheetOf(const AddressEditor &editor)
{
    return named<QPlainTextEdit>(editor, u"List of addresses"_s);
}

} // namespace

void TestAddressEditor::itShowsWhatItWasGiven()
{
    const AddressEditor editor("https://a.example/x\nhttp://b.example\n");
    QCOMPARE(editor.text(), "https://a.example/x\nhttp://b.example\n");
    QVERIFY(verdictOf(editor).startsWith(u"2 "_s));
}

void TestAddressEditor::badLinesAreNamedWhileOneWrites()
{
    AddressEditor editor("http://a.example\n");
    editor.show();
    QVERIFY(QTest::qWaitForWindowExposed(&editor));
    QPlainTextEdit *sheet = sheetOf(editor);
    sheet->moveCursor(QTextCursor::End);
    QTest::keyClicks(sheet, u"ftp://a.example"_s);
    QTRY_VERIFY_WITH_TIMEOUT(
        verdictOf(editor).contains(u"Line 2: Only http and https are fetched, not ftp."_s),
        guardMs);
}

void TestAddressEditor::manyBadLinesAreSummedUp()
{
    const AddressEditor editor("http://a.example\nx\nx\nx\nx\nx\nx\n");
    const QStringList lines = verdictOf(editor).split(u'\n');
    QCOMPARE(lines.size(), 6); // one for the good, four bad ones, one for the rest
    QVERIFY(lines[4].startsWith(u"Line 5: "_s));
    QVERIFY2(lines[5].startsWith(u"and 2 more"_s), qPrintable(lines[5]));
}

void TestAddressEditor::anEmptyListCannotBeUsed()
{
    AddressEditor editor("nonsense");
    auto *use = named<QPushButton>(editor, u"Use this list"_s);
    QVERIFY(!use->isEnabled());
    sheetOf(editor)->setPlainText(u"http://a.example"_s);
    QTRY_VERIFY_WITH_TIMEOUT(use->isEnabled(), guardMs);
    QSignalSpy accepted(&editor, &QDialog::accepted);
    QTest::mouseClick(use, Qt::LeftButton);
    QCOMPARE(accepted.size(), 1);
}

void TestAddressEditor::tabLeavesTheText()
{
    AddressEditor editor("http://a.example");
    editor.show();
    QVERIFY(QTest::qWaitForWindowActive(&editor));
    QPlainTextEdit *sheet = sheetOf(editor);
    sheet->setFocus();
    QTest::keyClick(sheet, Qt::Key_Tab);
    QVERIFY(!sheet->hasFocus());
    QCOMPARE(editor.text(), "http://a.example");
}

/// As when nobody owns it: Qt 6.4 would look at the first of no formats.
void TestAddressEditor::anEmptyClipboardIsNoText()
{
    AddressEditor editor("http://a.example");
    editor.show();
    QVERIFY(QTest::qWaitForWindowActive(&editor));
    QPlainTextEdit *sheet = sheetOf(editor);
    QApplication::clipboard()->setMimeData(new QMimeData);
    sheet->setFocus();
    QVERIFY(!sheet->canPaste());
    QTest::keySequence(sheet, QKeySequence::Paste);
    sheet->paste();
    const QMimeData nothing;
    QDropEvent drop({5, 5}, Qt::CopyAction, &nothing, Qt::LeftButton, {});
    QApplication::sendEvent(sheet->viewport(), &drop);
    QCOMPARE(editor.text(), "http://a.example");
    sheet->selectAll(); // a picture does not replace it either
    QApplication::clipboard()->setImage(QImage(2, 2, QImage::Format_RGB32));
    QTest::keySequence(sheet, QKeySequence::Paste);
    sheet->paste();
    QCOMPARE(editor.text(), "http://a.example");
    QApplication::clipboard()->setText(u"http://b.example"_s);
    QVERIFY(sheet->canPaste());
    QTest::keySequence(sheet, QKeySequence::Paste);
    QCOMPARE(editor.text(), "http://b.example");
}

/// What is pasted counts together with what is there, and without what it replaces.
void TestAddressEditor::aTextGrowsUntilItIsTooLong()
{
    AddressEditor editor(
        QByteArray("http://a.example\n").repeated(int(AddressSheet::maxLines) - 2));
    QPlainTextEdit *sheet = sheetOf(editor);
    const auto paste = [sheet](const QString &text) {
        QApplication::clipboard()->setText(text);
        sheet->paste();
    };
    paste(u"http://b.example\n"_s);
    QVERIFY(!editor.isWhole());
    QVERIFY(editor.text().startsWith("http://b.example\nhttp://a.example\n"));
    sheet->selectAll();
    paste(u"http://c.example\n"_s.repeated(AddressSheet::maxLines - 1));
    QVERIFY(!editor.isWhole());
    sheet->moveCursor(QTextCursor::End);
    paste(u"http://d.example\n"_s);
    QVERIFY(editor.isWhole());
    auto *use = named<QPushButton>(editor, u"Use this list"_s);
    QTRY_VERIFY_WITH_TIMEOUT(use->isEnabled(), guardMs);
    QCOMPARE(editor.source().list.addresses().size(), AddressSheet::maxLines);
    QVERIFY(editor.text().endsWith("c.example\nhttp://d.example\n"));
    QVERIFY(sheet->isReadOnly());
}

QTEST_MAIN(TestAddressEditor)
#include "tst_addresseditor.moc"
