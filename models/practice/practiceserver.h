// SPDX-License-Identifier: MIT
#pragma once

#include "practice/servercounters.h"
#include "practice/serverlimits.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <memory>

namespace practice {
class Tally;
} // namespace practice
class QThread;

/// An HTTP/1.1 server on the loopback that answers well or badly, as the address asks for. What
/// there is to ask for stands in server/endpoints.h.
///
/// It runs in a thread of its own ("practice server") with two pool threads for pictures, listens
/// on 127.0.0.1 only, on a random port, and answers nothing but 404 to whoever does not know its
/// random token. What it sends depends on the seed and the address only. The object itself belongs
/// to one thread.
class PracticeServer
{
public:
    using Counters = practice::ServerCounters;
    using Limits = practice::ServerLimits;

    explicit PracticeServer(quint32 seed = 1);
    Q_DISABLE_COPY_MOVE(PracticeServer)
    /// Drops all connections and joins the thread.
    ~PracticeServer();

    /// Before start().
    void setLimits(const Limits &limits) { m_limits = limits; }
    /// Blocks until the server listens, which takes about a millisecond. False: errorString().
    bool start();
    bool isListening() const { return m_port != 0; }
    QString errorString() const { return m_errorString; }

    quint16 port() const { return m_port; }
    quint32 seed() const { return m_seed; }
    /// http://127.0.0.1:PORT/TOKEN/\p path; the path may have a query: "image/17?w=640".
    QUrl address(const QString &path) const;
    /// Paths that make a good first show: mostly pictures, some texts and data, and about one in
    /// eight that ends badly in a way of its own. The same for the same seed and count.
    QStringList practiceSet(int count = 64) const;

    /// Any thread may call these two.
    Counters counters() const;
    void resetCounters();

private:
    void stop();

    const quint32 m_seed;
    const QByteArray m_token;
    Limits m_limits;
    std::unique_ptr<practice::Tally> m_tally; // outlives the thread
    std::unique_ptr<QThread> m_thread;
    QString m_errorString;
    quint16 m_port = 0;
};
