// SPDX-License-Identifier: MIT
#pragma once

#include "side.h"

#include <QList>
#include <QSize>

/// The input of the main job: photos of 1920 × 1080, different ones, and the bound of a thumbnail.
constexpr QSize thumbnailBound {160, 120};

inline QList<QUrl> photos(const SideOptions &options)
{
    QList<QUrl> addresses;
    for (int i = 1; i <= options.scaled(200, 8); ++i)
        addresses.append(options.address(QStringLiteral("photo/%1").arg(i) + options.query));
    return addresses;
}
