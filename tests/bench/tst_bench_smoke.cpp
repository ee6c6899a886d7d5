// SPDX-License-Identifier: MIT
#include "shared/namedmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;

namespace {
/// The C library counts what it gave away; the allocator of a sanitizer is another one.
#ifdef __SANITIZE_ADDRESS__
constexpr bool isUncounted = true;
#else
constexpr bool isUncounted = false;
#endif
} // namespace

/// That the measurements run and what they write is well-formed. How fast anything is, is no
/// matter of a test.
class tst_BenchSmoke final : public QObject
{
    Q_OBJECT
private slots:
    void writesEveryNumber();
    void refusesAnUnknownContest();
};

void tst_BenchSmoke::writesEveryNumber()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"results.json"_s);
    QProcess bench;
    bench.start(QStringLiteral(LOOPSCOPE_BENCH_EXECUTABLE),
                {u"run"_s,       u"--rounds"_s, u"1"_s,      u"--quick"_s,    u"--only"_s,
                 u"lag"_s,       u"--only"_s,   u"main"_s,   u"--only"_s,     u"deadline"_s,
                 u"--only"_s,    u"timeline"_s, u"--only"_s, u"many-tasks"_s, u"--only"_s,
                 u"recording"_s, u"--commit"_s, u"abc"_s,    u"--json"_s,     path});
    QVERIFY(bench.waitForFinished(180'000));
    const QByteArray complaint = bench.readAllStandardError();
    QVERIFY2(bench.exitStatus() == QProcess::NormalExit && bench.exitCode() == 0,
             complaint.constData());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject document = QJsonDocument::fromJson(file.readAll()).object();
    QCOMPARE(document[u"commit"_s].toString(), u"abc"_s);
    QVERIFY(!document[u"machine"_s].toString().isEmpty());
    QVERIFY(QDateTime::fromString(document[u"date"_s].toString(), Qt::ISODate).isValid());
    const QJsonArray rows = document[u"rows"_s].toArray();
    QCOMPARE(rows.size(), 11); // three of the main job, four of recording, one of each other
    const QStringList memory {u"recording, memory for an event"_s,
                              u"recording, of fetches with their texts"_s};
    const QByteArray table = bench.readAllStandardOutput();
    for (const QJsonValue &value : rows) {
        const QJsonObject row = value.toObject();
        const QString title = row[u"row"_s].toString();
        for (const QString &field : {u"ours"_s, u"against"_s, u"ratio"_s}) {
            QVERIFY2(row[field].toDouble() > 0 || (isUncounted && memory.contains(title)),
                     qPrintable(title + u' ' + field));
        }
        QVERIFY(!row[u"oursAll"_s].toArray().isEmpty());
        QVERIFY(!title.isEmpty() && table.contains(title.toUtf8()));
        QVERIFY(QStringList({u"met"_s, u"missed"_s, u"reported"_s})
                    .contains(row[u"verdict"_s].toString()));
    }
}

void tst_BenchSmoke::refusesAnUnknownContest()
{
    QProcess bench;
    bench.start(QStringLiteral(LOOPSCOPE_BENCH_EXECUTABLE), {u"run"_s, u"--only"_s, u"nonsense"_s});
    QVERIFY(bench.waitForFinished(30'000));
    QCOMPARE(bench.exitCode(), 1);
    QVERIFY(bench.readAllStandardError().contains("nonsense"));
}

QTEST_GUILESS_MAIN(tst_BenchSmoke)
#include "tst_bench_smoke.moc"
