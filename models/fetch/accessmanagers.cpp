// SPDX-License-Identifier: MIT
#include "fetch/accessmanagers.h"

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QThread>

using namespace Qt::StringLiterals;

namespace {

constexpr int connectionsPerManager = 6; // to a host, unless told otherwise, in every Qt 6

size_t placeOf(int hostSlot)
{
    return size_t(hostSlot / connectionsPerManager);
}

} // namespace

std::shared_ptr<QNetworkAccessManager> AccessManagers::of(int hostSlot)
{
    const size_t place = placeOf(hostSlot);
    if (place >= m_managers.size())
        m_managers.resize(place + 1);
    if (!m_managers[place]) {
        m_managers[place]
            = {new QNetworkAccessManager, [to = &m_cleanupThread](QNetworkAccessManager *manager) {
                   // Its destructor waits up to 5 s for Qt's own thread, which one
                   // bad reply can keep busy; all other fetches would wait with it.
                   manager->moveToThread(to);
                   manager->deleteLater();
               }};
        m_managers[place]->setProxyFactory(new LoopbackAwareProxies); // the manager owns it
    }
    return m_managers[place];
}

void AccessManagers::retire(int hostSlot)
{
    m_managers[placeOf(hostSlot)].reset();
}

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
