// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

/// What the command line asks of the window. A value.
struct WindowOptions
{
    enum class Theme : quint8 { System, Light, Dark };

    QStringList addresses; ///< as given, for the Workbench; bad ones included
    Theme theme = Theme::System;
    bool hasTheme = false; ///< false: the theme of the last time, or the system's
    quint32 seed = 1;
};
