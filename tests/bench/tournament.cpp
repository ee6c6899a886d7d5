// SPDX-License-Identifier: MIT
#include "tournament.h"

#include "measure.h"
#include "photos.h"
#include "practice/practiceserver.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

constexpr int guardMs = 300'000;

/// The bench program once more, as a server.
class Server final
{
public:
    Server()
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationFilePath(), {u"serve"_s});
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(guardMs))
                giveUp(u"The server did not start."_s);
        }
        m_base = QString::fromLatin1(m_process.readLine().trimmed());
    }
    ~Server()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished(guardMs);
    }
    Q_DISABLE_COPY_MOVE(Server)
    QString base() const { return m_base; }

private:
    QProcess m_process;
    QString m_base;
};

/// Nothing when it went wrong; it has said why.
std::optional<QJsonObject> run(const QString &side, const QString &base, const QString &query,
                               bool quick)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QStringList arguments {side, base, query};
    if (quick)
        arguments.append(u"--quick"_s);
    process.start(QCoreApplication::applicationFilePath(), arguments);
    if (!process.waitForFinished(guardMs) || process.exitStatus() != QProcess::NormalExit
        || process.exitCode() != 0) {
        std::fprintf(stderr, "  %-24s went wrong\n", qUtf8Printable(side));
        return std::nullopt;
    }
    const QByteArray output = process.readAllStandardOutput();
    std::fprintf(stderr, "  %-24s %s\n", qUtf8Printable(side), output.trimmed().constData());
    return QJsonDocument::fromJson(output).object();
}

} // namespace

std::optional<Samples> play(const Contest &contest, int rounds, bool quick)
{
    std::optional<Server> server;
    if (contest.needs != Contest::Needs::Nothing)
        server.emplace();
    const QString base = server ? server->base() : QString();
    // Else the first round would wait for the painter.
    if (contest.needs == Contest::Needs::Photos && !run(u"warm-up"_s, base, contest.query, quick))
        return std::nullopt;
    Samples samples;
    for (int round = 1; round <= rounds; ++round) {
        std::fprintf(stderr, "%s, round %d of %d\n", qUtf8Printable(contest.name), round, rounds);
        for (const QString &side : contest.sides) {
            const auto sample = run(side, base, contest.query, quick);
            if (!sample)
                return std::nullopt;
            samples[side].append(*sample);
        }
    }
    return samples;
}

int serve(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    PracticeServer server;
    if (!server.start())
        giveUp(server.errorString());
    std::printf("%s\n", qUtf8Printable(server.address({}).toString()));
    std::fflush(stdout);
    while (std::getchar() != EOF) { } // until whoever started it closes the pipe, or dies
    return 0;
}

int warmUp(const SideOptions &options)
{
    const QCoreApplication application(options.argc, options.argv);
    QNetworkAccessManager manager;
    for (const QUrl &address : photos(options)) {
        QNetworkReply *reply = manager.get(QNetworkRequest(address));
        QEventLoop loop;
        QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        runGuarded(loop);
        if (reply->error() != QNetworkReply::NoError)
            giveUp(reply->errorString());
        delete reply;
    }
    return 0;
}
