// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QUrl>

/// Fetches all \p addresses, \p inFlight at once, with everything recorded, and nothing else: no
/// window, no processing, no table. Returns how many milliseconds it took. Ends the process when
/// one of them did not succeed. Needs a QCoreApplication.
double fetchAll(const QList<QUrl> &addresses, int inFlight);
