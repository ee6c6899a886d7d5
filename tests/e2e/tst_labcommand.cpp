// SPDX-License-Identifier: MIT
#include "shared/namedmain.h"
#include "shared/program.h"

#include <QJsonArray>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace Qt::StringLiterals;

/// `loopscope lab` as scripts call it.
class TestLabCommand : public QObject
{
    Q_OBJECT
private slots:
    void listTellsWhatThereIs();
    void jsonHasALineForEachVariantAndVerdict();
    void textSaysTheSame();
    void wrongUsageIsNamed_data();
    void wrongUsageIsNamed();
    void anInterruptEndsIt();
};

void TestLabCommand::listTellsWhatThereIs()
{
    Program text;
    QVERIFY(text.run({u"lab"_s, u"list"_s}));
    QCOMPARE(text.exitCode(), 0);
    Program json;
    QVERIFY(json.run({u"lab"_s, u"--json"_s, u"list"_s}));
    QCOMPARE(json.exitCode(), 0);
    QCOMPARE(text.output.count('\n'), json.output.count('\n'));
    const QByteArrayList lines = text.output.trimmed().split('\n');
    const QList<QJsonObject> objects = json.objects();
    QVERIFY(objects.size() >= 5);
    for (qsizetype i = 0; i < objects.size(); ++i) {
        QCOMPARE(objects[i].keys(), (QStringList {u"group"_s, u"id"_s, u"lesson"_s, u"title"_s}));
        for (const QString &key : objects[i].keys())
            QVERIFY2(!objects[i][key].toString().isEmpty(), qPrintable(key));
        QVERIFY(lines[i].startsWith(objects[i][u"id"].toString().toUtf8() + ' '));
    }
}

void TestLabCommand::jsonHasALineForEachVariantAndVerdict()
{
    Program program;
    QVERIFY(program.run(
        {u"lab"_s, u"--json"_s, u"--seed"_s, u"7"_s, u"race-condition"_s, u"fan-out-fan-in"_s}));
    QCOMPARE(program.exitCode(), 0);
    QCOMPARE(program.errors, QByteArray());
    const QList<QJsonObject> objects = program.objects();
    QCOMPARE(objects.size(), 6);
    for (qsizetype i : {0, 1, 3, 4}) {
        QCOMPARE(objects[i].keys(),
                 (QStringList {u"experiment"_s, u"measurements"_s, u"seed"_s, u"variant"_s}));
        QCOMPARE(objects[i][u"seed"].toInt(), 7);
        QCOMPARE(objects[i][u"variant"].toString(), i % 3 == 0 ? u"pitfall"_s : u"pattern"_s);
        const QJsonArray measurements = objects[i][u"measurements"].toArray();
        QVERIFY(measurements.size() >= 4);
        for (const QJsonValue &measurement : measurements) {
            QCOMPARE(measurement.toObject().keys(),
                     (QStringList {u"name"_s, u"unit"_s, u"value"_s}));
            QVERIFY(measurement[u"value"].isDouble());
        }
    }
    for (qsizetype i : {2, 5}) {
        QCOMPARE(objects[i].keys(), (QStringList {u"experiment"_s, u"holds"_s, u"verdict"_s}));
        QCOMPARE(objects[i][u"experiment"].toString(),
                 i == 2 ? u"race-condition"_s : u"fan-out-fan-in"_s);
        QVERIFY(objects[i][u"holds"].toBool());
        QVERIFY(objects[i][u"verdict"].toString().endsWith(u'.'));
    }
}

void TestLabCommand::textSaysTheSame()
{
    Program program;
    QVERIFY(program.run({u"lab"_s, u"race-condition"_s}));
    QCOMPARE(program.exitCode(), 0);
    for (const char *text : {"race-condition  ", "\n  pitfall  ", "\n  pattern  ", "\n  holds    ",
                             "lost between awaits "})
        QVERIFY2(program.output.contains(text), text);
}

void TestLabCommand::wrongUsageIsNamed_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("word");
    QTest::newRow("nothing") << QStringList {} << QByteArray("list");
    QTest::newRow("unknown") << QStringList {u"no-such-thing"_s} << QByteArray("no-such-thing");
    QTest::newRow("unknown among others")
        << QStringList {u"offload"_s, u"no-such-thing"_s} << QByteArray("no-such-thing");
    QTest::newRow("all and more") << QStringList {u"all"_s, u"offload"_s} << QByteArray("all");
    QTest::newRow("seed") << QStringList {u"--seed"_s, u"x"_s, u"all"_s} << QByteArray("--seed");
    QTest::newRow("option") << QStringList {u"--bogus"_s, u"all"_s} << QByteArray("bogus");
}

void TestLabCommand::wrongUsageIsNamed()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, word);
    Program program;
    QVERIFY(program.run(QStringList {u"lab"_s} + arguments));
    QCOMPARE(program.exitCode(), 2);
    QCOMPARE(program.output, QByteArray());
    QVERIFY2(program.errors.contains(word), program.errors);
    QCOMPARE(program.errors.count('\n'), 1);
}

void TestLabCommand::anInterruptEndsIt()
{
#ifdef Q_OS_UNIX
    Program program;
    program.setArguments({u"lab"_s, u"--json"_s, u"all"_s});
    program.start();
    QVERIFY(program.waitForReadyRead(Program::guardMs)); // the first variant is over
    QCOMPARE(kill(pid_t(program.processId()), SIGINT), 0);
    QVERIFY(program.end());
    QCOMPARE(program.exitCode(), 130);
    const QList<QJsonObject> objects = program.objects();
    QVERIFY(objects.size() <= 4); // nothing new was begun
    QVERIFY(!objects.last()[u"holds"].toBool(true));
    QVERIFY(objects.last().contains(u"verdict"));
#else
    QSKIP("Ctrl+C is a signal on Unix only.");
#endif
}

QTEST_GUILESS_MAIN(TestLabCommand)
#include "tst_labcommand.moc"
