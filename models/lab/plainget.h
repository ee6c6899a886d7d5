// SPDX-License-Identifier: MIT
#pragma once

#include <QFuture>
#include <QString>

#include <functional>

class Lab;

/// A GET from the practice server over a plain socket and a connection of its own, for experiments
/// that count threads or memory: an access manager of Qt brings a thread along for every six
/// requests. True when all of a 200 was received. Both give up after 5 s, or when they are stopped.
namespace PlainGet {

/// The socket belongs to the loop of the lab's thread, which tells it when there is something to
/// read. A task below the run's, in the network slot \p slot. Completes on this thread, also after
/// a stop of the lab, then with false.
QFuture<bool> onLoop(Lab &lab, const QString &path, int slot);

/// The same in blocking calls: to be called once, on any thread, which need not have a loop and can
/// do nothing else meanwhile. Notices a stop of the lab within 50 ms.
std::function<bool()> blocking(Lab &lab, const QString &path, int slot);

} // namespace PlainGet
