// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <vector>

/// A port of the loopback to which connecting takes for ever: its queue of accepted connections is
/// full and nobody takes them out, so Linux drops every further SYN without a word.
class BlackHole
{
public:
    BlackHole()
        : m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in name {};
        name.sin_family = AF_INET;
        name.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof name;
        auto *address = reinterpret_cast<sockaddr *>(&name);
        if (::bind(m_listener, address, size) != 0 || ::listen(m_listener, 0) != 0
            || ::getsockname(m_listener, address, &size) != 0)
            qFatal("no listening socket");
        m_port = ntohs(name.sin_port);
        fill(*address, size);
    }
    ~BlackHole()
    {
        for (const int socket : m_fillers)
            ::close(socket);
        ::close(m_listener);
    }
    Q_DISABLE_COPY_MOVE(BlackHole)

    quint16 port() const { return m_port; }
    /// The last connection tried was neither made nor refused.
    bool swallows() const { return m_swallows; }

private:
    void fill(const sockaddr &address, socklen_t size)
    {
        for (int i = 0; i < 8 && !m_swallows; ++i) {
            m_fillers.push_back(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
            ::connect(m_fillers.back(), &address, size);
            pollfd wait {m_fillers.back(), POLLOUT, 0};
            m_swallows = ::poll(&wait, 1, 200) == 0;
        }
    }

    const int m_listener;
    std::vector<int> m_fillers;
    quint16 m_port = 0;
    bool m_swallows = false;
};
