// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/contrast.h"
#include "ui/theme/theme.h"

/// Behind the lines that only one variant has.
namespace DiffColours {

inline QColor pitfall()
{
    const Theme &theme = Theme::current();
    return mixed(theme.surface, theme.stall, theme.isDark ? 0.14 : 0.09);
}

inline QColor pattern()
{
    const Theme &theme = Theme::current();
    return mixed(theme.surface, theme.beat, theme.isDark ? 0.14 : 0.1);
}

} // namespace DiffColours
