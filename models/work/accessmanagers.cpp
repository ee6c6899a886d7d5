// SPDX-License-Identifier: MIT
#include "work/accessmanagers.h"

#include "work/loopback.h"

#include <QNetworkAccessManager>
#include <QThread>

namespace {

constexpr int connectionsPerManager = 6; // to a host, unless told otherwise, in every Qt 6

size_t placeOf(int hostSlot)
{
    return size_t(hostSlot / connectionsPerManager);
}

} // namespace

std::shared_ptr<QNetworkAccessManager> AccessManagers::of(int hostSlot)
{
    const size_t place = placeOf(hostSlot);
    if (place >= m_managers.size())
        m_managers.resize(place + 1);
    if (!m_managers[place]) {
        m_managers[place]
            = {new QNetworkAccessManager, [to = &m_undertaker](QNetworkAccessManager *manager) {
                   // Its destructor waits up to 5 s for Qt's own thread, which one
                   // bad reply can keep busy; all other fetches would wait with it.
                   manager->moveToThread(to);
                   manager->deleteLater();
               }};
        m_managers[place]->setProxyFactory(new LoopbackAwareProxies); // the manager owns it
    }
    return m_managers[place];
}

void AccessManagers::retire(int hostSlot)
{
    m_managers[placeOf(hostSlot)].reset();
}
