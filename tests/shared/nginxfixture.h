// SPDX-License-Identifier: MIT
#pragma once

#include "shared/endpointtable.h"
#include "shared/fetchfixture.h"
#include "shared/nginx.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSslConfiguration>

/// nginx with a site of known files in front of a practice server, trusted by this process.
struct NginxFixture
{
    bool start()
    {
        if (!upstream.start() || !nginx.addFile(QStringLiteral("text.txt"), text)
            || !nginx.addFile(QStringLiteral("empty.txt"), {})
            || !nginx.addFile(QStringLiteral("medium.bin"), large.left(100'000))
            || !nginx.addFile(QStringLiteral("large.bin"), large)
            || !nginx.start(upstream.address({})))
            return false;
        setTrusted(true);
        return true;
    }
    /// Whether this process knows the authority of nginx's certificates; for managers made later.
    void setTrusted(bool trusted) const
    {
        static const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
        QSslConfiguration after = before;
        if (trusted && !after.addCaCertificates(nginx.authorityFile()))
            qFatal("cannot read the authority's certificate");
        QSslConfiguration::setDefaultConfiguration(after);
    }

    /// \p port is one of nginx's; "h2" is the good one by HTTP/2, "short h2" the short one. No
    /// limit is to end it.
    FetchRequest request(const QString &port, const QString &path) const
    {
        using std::chrono::milliseconds;
        const bool http2 = port.endsWith(u"h2");
        const QString name = port == u"h2" ? QStringLiteral("good") : port.section(u' ', 0, 0);
        return {.url = nginx.address(name, path),
                .limits = {.firstByte = milliseconds(20'000),
                           .silence = milliseconds(20'000),
                           .total = milliseconds(25'000)},
                .retries = 0,
                .http2 = http2};
    }

    static QByteArray noise(qsizetype size)
    {
        QRandomGenerator random(5);
        QByteArray bytes(size, Qt::Uninitialized);
        random.fillRange(reinterpret_cast<quint32 *>(bytes.data()),
                         size / qsizetype(sizeof(quint32)));
        return bytes;
    }
    static QByteArray lines(int count)
    {
        QByteArray text;
        for (int i = 0; i < count; ++i)
            text += "line " + QByteArray::number(i * 7919 % 1000)
                + " of a text that can be packed\n";
        return text;
    }

    const QByteArray large = noise(24 << 20);
    const QByteArray text = lines(6'000);
    PracticeServer upstream {7};
    Nginx nginx;
};
