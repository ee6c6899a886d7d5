// SPDX-License-Identifier: MIT
// Requests per second: 20,000 of 1 KiB, 200 in flight.
#include "barefetch.h"
#include "fetchall.h"
#include "measure.h"
#include "side.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryFile>

using namespace Qt::StringLiterals;

namespace {

constexpr int inFlight = 200;

int count(const SideOptions &options)
{
    return options.scaled(20'000, 1'000);
}

QUrl address(const SideOptions &options)
{
    return options.address(u"bytes/1k"_s);
}

QJsonObject sample(const SideOptions &options, double milliseconds)
{
    return {{u"perSecond"_s, count(options) / milliseconds * 1e3}};
}

} // namespace

QJsonObject throughputOurs(const SideOptions &options)
{
    const QCoreApplication application(options.argc, options.argv);
    return sample(options, fetchAll(repeated(address(options), count(options)), inFlight));
}

QJsonObject throughputBare(const SideOptions &options)
{
    const QCoreApplication application(options.argc, options.argv);
    QEventLoop loop;
    BareFetch fetch(address(options), count(options), inFlight, [&] { loop.quit(); });
    const qint64 beganNs = Recorder::now();
    fetch.start();
    runGuarded(loop);
    return sample(options, millisecondsSince(beganNs));
}

QJsonObject throughputCurl(const SideOptions &options)
{
    const QCoreApplication application(options.argc, options.argv);
    QTemporaryFile list;
    if (!list.open())
        giveUp(list.errorString());
    const QByteArray entry
        = "url = \"" + address(options).toEncoded() + "\"\noutput = \"/dev/null\"\n";
    list.write(entry.repeated(count(options)));
    list.close();
    const qint64 beganNs = Recorder::now();
    QProcess curl;
    curl.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    curl.start(u"curl"_s,
               {u"--silent"_s, u"--show-error"_s, u"--fail"_s, u"--parallel"_s, u"--parallel-max"_s,
                QString::number(inFlight), u"-K"_s, list.fileName()});
    if (!curl.waitForFinished(120'000) || curl.exitCode() != 0)
        giveUp(u"curl: %1, exit code %2."_s.arg(curl.errorString()).arg(curl.exitCode()));
    return sample(options, millisecondsSince(beganNs));
}
