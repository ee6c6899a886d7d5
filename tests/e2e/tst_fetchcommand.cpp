// SPDX-License-Identifier: MIT
#include "practice/practiceserver.h"
#include "shared/namedmain.h"
#include "shared/program.h"

#include <QCryptographicHash>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>

using namespace Qt::StringLiterals;

/// `loopscope fetch` against a practice server of our own: what it prints.
class TestFetchCommand : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY2(m_server.start(), qPrintable(m_server.errorString())); }
    void everyLineHasTheKeysOfTheSchema();
    void theSummaryHasTheKeysOfTheSchema();
    void linesComeInOrderOfCompletion();
    void exitIsZeroWhenAllSucceeded();
    void bodiesAreProcessed_data();
    void bodiesAreProcessed();
    void badLinesOfAListAreRejectedAndTheRestRuns_data();
    void badLinesOfAListAreRejectedAndTheRestRuns();
    void aHugeListEnds();
    void withoutAddressItIsThePracticeSet();
    void theTableIsPlainTextInAPipe();

private:
    QString at(const QString &path) const { return m_server.address(path).toString(); }
    QByteArray bodyOf(const QString &path);

    PracticeServer m_server {3};
    QNetworkAccessManager m_network;
};

namespace {

QStringList keysInOrder(const QByteArray &line, const QStringList &keys)
{
    QStringList found = keys;
    std::ranges::sort(
        found, {}, [&](const QString &key) { return line.indexOf('"' + key.toLatin1() + "\":"); });
    return found;
}

QByteArray listOfMostlyBadLines(int lines, int goodEvery, const QString &good)
{
    QByteArray list;
    for (int i = 0; i < lines; ++i) {
        const bool isGood = i % goodEvery == 0;
        list += isGood ? good.toUtf8() + "?key=" : QByteArray("nonsense ");
        list += QByteArray::number(i) + '\n';
    }
    return list;
}

} // namespace

