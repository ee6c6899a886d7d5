// SPDX-License-Identifier: MIT
#include "app/engine.h"

Engine::Engine(quint32 seed)
    : m_seed(seed)
    , m_moment(m_recording)
    , m_pool(m_recorder)
    , m_fetcher(m_recorder)
    , m_job(m_recorder, m_fetcher, m_pool)
{
    m_recording.setRecorder(&m_recorder);
}

Engine::~Engine() = default;

PracticeServer &Engine::server()
{
    if (!m_server)
        m_server.emplace(m_seed);
    m_server->start(); // does nothing when it listens already
    return *m_server;
}

QStringList Engine::practiceAddresses()
{
    const PracticeServer &practice = server();
    QStringList addresses;
    if (practice.isListening()) {
        for (const QString &path : practice.practiceSet())
            addresses.append(practice.address(path).toString());
    }
    return addresses;
}
