// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QMap>
#include <QUrl>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

/// A client of plain system calls: sees every byte as it is and tells FIN from RST, which
/// QTcpSocket reports alike. Every wait ends after guardMs.
class RawClient
{
public:
    enum class End { Open, Fin, Reset };
    static constexpr int guardMs = 10'000;

    /// \p receiveBuffer: bytes the system takes in for us; 0 leaves it as it is.
    explicit RawClient(quint16 port, int receiveBuffer = 0)
        : m_socket(::socket(AF_INET, SOCK_STREAM, 0))
    {
        if (receiveBuffer > 0)
            ::setsockopt(m_socket, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
        sockaddr_in address {};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_connected
            = ::connect(m_socket, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
    }
    Q_DISABLE_COPY_MOVE(RawClient)
    ~RawClient() { ::close(m_socket); }

    bool isConnected() const { return m_connected; }
    End end() const { return m_end; }
    const QByteArray &received() const { return m_received; }

    bool send(const QByteArray &bytes)
    {
        return ::send(m_socket, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL)
            == bytes.size();
    }
    bool get(const QUrl &url, const QByteArray &fields = {}, const QByteArray &method = "GET")
    {
        return send(method + ' ' + url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority)
                    + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + fields + "\r\n");
    }
    /// Until \p done says so, the server ends it, or \p milliseconds are over.
    template <typename Done> bool readUntil(Done done, int milliseconds = guardMs)
    {
        QElapsedTimer timer;
        timer.start();
        while (!done()) {
            const int left = milliseconds - int(timer.elapsed());
            if (left <= 0 || m_end != End::Open || !readSome(left))
                return done();
        }
        return true;
    }
    bool readUntilSize(qsizetype size)
    {
        return readUntil([this, size] { return m_received.size() >= size; });
    }
    /// All until the server ends it.
    QByteArray readAll()
    {
        readUntil([] { return false; });
        return m_received;
    }
    /// Forgets and returns the first \p size received bytes.
    QByteArray take(qsizetype size)
    {
        const QByteArray taken = m_received.first(size);
        m_received.remove(0, size);
        return taken;
    }

private:
    bool readSome(int milliseconds)
    {
        pollfd waiting {m_socket, POLLIN, 0};
        if (::poll(&waiting, 1, milliseconds) <= 0)
            return false;
        char buffer[65536];
        const ssize_t count = ::recv(m_socket, buffer, sizeof buffer, 0);
        if (count > 0)
            m_received.append(buffer, count);
        else
            m_end = count == 0 ? End::Fin : End::Reset;
        return count > 0;
    }

    int m_socket;
    bool m_connected = false;
    End m_end = End::Open;
    QByteArray m_received;
};

/// One reply, taken apart with the least possible understanding of HTTP.
struct RawReply
{
    int status = 0;
    QByteArray head; ///< with the empty line
    QMap<QByteArray, QByteArray> fields; ///< names in lower case
    QByteArray body;

    static RawReply parse(const QByteArray &wire)
    {
        RawReply reply;
        const qsizetype end = wire.indexOf("\r\n\r\n");
        if (end < 0)
            return reply;
        reply.head = wire.first(end + 4);
        reply.body = wire.sliced(end + 4);
        reply.status = reply.head.mid(9, 3).toInt();
        const QList<QByteArray> lines = reply.head.split('\n');
        for (const QByteArray &line : lines.mid(1)) {
            const qsizetype colon = line.indexOf(':');
            if (colon > 0)
                reply.fields[line.first(colon).toLower()] = line.sliced(colon + 1).trimmed();
        }
        return reply;
    }
    /// Reads one with a Content-Length from \p client, and no byte more.
    static RawReply read(RawClient &client, bool headOnly = false)
    {
        client.readUntil([&] { return client.received().contains("\r\n\r\n"); });
        RawReply reply = parse(client.received());
        const qsizetype size
            = reply.head.size() + (headOnly ? 0 : reply.fields["content-length"].toLongLong());
        if (reply.status == 0 || !client.readUntilSize(size))
            return {};
        return parse(client.take(size));
    }
};
