// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

/// The source of an experiment as it was compiled, and the parts of it that are shown. A line
/// "//! [word]" begins a part, the next such line with the same word ends it; parts do not overlap.
namespace SourceExcerpt {

/// The whole file of the experiment \p id; empty when there is none.
QString sourceOf(QStringView id);
/// The lines between the marks \p word; empty when there are none.
QString part(const QString &source, QStringView word);

} // namespace SourceExcerpt
