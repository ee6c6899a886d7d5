// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

/// The source of an experiment as it was compiled, and the parts of it that are shown. A line
/// "//! [word]" begins a part, the next such line with the same word ends it; parts do not overlap.
namespace SourceExcerpt {

constexpr int longest = 30; ///< lines of a part

/// The whole file of the experiment \p id; empty when there is none.
QString sourceOf(QStringView id);
/// The lines between the marks \p word; empty when there are none.
QString part(const QString &source, QStringView word);
/// What is wrong with the marks of \p source: a sentence each, English, for tests.
QStringList faults(const QString &source);

} // namespace SourceExcerpt
