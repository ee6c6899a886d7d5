// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <array>

/// A way to block the event loop, as found in real programs.
enum class BlockWay : quint8 { Sleep, BusyCpu, NetworkWait, WaitForFinished, NestedLoop };
constexpr int blockWayCount = 5;

/// For how long a person may choose to block it.
inline constexpr std::array blockDurationsMs {500, 1'000, 2'000, 3'000, 5'000};
