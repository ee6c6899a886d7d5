// SPDX-License-Identifier: MIT
#include "record/outcome.h"
#include "record/recorder.h"
#include "record/recording.h"
#include "record/taskhandle.h"
#include "session/report.h"
#include "session/taskstory.h"
#include "shared/namedmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Takes RFC 4180 apart again.
QList<QStringList> readCsv(const QByteArray &csv)
{
    QList<QStringList> records {{}};
    QString field;
    bool quoted = false;
    const QString text = QString::fromUtf8(csv);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted && c == u'"' && text.mid(i + 1, 1) == u"\""_s) {
            field += c;
            ++i;
        } else if (c == u'"') {
            quoted = !quoted;
        } else if (!quoted && c == u',') {
            records.last().append(std::exchange(field, {}));
        } else if (!quoted && c == u'\n') {
            records.last().append(std::exchange(field, {}).chopped(1)); // CR
            records.append(QStringList());
        } else {
            field += c;
        }
    }
    return records;
}

Board boardOf(Recorder &recorder)
{
    Board board;
    for (const TaskEvent &event : recorder.take())
        board.apply(event);
    return board;
}

} // namespace

/// What is exported, and the story the inspector tells.
class TestReport : public QObject
{
    Q_OBJECT
private slots:
    void jsonHasTheseKeys();
    void anUnfinishedTaskSaysSo();
    void csvSurvivesEveryCharacter_data();
    void csvSurvivesEveryCharacter();
    void formulasAreDefused_data();
    void formulasAreDefused();
    void theStoryIsWhole();
};

void TestReport::jsonHasTheseKeys()
{
    Recorder recorder;
    TaskHandle task(recorder, TaskType::Fetch, u"http://h.example/ü"_s);
    task.run({Lane::Kind::Network, 1}, 3);
    task.note(NoteCode::FirstByte);
    task.note(NoteCode::Status, 200);
    task.note(NoteCode::Integrity, qint64(Integrity::Verified));
    task.note(NoteCode::Bytes, 5'000'000'000);
    task.note(NoteCode::Result, 0, u"42 words"_s);
    task.finish(Outcome::timedOut(u"too late"_s));
    const Board board = boardOf(recorder);
    const QJsonArray rows = QJsonDocument::fromJson(Report::jsonDocument(board)).array();
    QCOMPARE(rows.size(), 1);
    const QJsonObject row = rows[0].toObject();
    QCOMPARE(
        row.keys(),
        (QStringList {u"attempts"_s, u"bytes"_s, u"elapsedMs"_s, u"firstByteMs"_s, u"integrity"_s,
                      u"message"_s, u"outcome"_s, u"result"_s, u"status"_s, u"url"_s}));
    QCOMPARE(row[u"url"_s].toString(), u"http://h.example/ü"_s);
    QCOMPARE(row[u"outcome"_s].toString(), u"timedOut"_s);
    QCOMPARE(row[u"integrity"_s].toString(), u"verified"_s);
    QCOMPARE(row[u"bytes"_s].toInteger(), 5'000'000'000);
    QCOMPARE(row[u"attempts"_s].toInt(), 3);
    QCOMPARE(row[u"status"_s].toInt(), 200);
    QCOMPARE(row[u"result"_s].toString(), u"42 words"_s);
    QCOMPARE(row[u"message"_s].toString(), u"too late"_s);
    QVERIFY(row[u"firstByteMs"_s].toDouble() >= 0);
    QVERIFY(row[u"elapsedMs"_s].toDouble() >= row[u"firstByteMs"_s].toDouble());

    QJsonObject rejected;
    for (const auto &[name, value] : Report::rejectedFields(u"file:///x"_s, u"not file"_s))
        rejected[QLatin1StringView(name)] = value;
    QCOMPARE(rejected.keys(), row.keys());
    QCOMPARE(rejected[u"outcome"_s].toString(), u"rejected"_s);
    QCOMPARE(rejected[u"message"_s].toString(), u"not file"_s);
    QCOMPARE(rejected[u"elapsedMs"_s].toDouble(), -1.0);
}

void TestReport::anUnfinishedTaskSaysSo()
{
    Recorder recorder;
    TaskHandle queued(recorder, TaskType::Fetch, u"a"_s);
    TaskHandle running(recorder, TaskType::Fetch, u"b"_s);
    running.run({Lane::Kind::Network, 1});
    TaskHandle child(recorder, TaskType::Tile, u"c"_s, running.id());
    const Board board = boardOf(recorder);
    const auto csv = readCsv(Report::csv(board));
    QCOMPARE(csv.size(), 4); // header, two rows, what follows the last line's end
    QCOMPARE(csv[0].join(u' '),
             u"url outcome status bytes attempts firstByteMs elapsedMs integrity result message"_s);
    QCOMPARE(csv[1].join(u'|'), u"a|queued|0|0|0|-1|-1|unknown||"_s);
    QCOMPARE(csv[2].join(u'|'), u"b|running|0|0|1|-1|-1|unknown||"_s);
    QCOMPARE(Report::csv(Board()).count("\r\n"), 1);
    QCOMPARE(QJsonDocument::fromJson(Report::jsonDocument(Board())).array().size(), 0);
}

void TestReport::csvSurvivesEveryCharacter_data()
{
    QTest::addColumn<QString>("message");
    for (const char *text : {"plain", "with, comma", "with \"quotes\"", "two\nlines",
                             "two\r\nlines", "\"", "\"\"", ",", "ümläut → ☃", " spaces ", ""})
        QTest::addRow("%s", text) << QString::fromUtf8(text);
}

void TestReport::csvSurvivesEveryCharacter()
{
    QFETCH(QString, message);
    Recorder recorder;
    TaskHandle task(recorder, TaskType::Fetch, u"url"_s);
    task.finish(Outcome::failed(message));
    TaskHandle next(recorder, TaskType::Fetch, u"next"_s);
    const auto csv = readCsv(Report::csv(boardOf(recorder)));
    QCOMPARE(csv.size(), 4);
    QCOMPARE(csv[1].size(), 10);
    QCOMPARE(csv[1].last(), message);
    QCOMPARE(csv[2].first(), u"next"_s);
}

void TestReport::formulasAreDefused_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0", "=\"a\",b"})
        QTest::addRow("%s", text) << QString::fromUtf8(text);
}