QByteArray TestFetchCommand::bodyOf(const QString &path)
{
    QNetworkReply *reply = m_network.get(QNetworkRequest(m_server.address(path)));
    reply->setParent(this);
    QSignalSpy finished(reply, &QNetworkReply::finished);
    return reply->isFinished() || finished.wait(30'000) ? reply->readAll() : QByteArray();
}

void TestFetchCommand::everyLineHasTheKeysOfTheSchema()
{
    Program program;
    QVERIFY(program.run({u"fetch"_s, u"--json"_s, u"--retries"_s, u"0"_s, at(u"bytes/5k"_s),
                         at(u"status/404"_s), u"ftp://example.org/x"_s, at(u"truncate/2k?of=5k"_s),
                         u"http://127.0.0.1:1/"_s}));
    QCOMPARE(program.exitCode(), 1);
    const QStringList keys {u"url"_s,      u"outcome"_s,     u"status"_s,    u"bytes"_s,
                            u"attempts"_s, u"firstByteMs"_s, u"elapsedMs"_s, u"integrity"_s,
                            u"result"_s,   u"message"_s};
    const QSet<QString> texts {u"url"_s, u"outcome"_s, u"integrity"_s, u"result"_s, u"message"_s};
    const QList<QByteArray> lines = program.output.trimmed().split('\n');
    QCOMPARE(lines.size(), 6);
    QHash<QString, QJsonObject> byUrl;
    for (int i = 0; i < 5; ++i) {
        const QJsonObject object = program.objects()[i];
        QCOMPARE(object.size(), keys.size());
        for (const QString &key : keys)
            QCOMPARE(object[key].type(),
                     texts.contains(key) ? QJsonValue::String : QJsonValue::Double);
        QCOMPARE(keysInOrder(lines[i], keys), keys);
        byUrl.insert(object["url"_L1].toString(), object);
    }
    QCOMPARE(program.objects()[0]["outcome"_L1].toString(), u"rejected"_s);
    QCOMPARE(byUrl[u"ftp://example.org/x"_s]["outcome"_L1].toString(), u"rejected"_s);
    const QJsonObject good = byUrl[at(u"bytes/5k"_s)];
    QCOMPARE(good["outcome"_L1].toString(), u"succeeded"_s);
    QCOMPARE(good["status"_L1].toInt(), 200);
    QCOMPARE(good["bytes"_L1].toInt(), 5 * 1024);
    QCOMPARE(good["attempts"_L1].toInt(), 1);
    QCOMPARE(good["integrity"_L1].toString(), u"verified"_s);
    QVERIFY(good["firstByteMs"_L1].toDouble() > 0);
    QVERIFY(good["elapsedMs"_L1].toDouble() >= good["firstByteMs"_L1].toDouble());
    QCOMPARE(byUrl[at(u"status/404"_s)]["outcome"_L1].toString(), u"failed"_s);
    QCOMPARE(byUrl[at(u"status/404"_s)]["status"_L1].toInt(), 404);
    QCOMPARE(byUrl[at(u"truncate/2k?of=5k"_s)]["outcome"_L1].toString(), u"failed"_s);
    QVERIFY(byUrl[u"http://127.0.0.1:1/"_s]["message"_L1].toString().contains("refused"_L1));
}

void TestFetchCommand::theSummaryHasTheKeysOfTheSchema()
{
    Program program;
    QVERIFY(program.run({u"fetch"_s, u"--json"_s, u"--retries"_s, u"0"_s, u"--first-byte"_s,
                         u"300"_s, at(u"bytes/1k"_s), at(u"bytes/2k"_s), at(u"status/404"_s),
                         at(u"hang"_s), u"nonsense"_s}));
    const QByteArray line = program.output.trimmed().split('\n').constLast();
    const QStringList keys {u"summary"_s,  u"succeeded"_s, u"failed"_s,   u"cancelled"_s,
                            u"timedOut"_s, u"abandoned"_s, u"rejected"_s, u"elapsedMs"_s,
                            u"loop"_s,     u"lagP50Us"_s,  u"lagP99Us"_s, u"lagMaxUs"_s};
    QCOMPARE(keysInOrder(line, keys), keys);
    const QJsonObject last = program.objects().constLast();
    QCOMPARE(last.keys(), QStringList({u"loop"_s, u"summary"_s}));
    const QJsonObject summary = last["summary"_L1].toObject();
    QCOMPARE(summary.size(), 7);
    QCOMPARE(summary["succeeded"_L1].toInt(-1), 2);
    QCOMPARE(summary["failed"_L1].toInt(-1), 1);
    QCOMPARE(summary["cancelled"_L1].toInt(-1), 0);
    QCOMPARE(summary["timedOut"_L1].toInt(-1), 1);
    QCOMPARE(summary["abandoned"_L1].toInt(-1), 0);
    QCOMPARE(summary["rejected"_L1].toInt(-1), 1);
    QVERIFY(summary["elapsedMs"_L1].toDouble() >= 300);
    const QJsonObject loop = last["loop"_L1].toObject();
    QCOMPARE(loop.size(), 3);
    const double p50 = loop["lagP50Us"_L1].toDouble(-1);
    const double p99 = loop["lagP99Us"_L1].toDouble(-1);
    QVERIFY2(0 < p50 && p50 <= p99 && p99 <= loop["lagMaxUs"_L1].toDouble(), line.constData());
}

void TestFetchCommand::linesComeInOrderOfCompletion()
{
    Program program;
    QVERIFY(program.run({u"fetch"_s, u"--json"_s, at(u"delay/900"_s), at(u"delay/10"_s)}));
    QCOMPARE(program.exitCode(), 0);
    QCOMPARE(program.objects().size(), 3);
    QCOMPARE(program.objects()[0]["url"_L1].toString(), at(u"delay/10"_s));
    QCOMPARE(program.objects()[1]["url"_L1].toString(), at(u"delay/900"_s));
}

void TestFetchCommand::exitIsZeroWhenAllSucceeded()
{
    Program program;
    QVERIFY(program.run({u"fetch"_s, at(u"bytes/1k"_s), at(u"flaky/2?key=exit"_s)}));
    QCOMPARE(program.exitCode(), 0);
    QCOMPARE(program.errors, QByteArray());
}

void TestFetchCommand::bodiesAreProcessed_data()
{
    const auto digest = [this](const QString &path) {
        const QByteArray hash = QCryptographicHash::hash(bodyOf(path), QCryptographicHash::Sha256);
        return QString::fromLatin1(hash.toHex());
    };
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("result"); // begins with it
    const QStringList then {u"--then"_s};
    const QString body = u"bytes/200k?key=digest"_s;
    QTest::newRow("none") << then + QStringList {u"none"_s} << body << u"succeeded"_s << QString();
    QTest::newRow("sha256") << then + QStringList {u"sha256"_s} << body << u"succeeded"_s
                            << digest(body);
    QTest::newRow("by default") << QStringList() << body << u"succeeded"_s << digest(body);
    const QString text = u"text/4?words=1234"_s;
    const qsizetype words = QString::fromUtf8(bodyOf(text)).simplified().split(u' ').size();
    QTest::newRow("words") << then + QStringList {u"words"_s} << text << u"succeeded"_s
                           << QString::number(words) + u' ';
    QTest::newRow("thumbnail") << then + QStringList {u"thumbnail"_s} << u"image/9?w=320&h=200"_s
                               << u"succeeded"_s << u"160×100"_s;
    QTest::newRow("no image") << then + QStringList {u"thumbnail"_s} << text << u"failed"_s
                              << QString();
}

void TestFetchCommand::bodiesAreProcessed()
{
    QFETCH(QStringList, options);
    QFETCH(QString, path);
    QFETCH(QString, outcome);
    QFETCH(QString, result);
    Program program;
    QVERIFY(program.run(QStringList {u"fetch"_s, u"--json"_s, at(path)} + options));
    const QJsonObject object = program.objects().constFirst();
    QCOMPARE(object["outcome"_L1].toString(), outcome);
    QCOMPARE(program.exitCode(), outcome == "succeeded"_L1 ? 0 : 1);
    QVERIFY2(object["result"_L1].toString().startsWith(result), program.output.constData());
    QCOMPARE(object["result"_L1].toString().isEmpty(), result.isEmpty());
}

void TestFetchCommand::badLinesOfAListAreRejectedAndTheRestRuns_data()
{
    QTest::addColumn<bool>("isInput");
    QTest::newRow("file") << false;
    QTest::newRow("standard input") << true;
}

void TestFetchCommand::badLinesOfAListAreRejectedAndTheRestRuns()
{
    QFETCH(bool, isInput);
    const QByteArray list = "# a comment\n\n" + at(u"bytes/1k?key=a"_s).toUtf8()
        + "\r\nfile:///etc/hosts\nhttp://me:secret@localhost/\nexample\n  "
        + at(u"bytes/1k?key=b"_s).toUtf8() + "\nhttp://" + QByteArray(100'000, 'x');
    QTemporaryFile file;
    QVERIFY(file.open() && file.write(list) == list.size() && file.flush());
    Program program;
    QVERIFY(program.run({u"fetch"_s, u"--json"_s, u"--list"_s, isInput ? u"-"_s : file.fileName()},
                        isInput ? list : QByteArray()));
    QCOMPARE(program.exitCode(), 1);
    const QList<QJsonObject> objects = program.objects();
    QCOMPARE(objects.size(), 7);
    const QList<std::pair<QString, QString>> rejected {{u"Line 4"_s, u"file"_s},
                                                       {u"Line 5"_s, u"password"_s},
                                                       {u"Line 6"_s, u"http://"_s},
                                                       {u"Line 8"_s, u"longer"_s}};
    for (qsizetype i = 0; i < rejected.size(); ++i) {
        QCOMPARE(objects[i]["outcome"_L1].toString(), u"rejected"_s);
        const QString message = objects[i]["message"_L1].toString();
        QVERIFY2(message.contains(rejected[i].first), qPrintable(message));
        QVERIFY2(message.contains(rejected[i].second), qPrintable(message));
    }
    QSet<QString> fetched;
    for (const QJsonObject &object : objects.mid(4, 2)) {
        QCOMPARE(object["outcome"_L1].toString(), u"succeeded"_s);
        fetched.insert(object["url"_L1].toString());
    }
    QCOMPARE(fetched, QSet({at(u"bytes/1k?key=a"_s), at(u"bytes/1k?key=b"_s)}));
}

void TestFetchCommand::aHugeListEnds()
{
    constexpr int lines = 100'000;
    constexpr int goodEvery = 1'000;
    const QByteArray list = listOfMostlyBadLines(lines, goodEvery, at(u"bytes/100"_s));
    Program program;
    QVERIFY(program.run({u"fetch"_s, u"--json"_s, u"--list"_s, u"-"_s}, list));
    QCOMPARE(program.exitCode(), 1);
    QCOMPARE(program.output.count('\n'), lines + 1);
    const QJsonObject summary = program.objects().constLast()["summary"_L1].toObject();
    QCOMPARE(summary["succeeded"_L1].toInt(), lines / goodEvery);
    QCOMPARE(summary["rejected"_L1].toInt(), lines - lines / goodEvery);
}

void TestFetchCommand::withoutAddressItIsThePracticeSet()
{
    Program program;
    QVERIFY(program.run({u"fetch"_s, u"--json"_s, u"--seed"_s, u"3"_s, u"--first-byte"_s, u"2000"_s,
                         u"--retries"_s, u"0"_s}));
    QCOMPARE(program.exitCode(), 1); // some end badly on purpose
    QStringList paths;
    for (const QJsonObject &object : program.objects().mid(0, program.objects().size() - 1))
        paths.append(object["url"_L1].toString().section(u'/', 4));
    QStringList expected = m_server.practiceSet(); // of the same seed
    paths.sort();
    expected.sort();
    QCOMPARE(paths, expected);
    const QJsonObject summary = program.objects().constLast()["summary"_L1].toObject();
    int ended = 0;
    for (const QString &kind : {u"succeeded"_s, u"failed"_s, u"cancelled"_s, u"timedOut"_s,
                                u"abandoned"_s, u"rejected"_s})
        ended += summary[kind].toInt();
    QCOMPARE(ended, expected.size());
    QVERIFY(summary["succeeded"_L1].toInt() > 0);
    QVERIFY(summary["failed"_L1].toInt() > 0);
    QVERIFY(summary["timedOut"_L1].toInt() > 0);
}

void TestFetchCommand::theTableIsPlainTextInAPipe()
{
    Program program;
    QVERIFY(program.run({u"fetch"_s, u"nonsense"_s, at(u"bytes/1M"_s), at(u"status/404"_s)}));
    QCOMPARE(program.exitCode(), 1);
    QCOMPARE(program.errors, QByteArray()); // no progress line
    QVERIFY(!program.output.contains('\x1b') && !program.output.contains('\r'));
    const QStringList lines = QString::fromUtf8(program.output.chopped(1)).split(u'\n');
    QCOMPARE(lines.size(), 5);
    QCOMPARE(lines[0].simplified(), u"outcome status bytes time tries address"_s);
    const qsizetype column = lines[0].indexOf("address"_L1);
    QVERIFY(lines[1].startsWith(u"✕ rejected"));
    QCOMPARE(lines[1].mid(column, 8), u"nonsense"_s);
    for (const QString &line : lines.mid(2, 2)) {
        QCOMPARE(line.mid(column, 7), u"http://"_s);
        QVERIFY(line.startsWith(u"✓ succeeded     200     1.0 MB")
                || line.startsWith(u"✕ failed        404"));
    }
    QVERIFY2(lines[4].startsWith(u"3 in all · 1 succeeded · 1 failed · 1 rejected · "),
             qPrintable(lines[4]));
}

QTEST_GUILESS_MAIN(TestFetchCommand)
#include "tst_fetchcommand.moc"
