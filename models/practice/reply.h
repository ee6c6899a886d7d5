// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <chrono>
#include <functional>
#include <memory>

namespace practice {

/// What follows the first bytes of a reply, piece by piece. at() is a pure function of the index,
/// so a reply is a value that many connections send at once, each at its own pace.
struct Pieces
{
    static constexpr qint64 endless = -1;

    qint64 count = 0; ///< or endless
    std::function<QByteArray(qint64 index)> at;
};

/// All that goes back for one request: bytes as they are on the wire, right or wrong, when they go,
/// and what becomes of the connection.
struct Reply
{
    enum class Ending : quint8 {
        KeepAlive,
        Close, ///< FIN after the last byte
        Reset, ///< RST after the last byte
        Hold, ///< silence until the client goes away
    };
    static constexpr qint64 neverCached = -1;

    QByteArray wire; ///< sent first, in one write
    Pieces pieces;
    std::chrono::milliseconds delay {0}; ///< before the first byte
    std::chrono::milliseconds interval {0}; ///< between two pieces
    Ending ending = Ending::KeepAlive;
    /// Bytes it keeps in memory, when it depends on nothing but the address of a GET.
    qint64 cacheCost = neverCached;
    QByteArray cacheKey; ///< set by the router
    /// Released when the reply has been sent or its client is gone.
    std::shared_ptr<void> held;
    /// When set, the reply still has to be made, by this, on a thread of the server's pool: it
    /// takes more than a few milliseconds. It must capture values only.
    std::function<Reply()> later;
};

/// Status line, Content-Type when not empty, Content-Length when not negative, then \p more, which
/// is empty or fields each with its CRLF, then the empty line.
QByteArray makeHead(int status, QByteArrayView type, qint64 length, QByteArrayView more = {});
/// "Service Unavailable" for 503
QByteArrayView reasonOf(int status);

/// The small replies. They keep the connection alive.
Reply makeReply(int status, QByteArrayView type, QByteArrayView body, QByteArrayView more = {});
Reply jsonReply(const QJsonObject &object, int status = 200);
/// {"status": …, "message": …}; 204 and 304 go without a body.
Reply sentence(int status, const QByteArray &message, QByteArrayView more = {});
/// \p wire as it is, then \p ending.
Reply rawReply(const QByteArray &wire, Reply::Ending ending = Reply::Ending::Close);

} // namespace practice
