// SPDX-License-Identifier: MIT
// loopscope_bench run [--rounds N] [--only CONTEST]… [--quick] [--json FILE] [--commit NAME]
// loopscope_bench SIDE BASE QUERY [--quick] one run of one side; what it measured as JSON on stdout
// loopscope_bench serve                     the server, until stdin is closed
#include "measure.h"
#include "verdict.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QThread>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

QString processorName()
{
    QFile info(u"/proc/cpuinfo"_s);
    if (!info.open(QIODevice::ReadOnly))
        return QSysInfo::currentCpuArchitecture();
    for (const QByteArray &line : info.readAll().split('\n')) {
        if (line.startsWith("model name"))
            return QString::fromUtf8(line.mid(line.indexOf(':') + 1).trimmed());
    }
    return QSysInfo::currentCpuArchitecture();
}

QString machine()
{
    return u"%1, %2 threads, %3, Linux %4, Qt %5"_s.arg(processorName())
        .arg(QThread::idealThreadCount())
        .arg(QSysInfo::prettyProductName(), QSysInfo::kernelVersion(),
             QLatin1StringView(qVersion()));
}

void write(const QString &path, const QJsonObject &document)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(document).toJson()) < 0)
        giveUp(u"%1: %2"_s.arg(path, file.errorString()));
}

QList<Verdict> playAll(int rounds, const QStringList &only, bool quick)
{
    QList<Verdict> verdicts;
    const QList<Contest> all = contests();
    for (const QString &name : only) {
        if (std::ranges::find(all, name, &Contest::name) == all.end())
            giveUp(u"There is no contest '%1'."_s.arg(name));
    }
    for (const Contest &contest : all) {
        if (!only.isEmpty() && !only.contains(contest.name))
            continue;
        const std::optional<Samples> samples = play(contest, rounds, quick);
        for (const Row &row : rows()) {
            if (row.contest == contest.name)
                verdicts.append(samples ? judge(row, contest, *samples) : Verdict {.row = row});
        }
    }
    return verdicts;
}

int run(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption rounds(u"rounds"_s, {}, u"N"_s, u"5"_s);
    const QCommandLineOption only(u"only"_s, {}, u"CONTEST"_s);
    const QCommandLineOption quick(u"quick"_s);
    const QCommandLineOption json(u"json"_s, {}, u"FILE"_s);
    const QCommandLineOption commit(u"commit"_s, {}, u"NAME"_s, u"unknown"_s);
    parser.addOptions({rounds, only, quick, json, commit});
    parser.addPositionalArgument(u"run"_s, {});
    parser.process(application);
    const int roundCount = parser.value(rounds).toInt();
    if (roundCount < 1)
        giveUp(u"--rounds takes a number from 1 on."_s);
    const QList<Verdict> verdicts = playAll(roundCount, parser.values(only), parser.isSet(quick));
    const QString date = QDateTime::currentDateTimeUtc().toString(Qt::ISODate);
    if (parser.isSet(json)) {
        write(parser.value(json),
              {{u"machine"_s, machine()},
               {u"date"_s, date},
               {u"commit"_s, parser.value(commit)},
               {u"rounds"_s, roundCount},
               {u"quick"_s, parser.isSet(quick)},
               {u"rows"_s, toJson(verdicts)}});
    }
    std::printf("%s\n%s, commit %s, rounds: %d\n\n%s", qUtf8Printable(machine()),
                qUtf8Printable(date), qUtf8Printable(parser.value(commit)), roundCount,
                qUtf8Printable(toTable(verdicts)));
    const auto hasFailed = [](const Verdict &verdict) { return verdict.hasFailed(); };
    return std::ranges::any_of(verdicts, hasFailed) ? 1 : 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QString command = QString::fromLocal8Bit(argc > 1 ? argv[1] : "run");
    raiseFileLimit();
    if (command == "run"_L1)
        return run(argc, argv);
    if (command == "serve"_L1)
        return serve(argc, argv);
    const auto argument = [&](int i) { return QString::fromLocal8Bit(i < argc ? argv[i] : ""); };
    const SideOptions options {argc, argv, argument(2), argument(3), argument(4) == "--quick"_L1};
    if (command == "warm-up"_L1)
        return warmUp(options);
    const Side side = sideOf(command);
    if (!side)
        giveUp(u"There is no side '%1'."_s.arg(command));
    std::puts(QJsonDocument(side(options)).toJson(QJsonDocument::Compact).constData());
    return 0;
}
