// SPDX-License-Identifier: MIT
#include "engine/engine.h"
#include "shared/named.h"
#include "shared/namedmain.h"
#include "ui/style/theme.h"
#include "ui/widgets/noticebar.h"
#include "ui/workbench/addresseditor.h"
#include "ui/workbench/addressfield.h"
#include "ui/workbench/runcontrols.h"
#include "ui/workbench/workbench.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>
#include <QThreadPool>
#include <QToolButton>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

constexpr int guardMs = 60'000;
constexpr int manyLines = 1'000'000;
constexpr int fewTurns = 20; // the loop makes thousands while a million lines are read

/// Bad ones, so that none is ever sent.
QByteArray badLines(int count)
{
    return QByteArray("mailto:a@b\n").repeated(count);
}

} // namespace

/// However long a list is, the loop turns while it comes in, and the latest one is taken.
class TestAddressFlood : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();

    void theLoopTurnsWhileItComesIn_data();
    void theLoopTurnsWhileItComesIn();
    void theEditorTakesIt();
    void theEditorShowsWhatIsTooLongToBeEdited();
    void aNewerListWins();
    void whatIsTypedWins();
    void thePracticeSetWins();
    void aLongLineOfWordsIsAList();
    void runWaitsForIt();
    void cancelEndsTheWait();
    void aFaultEndsTheWait();
    void typingEndsTheWait();
    void closingMeanwhileIsClean();

private:
    AddressField &field() { return m_page->controls().addresses(); }
    QLineEdit *line() { return named<QLineEdit>(field(), u"Addresses"_s); }
    QString sentence() { return m_page->findChild<NoticeBar *>()->sentence(); }
    AddressEditor *edit();
    void pasteInto(QWidget *widget);
    qsizetype linesRead();

    QString m_many; // manyLines of them, the last one good
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<Workbench> m_page;
};

void TestAddressFlood::initTestCase()
{
    Theme::apply(*qApp, Theme::Mode::Light);
    m_many = QString::fromLatin1(badLines(manyLines - 1) + "http://127.0.0.1:1/\n");
}

void TestAddressFlood::init()
{
    m_engine = std::make_unique<Engine>();
    m_page = std::make_unique<Workbench>(*m_engine);
    m_page->setPracticeSet({u"http://127.0.0.1:1/practice"_s}, u"http://127.0.0.1:1/"_s);
    m_page->resize(1200, 700);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void TestAddressFlood::cleanup()
{
    QApplication::clipboard()->clear();
    m_page.reset();
    m_engine.reset();
    QVERIFY(QThreadPool::globalInstance()->waitForDone(guardMs));
}

qsizetype TestAddressFlood::linesRead()
{
    const AddressList list = field().source().list;
    return list.addresses().size() + list.rejected().size();
}

AddressEditor *TestAddressFlood::edit()
{
    field().edit();
    return field().findChild<AddressEditor *>();
}

void TestAddressFlood::pasteInto(QWidget *widget)
{
    QApplication::clipboard()->setText(m_many);
    widget->setFocus();
    QTest::keySequence(widget, QKeySequence::Paste);
}

void TestAddressFlood::theLoopTurnsWhileItComesIn_data()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("pasted") << u"pasted list"_s;
    QTest::newRow("dropped") << u"dropped list"_s;
    QTest::newRow("opened") << u"file"_s;
    QTest::newRow("given") << u"command line"_s;
}

/// Whoever gives it has the thread back before the list is read, and the loop turns until it is.
void TestAddressFlood::theLoopTurnsWhileItComesIn()
{
    QFETCH(QString, way);
    QTemporaryFile file;
    QVERIFY(file.open() && file.write(m_many.toLatin1()) == m_many.size() && file.flush());
    const QStringList arguments
        = way == u"command line"_s ? m_many.trimmed().split(u'\n') : QStringList();
    QMimeData data;
    data.setText(m_many);
    QSignalSpy changed(&field(), &AddressField::sourceChanged);
    int turns = 0;
    QTimer turn;
    connect(&turn, &QTimer::timeout, this, [&turns] { ++turns; });
    if (way == u"pasted list"_s)
        pasteInto(line());
    else if (way == u"dropped list"_s)
        field().take(data);
    else if (way == u"file"_s)
        field().openFile(file.fileName());
    else
        m_page->setAddresses(arguments);
    QVERIFY(field().isReading());
    QCOMPARE(changed.size(), 0);
    QVERIFY(field().source().isPractice); // until it is there
    turn.start(0);
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, guardMs);
    QVERIFY2(turns > fewTurns, qPrintable(QString::number(turns)));
    QVERIFY(!field().isReading());
    QCOMPARE(linesRead(), manyLines);
    QCOMPARE(field().source().list.addresses().size(), 1);
    if (way != u"file"_s)
        QCOMPARE(field().source().label, way);
    QVERIFY2(line()->placeholderText().contains(u"999,999 bad line"_s),
             qPrintable(line()->placeholderText()));
}

