// SPDX-License-Identifier: MIT
#pragma once

#include "shared/foreignserver.h"

#include <QRegularExpression>
#include <QUrl>

/// httpbin under gunicorn on a free port of the loopback, and curl as a second opinion of what it
/// says.
class Httpbin
{
public:
    struct Opinion
    {
        int status = 0;
        QByteArray body;
    };
    using Fields = QList<std::pair<QByteArray, QByteArray>>;

    bool start()
    {
        const QStringList arguments {QStringLiteral("--bind"),
                                     QStringLiteral("127.0.0.1:0"),
                                     QStringLiteral("--workers"),
                                     QStringLiteral("1"),
                                     QStringLiteral("--threads"),
                                     QStringLiteral("16"),
                                     QStringLiteral("--worker-tmp-dir"),
                                     m_server.path({}),
                                     QStringLiteral("--graceful-timeout"),
                                     QStringLiteral("1"),
                                     QStringLiteral("httpbin:app")};
        return m_server.start(QStringLiteral("gunicorn"), arguments, [this] {
            static const QRegularExpression line(
                QStringLiteral("Listening at: http://127\\.0\\.0\\.1:(\\d+) "));
            m_port = line.match(QString::fromUtf8(m_server.log())).captured(1).toInt();
            return m_port > 0;
        });
    }
    QByteArray error() const { return m_server.error(); }
    QUrl address(const QString &path) const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1/%2").arg(m_port).arg(path));
    }

    /// What curl gets there when it sends exactly \p fields; it follows redirects if asked for.
    std::optional<Opinion> curl(const QString &path, const Fields &fields, bool follows)
    {
        QStringList arguments {QStringLiteral("-q"),          QStringLiteral("-sS"),
                               QStringLiteral("--noproxy"),   QStringLiteral("*"),
                               QStringLiteral("--max-time"),  QStringLiteral("30"),
                               QStringLiteral("--write-out"), QStringLiteral("%{http_code}"),
                               QStringLiteral("-H"),          QStringLiteral("Accept:")};
        for (const auto &[name, value] : fields)
            arguments += {QStringLiteral("-H"), QString::fromLatin1(name + ": " + value)};
        if (follows)
            arguments += {QStringLiteral("--location"), QStringLiteral("--compressed")};
        arguments.append(address(path).toString(QUrl::FullyEncoded));
        const auto output = m_server.run(QStringLiteral("curl"), arguments);
        if (!output)
            return std::nullopt;
        return Opinion {output->right(3).toInt(), output->chopped(3)};
    }

private:
    ForeignServer m_server;
    int m_port = 0;
};
