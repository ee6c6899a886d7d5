// SPDX-License-Identifier: MIT
#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>

/// Answers each request head with the bytes that a function gives for it, on 127.0.0.1 and on the
/// thread that made it. Nothing is checked and nothing closed: the connection stays open.
class RawServer : public QTcpServer
{
public:
    using Answer = std::function<QByteArray(const QByteArray &head)>;

    explicit RawServer(Answer answer)
        : m_answer(std::move(answer))
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("cannot listen: %s", qPrintable(errorString()));
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
        });
    }

    QUrl address(const QString &path = {}) const
    {
        return QStringLiteral("http://127.0.0.1:%1/%2").arg(serverPort()).arg(path);
    }
    const QByteArrayList &heads() const { return m_heads; }

private:
    void read(QTcpSocket &socket)
    {
        const QByteArray head = socket.readAll(); // of this size it arrives in one piece
        m_heads.append(head);
        socket.write(m_answer(head));
    }

    Answer m_answer;
    QByteArrayList m_heads;
};
