// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QUrl>

#include <chrono>
#include <functional>

class BlockRelease;
class PulseBar;

/// What the switch does to a window that has nothing to do: its loop stands still once, in the way
/// and for as long as the switch says.
class Freeze final : public QObject
{
    Q_OBJECT
public:
    /// Gives an address whose reply takes as long as asked, for the wait for a network.
    using SlowReply = std::function<QUrl(std::chrono::milliseconds)>;

    /// Both outlive it. \p release ends it early, and then the switch goes off.
    Freeze(PulseBar &pulse, BlockRelease &release, QObject *parent = nullptr);

    void setSlowReply(SlowReply slowReply) { m_slowReply = std::move(slowReply); }
    /// Soon, if the switch is still on: first it is seen to be on, then nothing is seen to move.
    void begin();

private:
    void block();

    PulseBar &m_pulse;
    BlockRelease &m_release;
    SlowReply m_slowReply;
};
