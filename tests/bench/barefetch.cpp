// SPDX-License-Identifier: MIT
#include "barefetch.h"

#include "measure.h"

#include <QNetworkReply>

namespace {
constexpr int connectionsPerManager = 6;
}

BareFetch::BareFetch(const QUrl &address, int count, int inFlight, std::function<void()> done)
    : m_address(address)
    , m_toStart(count)
    , m_toEnd(count)
    , m_inFlight(inFlight)
    , m_done(std::move(done))
{
    for (int first = 0; first < inFlight; first += connectionsPerManager)
        m_managers.push_back(std::make_unique<QNetworkAccessManager>());
}

void BareFetch::start()
{
    for (int slot = 0; slot < m_inFlight; ++slot)
        next(slot);
}

void BareFetch::next(int slot)
{
    if (m_toStart == 0)
        return;
    --m_toStart;
    QNetworkAccessManager &manager = *m_managers[size_t(slot / connectionsPerManager)];
    QNetworkReply *reply = manager.get(QNetworkRequest(m_address));
    QObject::connect(reply, &QNetworkReply::finished, &manager,
                     [this, slot, reply] { take(slot, *reply); });
}

void BareFetch::take(int slot, QNetworkReply &reply)
{
    if (reply.error() != QNetworkReply::NoError || reply.readAll().isEmpty())
        giveUp(reply.errorString());
    reply.deleteLater();
    next(slot);
    if (--m_toEnd == 0)
        m_done();
}
