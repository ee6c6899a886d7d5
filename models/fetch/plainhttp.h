// SPDX-License-Identifier: MIT
#pragma once

#include "fetch/fetchrequest.h"

class QTcpSocket;

/// As much HTTP/1.1 as a plain socket needs, for those who show what waiting for one does to a
/// thread. Any thread.
namespace PlainHttp {

/// Has \p socket, which is new, connect to the host of \p url, which is http, and send a GET.
/// Returns at once: the socket's loop does that, or a wait for it that blocks. A host that has a
/// name is looked up on a thread of Qt. The server closes the connection when it has said all.
void get(QTcpSocket &socket, const QUrl &url);

/// Reads what such a socket received: status line, fields, and a body that ends with the connection
/// or with Content-Length. It knows neither chunks nor compression; such a body is unverified. What
/// is no HTTP has failed, with a sentence that says so.
FetchResult parse(const QByteArray &bytes);

} // namespace PlainHttp
