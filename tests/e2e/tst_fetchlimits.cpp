// SPDX-License-Identifier: MIT
#include "practice/practiceserver.h"
#include "shared/namedmain.h"
#include "shared/program.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// The limits of `loopscope fetch`, as the results and the server saw them.
class TestFetchLimits : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void aLimitEndsAnAddress_data();
    void aLimitEndsAnAddress();
    void attemptsAreCounted_data();
    void attemptsAreCounted();
    void soManyRunAtOnce_data();
    void soManyRunAtOnce();

private:
    QString at(const QString &path) const { return m_server->address(path).toString(); }

    std::unique_ptr<PracticeServer> m_server;
};

void TestFetchLimits::init()
{
    m_server = std::make_unique<PracticeServer>(3);
    QVERIFY2(m_server->start(), qPrintable(m_server->errorString()));
}

void TestFetchLimits::aLimitEndsAnAddress_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("message");
    QTest::newRow("first byte") << u"--retries 0 --first-byte 300"_s << u"hang"_s << u"timedOut"_s
                                << u"first byte"_s;
    QTest::newRow("silence") << u"--first-byte 0 --silence 300 --total 4000 --retries 0"_s
                             << u"drip?ms=20000"_s << u"timedOut"_s << u"300 ms"_s;
    QTest::newRow("total") << u"--first-byte 0 --silence 0 --total 400"_s << u"hang"_s
                           << u"timedOut"_s << u"400 ms"_s;
    QTest::newRow("total of a drip")
        << u"--total 600"_s << u"drip?ms=50&bytes=1000"_s << u"timedOut"_s << u"600 ms"_s;
    QTest::newRow("bytes") << u"--max-bytes 10k"_s << u"bytes/100k"_s << u"failed"_s << u"10"_s;
    QTest::newRow("endless") << u"--max-bytes 1MiB"_s << u"endless"_s << u"failed"_s << u"1.0 MB"_s;
    QTest::newRow("bytes enough") << u"--max-bytes 100KiB"_s << u"bytes/100k"_s << u"succeeded"_s
                                  << QString();
}

void TestFetchLimits::aLimitEndsAnAddress()
{
    QFETCH(QString, options);
    QFETCH(QString, path);
    QFETCH(QString, outcome);
    QFETCH(QString, message);
    Program program;
    QVERIFY(program.run(QStringList {u"fetch"_s, u"--json"_s, at(path)} + options.split(u' ')));
    QCOMPARE(program.exitCode(), outcome == "succeeded"_L1 ? 0 : 1);
    QCOMPARE(program.objects().size(), 2);
    const QJsonObject object = program.objects().constFirst();
    QCOMPARE(object["outcome"_L1].toString(), outcome);
    QVERIFY2(object["message"_L1].toString().contains(message), program.output.constData());
    QCOMPARE(program.objects()[1]["summary"_L1][outcome].toInt(), 1);
}

void TestFetchLimits::attemptsAreCounted_data()
{
    QTest::addColumn<int>("retries");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("attempts");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("none allowed") << 0 << u"status/503"_s << 1 << 1;
    QTest::newRow("all in vain") << 3 << u"status/503"_s << 4 << 1;
    QTest::newRow("the third one does it") << 5 << u"flaky/2"_s << 3 << 0;
    QTest::newRow("nothing that may pass") << 3 << u"status/404"_s << 1 << 1;
    QTest::newRow("too slow each time") << 1 << u"hang"_s << 2 << 1;
}

void TestFetchLimits::attemptsAreCounted()
{
    QFETCH(int, retries);
    QFETCH(QString, path);
    QFETCH(int, attempts);
    QFETCH(int, exitCode);
    Program program;
    QVERIFY(program.run({u"fetch"_s, u"--json"_s, u"--first-byte"_s, u"1000"_s, u"--retries"_s,
                         QString::number(retries), at(path)}));
    QCOMPARE(program.exitCode(), exitCode);
    QCOMPARE(program.objects().constFirst()["attempts"_L1].toInt(), attempts);
    QCOMPARE(m_server->counters().requests, attempts);
}

void TestFetchLimits::soManyRunAtOnce_data()
{
    QTest::addColumn<int>("inFlight");
    QTest::addColumn<int>("perHost");
    QTest::addColumn<int>("expected");
    QTest::newRow("per host") << 24 << 3 << 3;
    QTest::newRow("in flight") << 2 << 6 << 2;
    QTest::newRow("more than a manager has") << 24 << 9 << 9;
}

void TestFetchLimits::soManyRunAtOnce()
{
    QFETCH(int, inFlight);
    QFETCH(int, perHost);
    QFETCH(int, expected);
    constexpr int count = 12;
    QStringList arguments {u"fetch"_s,       u"--json"_s,
                           u"--in-flight"_s, QString::number(inFlight),
                           u"--per-host"_s,  QString::number(perHost)};
    for (int i = 0; i < count; ++i)
        arguments.append(at(u"delay/500?n=%1"_s.arg(i)));
    Program program;
    QVERIFY(program.run(arguments));
    QCOMPARE(program.exitCode(), 0);
    QCOMPARE(program.objects().size(), count + 1);
    QCOMPARE(m_server->counters().peakConcurrent, expected);
}

QTEST_GUILESS_MAIN(TestFetchLimits)
#include "tst_fetchlimits.moc"
