// SPDX-License-Identifier: MIT
#pragma once

#include "shared/foreignserver.h"

#include <algorithm>

/// Makes certificates on the spot, with openssl in the folder of a server: NAME.pem and NAME.key
/// for each. A fault is in the server's error().
class Certificates
{
public:
    explicit Certificates(ForeignServer &server)
        : m_server(server)
    {
    }

    /// For this host and signed by itself; an authority is nothing else.
    bool makeSelfSigned(const QString &name)
    {
        return openssl(
            QStringLiteral("req -x509 %1 -days 2 -keyout %2.key -out %2.pem -subj /CN=%2 "
                           "-addext subjectAltName=%3")
                .arg(newKey, name, thisHost));
    }
    /// For \p hosts and signed by \p authority, until in \p days from now. One whose days are over
    /// is made with a clock that was put back: openssl refuses to end one before it begins.
    bool makeSigned(const QString &name, const QString &authority, const QString &hosts, int days)
    {
        return m_server.write(name + QStringLiteral(".ext"), "subjectAltName=" + hosts.toLatin1())
            && openssl(QStringLiteral("req -new %1 -keyout %2.key -out %2.csr -subj /CN=%2")
                           .arg(newKey, name))
            && openssl(
                   QStringLiteral("x509 -req -in %1.csr -CA %2.pem -CAkey %2.key -CAcreateserial "
                                  "-days %3 -extfile %1.ext -out %1.pem")
                       .arg(name, authority)
                       .arg(std::max(days, 1)),
                   days > 0 ? 0 : 1 - days);
    }

    inline static const QString thisHost = QStringLiteral("IP:127.0.0.1,DNS:localhost");

private:
    bool openssl(const QString &arguments, int daysAgo = 0)
    {
        QStringList words = arguments.split(u' ');
        if (daysAgo == 0)
            return m_server.run(QStringLiteral("openssl"), words).has_value();
        words = QStringList {QStringLiteral("-f"), QStringLiteral("-%1d").arg(daysAgo),
                             QStringLiteral("openssl")}
            + words;
        return m_server.run(QStringLiteral("faketime"), words).has_value();
    }

    inline static const QString newKey
        = QStringLiteral("-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes");

    ForeignServer &m_server;
};
