// SPDX-License-Identifier: MIT
#pragma once

class QTcpSocket;

namespace practice {

/// Two ways to end a connection that QTcpSocket has no function for. Both act on the operating
/// system's socket at once; call them when bytesToWrite() is 0.

/// Sends FIN and still receives.
void finishSending(QTcpSocket &socket);
/// Sends RST and closes.
void reset(QTcpSocket &socket);

} // namespace practice
