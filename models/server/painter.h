// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QSize>

namespace practice {

/// A landscape that never was: sky, sun and hills in a hue of its own, with a little grain, so
/// that its file is about as large as that of a real picture.
struct Picture
{
    quint32 seed = 1;
    quint32 number = 1;
    QSize size;
};

/// As PNG. About 40 ms for 960×640.
QByteArray makeImage(const Picture &picture);
/// As JPEG, about 375 KB at 1920×1080, made in 30 ms.
QByteArray makePhoto(const Picture &picture);

} // namespace practice
