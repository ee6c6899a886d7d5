// SPDX-License-Identifier: MIT
#include "engine/engine.h"

#include "loop/inputmeter.h"
#include "loop/looprecorder.h"

#include <QCoreApplication>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace {

/// By default, small pieces of memory are not joined when they are freed but some time later, all
/// at once, with the heap they came from locked. After a list of a million addresses that takes a
/// tenth of a second, and whoever frees or enlarges a piece of that heap then waits for it or does
/// it: now and then the thread of the window. Set before main(), as mallopt() is for a program that
/// has no threads yet.
#ifdef __GLIBC__
[[maybe_unused]] const int joinsFreedMemoryAtOnce = mallopt(M_MXFAST, 0);
#endif

} // namespace

Engine::Engine(quint32 seed)
    : m_seed(seed)
    , m_session(QCoreApplication::translate("Engine", "This program"))
    , m_pool(m_recorder)
    , m_fetcher(m_recorder)
    , m_job(m_recorder, m_fetcher, m_pool)
    , m_blockedJob(m_recorder, m_fetcher, m_blockRelease)
    , m_lab(m_recorder, m_session)
{
    m_session.recording().setRecorder(&m_recorder);
}

Engine::~Engine() = default;

void Engine::watchLoop(Watchdog::Listener listener)
{
    unwatchLoop();
    m_loopRecorder = std::make_unique<LoopRecorder>(m_loop, m_recorder);
    m_watchdog = std::make_unique<Watchdog>(m_loop, *m_loopRecorder, m_recorder);
    m_watchdog->setListener(std::move(listener));
    m_inputs = std::make_unique<InputMeter>(m_loop, m_recorder);
    const auto tellOthers = [this](TaskId id, const Stall &stall) {
        m_watchdog->attach(id, stall);
        m_inputs->attach(id, stall);
    };
    QObject::connect(m_loopRecorder.get(), &LoopRecorder::recorded, m_inputs.get(), tellOthers);
    m_watchdog->start();
}

void Engine::unwatchLoop()
{
    m_inputs.reset();
    m_watchdog.reset();
    m_loopRecorder.reset(); // which the others need
}

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
