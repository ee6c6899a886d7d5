// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

class QSplitter;

/// How a person divided a splitter, as settings keep it. Qt's own state of it is not read from a
/// file: damaged, it asks for gigabytes (Qt 6.4 believes the count of a list before it has seen its
/// end).
namespace SplitterSizes {

constexpr int largest = 100'000; ///< pixels of a part

/// "640,320"; empty while it has no size.
QString toText(const QSplitter &splitter);
/// Does nothing and returns false when \p text is no such list with a number for each part.
bool restore(QSplitter &splitter, const QString &text);

} // namespace SplitterSizes
