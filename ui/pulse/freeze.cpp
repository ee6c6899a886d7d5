// SPDX-License-Identifier: MIT
#include "ui/pulse/freeze.h"

#include "job/loopblocker.h"
#include "loop/blockrelease.h"
#include "ui/pulse/pulsebar.h"

#include <QTimer>

namespace {
constexpr std::chrono::milliseconds before {100};
}

Freeze::Freeze(PulseBar &pulse, BlockRelease &release, QObject *parent)
    : QObject(parent)
    , m_pulse(pulse)
    , m_release(release)
{
}

void Freeze::begin()
{
    QTimer::singleShot(before, this, &Freeze::block);
}

void Freeze::block()
{
    if (!m_pulse.isBlocking())
        return;
    const auto length = m_pulse.blockDuration();
    const BlockRelease::Block block(m_release);
    LoopBlocker::block(
        m_pulse.blockWay(), length,
        {.slowReply = m_slowReply ? m_slowReply(length) : QUrl(), .release = block.token()});
    if (block.wasReleased())
        m_pulse.setBlocking(false);
}
