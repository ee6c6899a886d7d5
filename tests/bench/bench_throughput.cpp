// SPDX-License-Identifier: MIT
// Requests per second: 20,000 of 1 KiB, 200 in flight.
#include "barefetch.h"
#include "measure.h"
#include "record/recording.h"
#include "side.h"
#include "work/fetcher.h"

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

QJsonObject sample(const SideOptions &options, qint64 beganNs)
{
    return {{u"perSecond"_s, count(options) / millisecondsSince(beganNs) * 1e3}};
}

} // namespace

QJsonObject throughputOurs(const SideOptions &options)
{
    const QCoreApplication application(options.argc, options.argv);
    Recorder recorder;
    Recording recording;
    recording.setRecorder(&recorder);
    Fetcher fetcher(recorder);
    fetcher.setMaxInFlight(inFlight);
    fetcher.setMaxPerHost(inFlight);
    QEventLoop loop;
    std::atomic<int> left = count(options);
    std::atomic<int> failed = 0;
    const qint64 beganNs = Recorder::now();
    for (int i = 0; i < count(options); ++i) {
        fetcher.fetch({.url = address(options)}).then([&](const FetchResult &result) {
            failed += !result.outcome.hasSucceeded();
            if (--left == 0)
                QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
        });
    }
    runGuarded(loop);
    const QJsonObject result = sample(options, beganNs);
    if (failed > 0)
        giveUp(u"Not every fetch succeeded."_s);
    return result;
}

QJsonObject throughputBare(const SideOptions &options)
{
    const QCoreApplication application(options.argc, options.argv);
    QEventLoop loop;
    BareFetch fetch(address(options), count(options), inFlight, [&] { loop.quit(); });
    const qint64 beganNs = Recorder::now();
    fetch.start();
    runGuarded(loop);
    return sample(options, beganNs);
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
    curl.start(u"curl"_s, {u"--silent"_s, u"--show-error"_s, u"--fail"_s, u"--parallel"_s,
                           u"--parallel-max"_s, QString::number(inFlight), u"-K"_s, list.fileName()});
    if (!curl.waitForFinished(120'000) || curl.exitCode() != 0)
        giveUp(u"curl: %1, exit code %2."_s.arg(curl.errorString()).arg(curl.exitCode()));
    return sample(options, beganNs);
}
