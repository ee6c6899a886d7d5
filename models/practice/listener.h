// SPDX-License-Identifier: MIT
#pragma once

#include "practice/router.h"
#include "practice/serverlimits.h"

#include <QTcpServer>
#include <QTimer>

namespace practice {

/// Accepts connections on 127.0.0.1 and owns all that lives in the server's thread.
class Listener : public QTcpServer
{
public:
    Listener(quint32 seed, const QByteArray &token, Tally &tally, const ServerLimits &limits);
    ~Listener() override;

    /// Call it in the thread the listener lives in. False: errorString().
    bool open();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void sweep();

    Tally &m_tally;
    const ServerLimits m_limits;
    Router m_router;
    QObject *m_connections; // parent of the Connections and of nothing else
    QTimer m_sweeper;
    QTimer m_resume;
};

} // namespace practice