void TestReport::formulasAreDefused()
{
    QFETCH(QString, text);
    Recorder recorder;
    TaskHandle task(recorder, TaskType::Fetch, text);
    task.note(NoteCode::Result, 0, text);
    task.finish(Outcome::failed(text));
    const auto csv = readCsv(Report::csv(boardOf(recorder)));
    for (const int column : {0, 8, 9})
        QCOMPARE(csv[1][column], u'\'' + text);
    QCOMPARE(csv[1][5], u"-1"_s); // a number stays one
}

void TestReport::theStoryIsWhole()
{
    Recorder recorder;
    Recording recording;
    TaskHandle other(recorder, TaskType::Fetch, u"other"_s);
    TaskHandle task(recorder, TaskType::Fetch, u"url"_s);
    task.run({Lane::Kind::Network, 2});
    task.note(NoteCode::Sent, 2);
    task.note(NoteCode::Status, 503, u"Server: x\nRetry-After: 1\n"_s);
    task.progress(10);
    task.note(NoteCode::RetryIn, 1'000, u"busy"_s);
    task.suspend(u"tries again in 1 s: busy"_s);
    task.run({Lane::Kind::Network, 1}, 2);
    task.note(NoteCode::Redirect, 302, u"http://h/next"_s);
    task.note(NoteCode::Integrity, qint64(Integrity::Complete));
    task.note(NoteCode::Stage, 0, u"sha256"_s);
    task.note(NoteCode::Cancelling);
    task.finish(Outcome::cancelled(u"Cancelled."_s));
    recording.append(recorder.take());
    const QList<StoryLine> story = taskStory(recording, task.id(), recording.size());
    QStringList texts;
    QStringList details;
    for (const StoryLine &line : story)
        (line.isDetail ? details : texts).append(line.text);
    QCOMPARE(details, (QStringList {u"Server: x"_s, u"Retry-After: 1"_s}));
    QCOMPARE(texts.size(), 11);
    QCOMPARE(texts.first(), u"queued"_s);
    QCOMPARE(texts.last(), u"cancelled: Cancelled."_s);
    const QString whole = texts.join(u'\n');
    for (const auto &fragment :
         {u"network 2"_s, u"sent 2 times"_s, u"503"_s, u"busy"_s, u"http://h/next"_s, u"complete"_s,
          u"SHA-256"_s, u"asked to stop"_s})
        QVERIFY2(whole.contains(fragment), qPrintable(fragment));
    QVERIFY(std::ranges::is_sorted(story, {}, &StoryLine::sinceQueuedNs));
    QCOMPARE(story.first().sinceQueuedNs, 0);
    QCOMPARE(taskStory(recording, other.id(), recording.size()).size(), 1);
    QCOMPARE(taskStory(recording, TaskId {99}, recording.size()).size(), 0);
}

QTEST_APPLESS_MAIN(TestReport)
#include "tst_report.moc"
