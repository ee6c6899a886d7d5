// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <stop_token>

/// What another program offers on X11, asked for over a connection of our own: Qt's belongs to the
/// GUI thread, and holds it up until the last byte is there.
namespace X11Selection {

/// The window is on X11, and this was built with XCB. GUI thread.
bool isAvailable();

/// The text of \p selection, "CLIPBOARD" or "PRIMARY", in UTF-8. Empty when there is none, when it
/// is larger than \p maxBytes, when nothing comes for five seconds, or when \p stop is asked to.
/// Blocks; any thread but the GUI's.
QByteArray text(const QByteArray &selection, qsizetype maxBytes, const std::stop_token &stop);

} // namespace X11Selection