void TestAddressFlood::theEditorTakesIt()
{
    field().setText("http://a.example/\n", u"list"_s);
    AddressEditor *editor = edit();
    auto *sheet = editor->findChild<AddressSheet *>();
    auto *use = named<QPushButton>(*editor, u"Use this list"_s);
    int turns = 0;
    QTimer turn;
    connect(&turn, &QTimer::timeout, this, [&turns] { ++turns; });
    sheet->moveCursor(QTextCursor::End);
    pasteInto(sheet);
    QVERIFY(editor->isWhole());
    QVERIFY(!use->isEnabled()); // there is nothing to be used yet
    QVERIFY(sheet->document()->blockCount() < 10);
    turn.start(0);
    QTRY_VERIFY_WITH_TIMEOUT(use->isEnabled(), guardMs);
    QVERIFY2(turns > fewTurns, qPrintable(QString::number(turns)));
    QVERIFY(sheet->isReadOnly());
    QVERIFY(sheet->toPlainText().startsWith(u"http://a.example/\nmailto:a@b\n"_s));
    QVERIFY(sheet->toPlainText().size() < AddressSheet::maxChars);
    QTest::mouseClick(use, Qt::LeftButton);
    QCOMPARE(linesRead(), manyLines + 1); // one too many, which is told of
    QVERIFY(field().source().text.endsWith("http://127.0.0.1:1/\n"));
}

void TestAddressFlood::theEditorShowsWhatIsTooLongToBeEdited()
{
    field().setText(m_many.toLatin1(), u"links.txt"_s);
    QVERIFY(!named<QToolButton>(field(), u"Edit…"_s)->isEnabled()); // nothing is there yet
    QTRY_VERIFY_WITH_TIMEOUT(!field().isReading(), guardMs);
    QTest::mouseClick(named<QToolButton>(field(), u"Edit…"_s), Qt::LeftButton);
    auto *editor = field().findChild<AddressEditor *>();
    QVERIFY(editor && editor->isWhole());
    const auto *sheet = editor->findChild<AddressSheet *>();
    QVERIFY(sheet->isReadOnly());
    QVERIFY(sheet->toPlainText().startsWith(u"mailto:a@b\n"_s));
    QVERIFY(sheet->toPlainText().size() < AddressSheet::maxChars);
    QString told;
    for (const QLabel *label : editor->findChildren<QLabel *>())
        told += label->text();
    QVERIFY2(told.startsWith(u"links.txt · 1 address"_s), qPrintable(told));
    QVERIFY2(told.contains(u"too long to be edited"_s), qPrintable(told));
    QVERIFY2(told.contains(u"Line 1: Only http and https"_s), qPrintable(told));
    QVERIFY(!named<QPushButton>(*editor, u"Use this list"_s)->isVisible());
    editor->reject();
    QCOMPARE(field().source().label, u"links.txt"_s);
}

