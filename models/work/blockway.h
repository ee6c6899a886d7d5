// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

/// A way to block the event loop, as found in real programs.
enum class BlockWay : quint8 { Sleep, BusyCpu, NetworkWait, WaitForFinished, NestedLoop };
constexpr int blockWayCount = 5;
