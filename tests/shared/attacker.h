// SPDX-License-Identifier: MIT
#pragma once

#include "shared/rawclient.h"

#include <QMetaType>
#include <QUrl>

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

namespace attack {

inline constexpr int together = 60; // connections of one attacker

/// One bout against the practice server at \p port, whose echo is at \p echo. False when it was not
/// turned away as it has to be.
using Attack = bool (*)(quint16 port, const QUrl &echo);

inline bool scan(quint16 port, const QUrl &)
{
    for (int i = 0; i < together; ++i)
        RawClient(port).send(i % 2 == 0 ? QByteArray()
                                        : QByteArray("\x16\x03\x01\0\xff\0garbage", 13));
    return true;
}

/// Each of them sends the next byte of a request that never gets to its end.
inline bool slowLoris(quint16 port, const QUrl &)
{
    const QByteArray head = "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: zzz";
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < together; ++i)
        clients.push_back(std::make_unique<RawClient>(port));
    for (const char byte : head) {
        for (const auto &client : clients)
            client->send(QByteArray(1, byte));
    }
    return true;
}

inline bool oversize(quint16 port, const QUrl &echo)
{
    for (int i = 0; i < 5; ++i) {
        RawClient client(port);
        client.get(echo, "X: " + QByteArray(200 * 1024, 'a'));
        if (!client.readAll().startsWith("HTTP/1.1 431 "))
            return false;
    }
    return true;
}

inline bool wrongToken(quint16 port, const QUrl &)
{
    for (int i = 0; i < together; ++i) {
        RawClient client(port);
        client.send("GET /" + QByteArray(32, '0') + "/echo HTTP/1.1\r\nHost: x\r\n\r\n");
        if (client.readAll()
            != "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            return false;
    }
    return true;
}

/// Bouts of an attack, one after the other on a thread of its own, until it goes.
class Attacker
{
public:
    Attacker(Attack attack, quint16 port, const QUrl &echo)
        : m_thread([this, attack, port, echo](const std::stop_token &stop) {
            while (!stop.stop_requested()) {
                m_isTurnedAway = m_isTurnedAway && attack(port, echo);
                ++m_bouts;
            }
        })
    {
    }
    int bouts() const { return m_bouts; }
    bool isTurnedAway() const { return m_isTurnedAway; } ///< each time so far

private:
    std::atomic<int> m_bouts = 0;
    std::atomic<bool> m_isTurnedAway = true;
    std::jthread m_thread;
};

/// What there is.
struct Named
{
    const char *name;
    Attack attack;
};
inline constexpr Named all[] {{"port scan", scan},
                              {"slow loris", slowLoris},
                              {"oversized requests", oversize},
                              {"wrong token", wrongToken}};

} // namespace attack

Q_DECLARE_METATYPE(attack::Attack)