void TestAddressFlood::aNewerListWins()
{
    QSignalSpy changed(&field(), &AddressField::sourceChanged);
    pasteInto(line());
    QVERIFY(field().isReading());
    QMimeData newer;
    newer.setText(QString::fromLatin1(badLines(100'000)));
    field().take(newer);
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, guardMs);
    QCOMPARE(linesRead(), 100'000);
    pasteInto(line());
    QVERIFY(field().isReading());
    field().setText("http://127.0.0.1:1/short", u"short"_s); // is there at once
    QVERIFY(!field().isReading());
    QVERIFY(QThreadPool::globalInstance()->waitForDone(guardMs));
    QCoreApplication::processEvents();
    QCOMPARE(changed.size(), 2);
    QCOMPARE(field().source().label, u"short"_s);
}

void TestAddressFlood::whatIsTypedWins()
{
    pasteInto(line());
    QVERIFY(field().isReading());
    QTest::keyClicks(line(), u"http://127.0.0.1:1/typed"_s);
    QVERIFY(!field().isReading());
    QVERIFY(QThreadPool::globalInstance()->waitForDone(guardMs));
    QCoreApplication::processEvents();
    QCOMPARE(line()->text(), u"http://127.0.0.1:1/typed"_s);
    QCOMPARE(field().source().list.addresses().size(), 1);
}

void TestAddressFlood::thePracticeSetWins()
{
    pasteInto(line());
    field().usePracticeSet();
    QVERIFY(!field().isReading());
    QVERIFY(QThreadPool::globalInstance()->waitForDone(guardMs));
    QCoreApplication::processEvents();
    QVERIFY(field().source().isPractice);
}

void TestAddressFlood::aLongLineOfWordsIsAList()
{
    QApplication::clipboard()->setText(u"http://127.0.0.1:1/ "_s.repeated(5'000));
    line()->setFocus();
    QTest::keySequence(line(), QKeySequence::Paste);
    QTRY_COMPARE_WITH_TIMEOUT(field().source().list.addresses().size(), 5'000, guardMs);
    QCOMPARE(field().source().list.rejected().size(), 0);
    QCOMPARE(field().source().label, u"pasted list"_s);
}

void TestAddressFlood::runWaitsForIt()
{
    QSignalSpy started(m_page.get(), &Workbench::started);
    pasteInto(line());
    QTest::mouseClick(&m_page->controls().runButton(), Qt::LeftButton);
    QVERIFY(field().isReading());
    QCOMPARE(started.size(), 0);
    QVERIFY2(sentence().contains(u"still being read"_s), qPrintable(sentence()));
    QVERIFY(m_page->isBusy());
    QTRY_COMPARE_WITH_TIMEOUT(started.size(), 1, guardMs);
    QVERIFY2(sentence().contains(u"left out"_s), qPrintable(sentence()));
    const Board &board = m_engine->session().playhead().board();
    QTRY_VERIFY_WITH_TIMEOUT(board.rowCount() == 1 && board.unfinished() == 0, guardMs);
    QTRY_VERIFY_WITH_TIMEOUT(!m_page->isBusy(), guardMs);
    m_page->run(); // and when it is there, nothing is waited for
    QCOMPARE(started.size(), 2);
}

void TestAddressFlood::cancelEndsTheWait()
{
    QSignalSpy started(m_page.get(), &Workbench::started);
    pasteInto(line());
    m_page->run();
    QVERIFY(m_page->isBusy());
    m_page->cancelAll();
    QVERIFY(!m_page->isBusy());
    QCOMPARE(sentence(), QString());
    QTRY_COMPARE_WITH_TIMEOUT(linesRead(), manyLines, guardMs); // the list comes all the same
    QCOMPARE(started.size(), 0);
}

void TestAddressFlood::aFaultEndsTheWait()
{
    QSignalSpy started(m_page.get(), &Workbench::started);
    field().openFile(u"/nowhere/links.txt"_s);
    m_page->run();
    QTRY_VERIFY_WITH_TIMEOUT(!field().isReading(), guardMs);
    QVERIFY2(sentence().startsWith(u"links.txt cannot be opened"_s), qPrintable(sentence()));
    QVERIFY(!m_page->isBusy());
    QCOMPARE(started.size(), 0);
}

void TestAddressFlood::typingEndsTheWait()
{
    QSignalSpy started(m_page.get(), &Workbench::started);
    pasteInto(line());
    m_page->run();
    QTest::keyClicks(line(), u"h"_s); // not to be run before it is written
    QVERIFY(!m_page->isBusy());
    QCOMPARE(sentence(), QString());
    QVERIFY(QThreadPool::globalInstance()->waitForDone(guardMs));
    QCoreApplication::processEvents();
    QCOMPARE(started.size(), 0);
}

void TestAddressFlood::closingMeanwhileIsClean()
{
    AddressEditor *editor = edit();
    pasteInto(editor->findChild<AddressSheet *>());
    QVERIFY(editor->isWhole());
    editor->close();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!field().findChild<AddressEditor *>());
    pasteInto(line());
    m_page->run();
    QVERIFY(field().isReading());
    m_page.reset();
    QVERIFY(QThreadPool::globalInstance()->waitForDone(guardMs));
    QCoreApplication::processEvents();
    QCOMPARE(m_engine->job().unfinished(), 0);
}

QTEST_MAIN(TestAddressFlood)
#include "tst_addressflood.moc"
