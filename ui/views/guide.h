// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

class QTextDocument;

/// The short guide in resources/help, in the person's language. GUI thread only.
namespace Guide {
/// Puts the guide into \p document, in the colours of Theme::current(); do it again when they
/// change. \p pixelRatio is that of the screen it is read on.
void write(QTextDocument &document, qreal pixelRatio);
} // namespace Guide
