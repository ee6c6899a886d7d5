// SPDX-License-Identifier: MIT
#include "session/session.h"
#include "shared/namedmain.h"
#include "shared/recordingwriter.h"
#include "ui/style/theme.h"
#include "ui/workbench/inspector.h"

#include <QApplication>
#include <QTest>
#include <QTextBrowser>

#include <memory>

using namespace Qt::StringLiterals;

namespace {
constexpr int guardMs = 30'000;
}

/// The whole story of a task is told in order, goes on while it is read, and takes nothing of a
/// server for markup.
class TestInspector : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { Theme::apply(*qApp, Theme::Mode::Light); }
    void init();
    void cleanup();

    void theStoryIsTold();
    void itGoesOnWhileItIsRead();
    void theStoryOfAnotherTaskIsNotMixedIn();
    void markupOfAServerIsText();
    void aNewRunEmptiesIt();
    void itCanBeReadInBothThemes();

private:
    QString text() const { return m_inspector->plainText(); }

    std::unique_ptr<Session> m_session;
    std::unique_ptr<Inspector> m_inspector;
    std::unique_ptr<RecordingWriter> m_writer;
};

void TestInspector::init()
{
    m_session = std::make_unique<Session>();
    m_inspector = std::make_unique<Inspector>(*m_session);
    m_writer = std::make_unique<RecordingWriter>(m_session->recording());
    m_inspector->resize(360, 400);
    m_inspector->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_inspector.get()));
}

void TestInspector::cleanup()
{
    m_inspector.reset();
    m_session.reset();
}

void TestInspector::theStoryIsTold()
{
    const TaskId task = m_writer->queue(u"http://s/redirect"_s);
    m_writer->start(task);
    m_writer->note(task, NoteCode::Redirect, 0, u"http://s/other"_s);
    m_writer->note(task, NoteCode::Status, 503);
    m_writer->note(task, NoteCode::Header, 0, u"Retry-After: 3"_s);
    m_writer->finish(task, Outcome::Kind::Failed, u"The server is overloaded."_s);
    m_writer->tell();
    m_inspector->setTask(task);
    qsizetype at = 0;
    for (const QString &words :
         {u"http://s/redirect"_s, u"failed"_s, u"The server is overloaded."_s, u"queued"_s,
          u"started in network 1"_s, u"redirected to http://s/other"_s, u"HTTP status 503"_s,
          u"Retry-After: 3"_s, u"failed: The server"_s}) {
        at = text().indexOf(words, at);
        QVERIFY2(at >= 0, qPrintable(words + u" is missing or misplaced in:\n"_s + text()));
        at += words.size();
    }
}

void TestInspector::itGoesOnWhileItIsRead()
{
    const TaskId task = m_writer->queue(u"http://s/a"_s);
    m_writer->tell();
    m_inspector->setTask(task);
    QVERIFY(!text().contains(u"HTTP status"_s));
    m_writer->start(task);
    m_writer->note(task, NoteCode::Status, 200);
    m_writer->tell();
    QTRY_VERIFY_WITH_TIMEOUT(text().contains(u"HTTP status 200"_s), guardMs);
}

void TestInspector::theStoryOfAnotherTaskIsNotMixedIn()
{
    const TaskId mine = m_writer->queue(u"http://s/mine"_s);
    const TaskId other = m_writer->queue(u"http://s/other"_s);
    m_writer->note(other, NoteCode::Message, 0, u"not mine"_s);
    m_writer->tell();
    m_inspector->setTask(mine);
    QVERIFY(text().contains(u"http://s/mine"_s));
    QVERIFY(!text().contains(u"not mine"_s));
}

void TestInspector::markupOfAServerIsText()
{
    const TaskId task = m_writer->queue(u"http://s/<b>x</b>"_s);
    m_writer->note(task, NoteCode::Header, 0,
                   u"X-Nasty: <img src='file:///x'> <a href='x'>go</a>"_s);
    m_writer->finish(task, Outcome::Kind::Failed, u"<h1>big</h1>"_s);
    m_writer->tell();
    m_inspector->setTask(task);
    QVERIFY(text().contains(u"http://s/<b>x</b>"_s));
    QVERIFY(text().contains(u"<img src='file:///x'> <a href='x'>go</a>"_s));
    QVERIFY(text().contains(u"<h1>big</h1>"_s));
}

void TestInspector::aNewRunEmptiesIt()
{
    const TaskId task = m_writer->queue(u"http://s/a"_s);
    m_writer->tell();
    m_inspector->setTask(task);
    QVERIFY(!text().isEmpty());
    m_session->recording().clear();
    QCOMPARE(text(), QString());
    QCOMPARE(m_inspector->task(), TaskId::None);
}

void TestInspector::itCanBeReadInBothThemes()
{
    const TaskId task = m_writer->queue(u"http://s/a"_s);
    m_writer->start(task);
    m_writer->tell();
    m_inspector->setTask(task);
    auto *browser = m_inspector->findChild<QTextBrowser *>();
    for (const Theme::Mode mode : {Theme::Mode::Dark, Theme::Mode::Light}) {
        Theme::apply(*qApp, mode);
        QTRY_VERIFY_WITH_TIMEOUT(
            browser->toHtml().contains(Theme::current().secondaryText.name(), Qt::CaseInsensitive),
            guardMs);
    }
}

QTEST_MAIN(TestInspector)
#include "tst_inspector.moc"
