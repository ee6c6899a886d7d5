// SPDX-License-Identifier: MIT
#include "work/loopback.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

bool isLoopback(const QString &host)
{
    const QString name = host.toLower();
    return name == "localhost"_L1 || name.endsWith(".localhost"_L1)
        || QHostAddress(name).isLoopback();
}

QList<QNetworkProxy> LoopbackAwareProxies::queryProxy(const QNetworkProxyQuery &query)
{
    if (isLoopback(query.peerHostName()))
        return {QNetworkProxy(QNetworkProxy::NoProxy)};
    return systemProxyForQuery(query);
}

QString LoopbackAwareProxies::proxyName(const QUrl &url)
{
    if (isLoopback(url.host()))
        return {};
    const QNetworkProxy proxy = systemProxyForQuery(QNetworkProxyQuery(url)).value(0);
    if (proxy.type() == QNetworkProxy::NoProxy || proxy.hostName().isEmpty())
        return {};
    return u"%1:%2"_s.arg(proxy.hostName()).arg(proxy.port());
}
