// SPDX-License-Identifier: MIT
#pragma once

#include <QNetworkProxyFactory>

#include <memory>
#include <vector>

class QNetworkAccessManager;
class QThread;

/// Whether \p host is localhost, one of its subdomains, 127.0.0.0/8 and ::1 (RFC 6761, RFC 1122).
bool isLoopback(const QString &host);

/// The desktop's and the environment's proxies for remote hosts, never one for loopback.
class LoopbackAwareProxies final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;
    /// "proxy.example:3128", or empty when \p url is reached directly.
    static QString proxyName(const QUrl &url);
};

/// The access managers of the network thread, made when they are first needed: one for each six
/// requests in flight to a host, since more connections to it a manager of Qt 6.4 does not open.
/// From Qt 6.5 on one manager may have 255 (QHttp1Configuration) and is as fast with them, but all
/// of them share its thread: what keeps that busy holds up six requests here, and all of them
/// there, and so does each connection that makes its manager retire. Belongs to the thread that
/// uses it.
class AccessManagers final
{
public:
    /// \p cleanupThread, a thread with a loop, outlives this and all who hold a manager: they are
    /// deleted there.
    explicit AccessManagers(QThread &cleanupThread)
        : m_cleanupThread(cleanupThread)
    {
    }

    /// The one for a request in slot \p hostSlot of its host. It lives on as long as somebody holds
    /// it.
    std::shared_ptr<QNetworkAccessManager> of(int hostSlot);
    /// Its connections are not to be used again; those in use end by themselves.
    void retire(int hostSlot);
    /// As retire() for all of them.
    void clear() { m_managers.clear(); }

private:
    QThread &m_cleanupThread;
    std::vector<std::shared_ptr<QNetworkAccessManager>> m_managers;
};
