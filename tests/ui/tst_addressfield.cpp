// SPDX-License-Identifier: MIT
#include "shared/named.h"
#include "shared/namedmain.h"
#include "ui/style/theme.h"
#include "ui/workbench/addresseditor.h"
#include "ui/workbench/addressfield.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <memory>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;

namespace {
constexpr int guardMs = 30'000;
}

/// Addresses come in by every door, bad lines are counted, and there is a way back.
class TestAddressField : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { Theme::apply(*qApp, Theme::Mode::Light); }
    void init();

    void thePracticeSetIsThereAtFirst();
    void typedAddressesGoFirst();
    void severalPastedLinesBecomeTheList();
    void onePastedLineIsTyped();
    void aDroppedFileIsRead();
    void aDroppedTextIsTaken();
    void filesThatAreNoListsAreToldOf_data();
    void filesThatAreNoListsAreToldOf();
    void theEditorKeepsWhatIsBad();

private:
    void drop(const QMimeData &data);
    QString write(const QString &name, const QByteArray &text);

    QTemporaryDir m_folder;
    std::unique_ptr<AddressField> m_field;
    QLineEdit *m_line = nullptr;
    QToolButton *m_practice = nullptr;
};

void TestAddressField::init()
{
    m_field = std::make_unique<AddressField>();
    m_field->setPracticeSet({u"http://127.0.0.1:1/a"_s, u"http://127.0.0.1:1/b"_s});
    m_field->resize(700, 34);
    m_field->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_field.get()));
    m_line = named<QLineEdit>(*m_field, u"Addresses"_s);
    m_practice = named<QToolButton>(*m_field, u"Practice set"_s);
    QVERIFY(m_line && m_practice);
}

void TestAddressField::drop(const QMimeData &data)
{
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(m_field.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(m_field.get(), &event);
}

QString TestAddressField::write(const QString &name, const QByteArray &text)
{
    QFile file(m_folder.filePath(name));
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    return isWritten ? file.fileName() : QString();
}

void TestAddressField::thePracticeSetIsThereAtFirst()
{
    QVERIFY(m_field->source().isPractice);
    QCOMPARE(m_field->source().list.addresses().size(), 2);
    QVERIFY(m_line->placeholderText().startsWith(u"Practice server · 2 address"_s));
    QVERIFY(!m_practice->isVisible());
}

void TestAddressField::typedAddressesGoFirst()
{
    m_line->setFocus();
    QTest::keyClicks(m_line, u"http://a.example/1 https://b.example/2 ftp://c"_s);
    QVERIFY(!m_field->source().isPractice);
    QCOMPARE(m_field->source().list.addresses().size(), 2);
    QCOMPARE(m_field->source().list.rejected().size(), 1);
    m_line->selectAll();
    QTest::keyClick(m_line, Qt::Key_Delete);
    QVERIFY(m_field->source().isPractice);
}

void TestAddressField::severalPastedLinesBecomeTheList()
{
    QApplication::clipboard()->setText(
        u"http://a.example\nmailto:me@example.org\nhttp://b.example\n"_s);
    m_line->setFocus();
    QTest::keySequence(m_line, QKeySequence::Paste);
    QCOMPARE(m_field->source().label, u"pasted list"_s);
    QCOMPARE(m_field->source().list.addresses().size(), 2);
    QCOMPARE(m_field->source().list.rejected().size(), 1);
    QVERIFY2(m_line->placeholderText().contains(u"1 bad line"_s),
             qPrintable(m_line->placeholderText()));
    QVERIFY(m_practice->isVisible());
    QTest::mouseClick(m_practice, Qt::LeftButton);
    QVERIFY(m_field->source().isPractice);
    QVERIFY(!m_practice->isVisible());
}

void TestAddressField::onePastedLineIsTyped()
{
    QApplication::clipboard()->setText(u"http://a.example/only\n"_s);
    m_line->setFocus();
    QTest::keySequence(m_line, QKeySequence::Paste);
    QCOMPARE(m_field->source().list.addresses(), QList<QUrl> {QUrl(u"http://a.example/only"_s)});
}

void TestAddressField::aDroppedFileIsRead()
{
    const QString path = write(u"links.txt"_s, "# mine\nhttp://a.example\n\nhttp://b.example\n");
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    drop(data);
    QTRY_COMPARE_WITH_TIMEOUT(m_field->source().label, u"links.txt"_s, guardMs);
    QCOMPARE(m_field->source().list.addresses().size(), 2);
    QVERIFY(m_line->placeholderText().startsWith(u"links.txt · 2 "_s));
}

void TestAddressField::aDroppedTextIsTaken()
{
    QMimeData links; // as a browser gives them
    links.setUrls({QUrl(u"http://a.example/x"_s)});
    links.setText(u"http://a.example/x"_s);
    drop(links);
    QCOMPARE(m_field->source().list.addresses(), QList<QUrl> {QUrl(u"http://a.example/x"_s)});
    QMimeData picture;
    picture.setData(u"image/png"_s, "no list");
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &picture, Qt::LeftButton, {});
    QApplication::sendEvent(m_field.get(), &enter);
    QVERIFY(!enter.isAccepted());
}

void TestAddressField::filesThatAreNoListsAreToldOf_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<QString>("words");
    QTest::newRow("missing") << u"missing.txt"_s << qint64(-1) << u"cannot be opened"_s;
    QTest::newRow("huge") << u"huge.txt"_s << AddressField::maxFileBytes + 1
                          << u"larger than 64 MB"_s;
#ifdef Q_OS_LINUX
    QTest::newRow("unreadable") << u"/proc/self/mem"_s << qint64(-1) << u"cannot be read"_s;
#endif
#ifdef Q_OS_UNIX
    // Which would be waited for, and the program for it.
    QTest::newRow("a pipe") << u"pipe.txt"_s << qint64(-2) << u"is no file"_s;
#endif
}

void TestAddressField::filesThatAreNoListsAreToldOf()
{
    QFETCH(QString, name);
    QFETCH(qint64, size);
    QFETCH(QString, words);
    if (size >= 0) { // no bytes are written: the file is sparse
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(size));
    }
#ifdef Q_OS_UNIX
    if (size == -2)
        QCOMPARE(mkfifo(QFile::encodeName(m_folder.filePath(name)).constData(), 0600), 0);
#endif
    QSignalSpy failed(m_field.get(), &AddressField::failed);
    m_field->openFile(QDir(m_folder.path()).absoluteFilePath(name));
    QVERIFY(failed.wait(guardMs));
    const QString sentence = failed[0][0].toString();
    QVERIFY2(sentence.startsWith(QFileInfo(name).fileName()) && sentence.contains(words),
             qPrintable(sentence));
    QVERIFY(m_field->source().isPractice);
}

void TestAddressField::theEditorKeepsWhatIsBad()
{
    m_field->setText("http://a.example\nnonsense\n# a comment\n", u"list"_s);
    m_field->edit();
    auto *editor = m_field->findChild<AddressEditor *>();
    QVERIFY(editor);
    QCOMPARE(editor->text(), "http://a.example\nnonsense\n# a comment\n");
    editor->findChild<QPlainTextEdit *>()->setPlainText(u"http://a.example\nhttp://b.example"_s);
    editor->accept();
    QCOMPARE(m_field->source().list.addresses().size(), 2);
    QCOMPARE(m_field->source().list.rejected().size(), 0);
    QCOMPARE(m_field->source().label, u"your list"_s);
}

QTEST_MAIN(TestAddressField)
#include "tst_addressfield.moc"
