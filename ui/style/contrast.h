// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QList>

/// Contrast of two opaque colours as WCAG 2 defines it: 1 (none) to 21 (black on white).
double contrast(const QColor &a, const QColor &b);
/// \p share of \p b in \p a, 0 … 1.
QColor mixed(const QColor &a, const QColor &b, double share);
/// \p colour in the nearest lightness, keeping its hue, that stands out from each of \p backgrounds
/// by at least \p ratio. Lightens on a dark background and darkens on a light one.
QColor legible(const QColor &colour, const QList<QColor> &backgrounds, double ratio);
