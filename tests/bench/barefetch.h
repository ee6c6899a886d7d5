// SPDX-License-Identifier: MIT
#pragma once

#include <QNetworkAccessManager>

#include <functional>
#include <memory>
#include <vector>

/// The way of a program without a fetcher: access managers in the thread that calls, nothing
/// recorded, bodies read and thrown away. As many managers as it takes, since each opens six
/// connections to a host. The next request starts when one ends; that is kinder to the loop than
/// to start all at once.
class BareFetch final
{
public:
    /// \p done is called when all \p count replies have ended.
    BareFetch(const QUrl &address, int count, int inFlight, std::function<void()> done);
    Q_DISABLE_COPY_MOVE(BareFetch)

    void start();

private:
    void next(int slot);
    void take(int slot, QNetworkReply &reply);

    const QUrl m_address;
    int m_toStart;
    int m_toEnd;
    const int m_inFlight;
    const std::function<void()> m_done;
    std::vector<std::unique_ptr<QNetworkAccessManager>> m_managers;
};
