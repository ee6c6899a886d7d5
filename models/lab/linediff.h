// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QStringList>

/// What tells versions of a text apart, line by line.
namespace LineDiff {

/// For each line of each of \p versions, whether it stands in that one only: it belongs to the
/// longest common sequence of lines with none of the others. Lines are equal when they are without
/// the spaces around them; blank lines never tell anything apart.
QList<QList<bool>> onlyHere(const QList<QStringList> &versions);

} // namespace LineDiff
