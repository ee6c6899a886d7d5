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

/// To Qt 6.4, NoProxy also means a socket without a buffer, and it reads the head of a reply
/// through that byte by byte, with a system call for each. DefaultProxy means the application's
/// proxy, of which there is none: the same direct connection, but buffered.
QList<QNetworkProxy> LoopbackAwareProxies::queryProxy(const QNetworkProxyQuery &query)
{
    const QNetworkProxy direct(QNetworkProxy::DefaultProxy);
    if (isLoopback(query.peerHostName()))
        return {direct};
    QList<QNetworkProxy> proxies = systemProxyForQuery(query);
    for (QNetworkProxy &proxy : proxies) {
        if (proxy.type() == QNetworkProxy::NoProxy)
            proxy = direct;
    }
    return proxies;
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
