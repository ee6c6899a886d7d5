// SPDX-License-Identifier: MIT
#pragma once

#include "shared/certificates.h"

#include <QFile>
#include <QMap>
#include <QTcpServer>
#include <QUrl>

#include <memory>
#include <vector>

/// nginx on the loopback, with the same site on several ports: "plain", and over TLS with HTTP/1.1
/// and HTTP/2 under the certificates "good", "selfsigned", "expired" and "wronghost". "short" is as
/// "good", but each of its connections serves three requests only.
class Nginx
{
public:
    /// \p upstream, "http://127.0.0.1:PORT/PATH/", is what /up/ leads to.
    bool start(const QUrl &upstream)
    {
        Certificates certificates(m_server);
        const QString host = Certificates::thisHost;
        if (!certificates.makeSelfSigned(QStringLiteral("ca"))
            || !certificates.makeSelfSigned(QStringLiteral("selfsigned"))
            || !certificates.makeSigned(QStringLiteral("good"), QStringLiteral("ca"), host, 2)
            || !certificates.makeSigned(QStringLiteral("expired"), QStringLiteral("ca"), host, -1)
            || !certificates.makeSigned(QStringLiteral("wronghost"), QStringLiteral("ca"),
                                        QStringLiteral("DNS:elsewhere.example"), 2))
            return false;
        for (int i = 0; i < 5; ++i) { // somebody else may take a port before nginx does
            if (startOnFreePorts(upstream))
                return true;
            if (!m_server.error().contains("Address already in use"))
                return false;
        }
        return false;
    }
    QByteArray error() const { return m_server.error(); }

    /// Before start(): the file /NAME.
    bool addFile(const QString &name, const QByteArray &bytes)
    {
        return (QDir(m_server.path({})).mkpath(QStringLiteral("www")))
            && m_server.write(QStringLiteral("www/") + name, bytes);
    }
    QUrl address(const QString &port, const QString &path) const
    {
        const QString scheme = port == u"plain" ? QStringLiteral("http") : QStringLiteral("https");
        return QStringLiteral("%1://127.0.0.1:%2/%3")
            .arg(scheme)
            .arg(m_ports.value(port))
            .arg(path);
    }
    /// Of the authority that signed all but "selfsigned".
    QString authorityFile() const { return m_server.path(QStringLiteral("ca.pem")); }

private:
    inline static const QStringList names {QStringLiteral("plain"),      QStringLiteral("good"),
                                           QStringLiteral("selfsigned"), QStringLiteral("expired"),
                                           QStringLiteral("wronghost"),  QStringLiteral("short")};

    bool startOnFreePorts(const QUrl &upstream)
    {
        std::vector<std::unique_ptr<QTcpServer>> holders; // so that no two get the same
        for (const QString &name : names) {
            holders.push_back(std::make_unique<QTcpServer>());
            if (!holders.back()->listen(QHostAddress::LocalHost))
                return m_server.fail(holders.back()->errorString());
            m_ports[name] = holders.back()->serverPort();
        }
        holders.clear();
        QFile::remove(pidFile());
        if (!m_server.write(QStringLiteral("site.conf"), site(upstream))
            || !m_server.write(QStringLiteral("nginx.conf"), configuration()))
            return false;
        // The file is written when all ports are bound.
        const QStringList arguments {QStringLiteral("-p"), m_server.path({}),
                                     QStringLiteral("-c"), QStringLiteral("nginx.conf"),
                                     QStringLiteral("-e"), QStringLiteral("stderr")};
        return m_server.start(QStringLiteral("nginx"), arguments,
                              [this] { return QFile::exists(pidFile()); });
    }
    QString pidFile() const { return m_server.path(QStringLiteral("nginx.pid")); }

    QByteArray configuration() const
    {
        QByteArray text = R"(
daemon off;
master_process off;
pid nginx.pid;
error_log stderr crit;
events { worker_connections 512; }
http {
    access_log off;
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    types { text/plain txt; }
    default_type application/octet-stream;
    root www;
    if_modified_since before;
    limit_conn_zone $server_port zone=connections:1m;
    limit_req_zone $server_port zone=requests:1m rate=1r/m;
)";
        for (const QString &name : names) {
            text += "server { listen 127.0.0.1:" + QByteArray::number(m_ports[name]);
            if (name != u"plain") {
                const QByteArray certificate
                    = name == u"short" ? QByteArray("good") : name.toLatin1();
                text += " ssl http2; ssl_certificate " + certificate + ".pem; ssl_certificate_key "
                    + certificate + ".key";
            }
            text += name == u"short" ? "; keepalive_requests 3; include site.conf; }\n"
                                     : "; include site.conf; }\n";
        }
        return text + "}\n";
    }
    QByteArray site(const QUrl &upstream) const
    {
        QByteArray text = R"(
location /gzip/ { gzip on; gzip_min_length 1; gzip_types text/plain; alias www/; }
location /slowly/ { limit_rate 200k; alias www/; }
location /up/ { proxy_pass UPSTREAM; proxy_read_timeout 1500ms; proxy_buffering off; }
location /patient/ { proxy_pass UPSTREAM; }
location /nobody/ { proxy_pass http://127.0.0.1:1/; }
location /alone/ { limit_conn connections 1; proxy_pass UPSTREAM; }
location /seldom/ { limit_req zone=requests; limit_req_status 429; alias www/; }
location /who { return 200 "$server_protocol $connection $connection_requests"; }
location /three { keepalive_requests 3; return 200 "$server_protocol $connection $connection_requests"; }
location /once { keepalive_timeout 0; return 200 "$server_protocol $connection $connection_requests"; }
location /secure/ { rewrite ^/secure/(.*)$ SECURE$1 permanent; }
location /insecure/ { rewrite ^/insecure/(.*)$ PLAIN$1 redirect; }
location /forbidden { return 403; }
location /gone { return 410; }
location /drop { return 444; }
location /broken { return 500; }
location /nothing { return 204; }
location /circle { return 302 /circle; }
)";
        text.replace("UPSTREAM", upstream.toEncoded());
        text.replace("SECURE", address(QStringLiteral("good"), {}).toEncoded());
        return text.replace("PLAIN", address(QStringLiteral("plain"), {}).toEncoded());
    }

    ForeignServer m_server;
    QMap<QString, quint16> m_ports;
};
