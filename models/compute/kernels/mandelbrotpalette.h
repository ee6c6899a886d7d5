// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

/// 0xffRRGGBB of a point inside the set.
constexpr quint32 mandelbrotInside = 0xff050e1a;

/// 0xffRRGGBB of a point that escaped after \p smooth iterations, a fraction included, ≥ 0.
/// Deep blue, the accent, sky, near white and back, evenly in OKLab lightness, ever more slowly the
/// longer a point took: quiet far away, and still contrast deep in a zoom. Thread-safe.
quint32 mandelbrotColour(double smooth);
