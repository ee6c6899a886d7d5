// SPDX-License-Identifier: MIT
#pragma once

#include <QNetworkProxyFactory>

/// localhost, its subdomains, 127.0.0.0/8 and ::1 (RFC 6761, RFC 1122).
bool isLoopback(const QString &host);

/// The desktop's and the environment's proxies for remote hosts, never one for loopback.
class LoopbackAwareProxies final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;
    /// "proxy.example:3128", or empty when \p url is reached directly.
    static QString proxyName(const QUrl &url);
};
