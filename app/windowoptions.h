// SPDX-License-Identifier: MIT
#pragma once

#include <QPoint>
#include <QStringList>

#include <optional>

/// What the command line asks of the window. A value.
struct WindowOptions
{
    enum class Theme : quint8 { System, Light, Dark };

    QStringList addresses; ///< as given, for the Workbench; bad ones included
    QString trace {}; ///< a file to show instead of what is recorded; empty: none
    std::optional<Theme> theme; ///< without: as it was last time
    quint32 seed = 1;
};

/// What the window asks of the witness, a process that it starts itself. A value.
struct WitnessOptions
{
    QString socket; ///< name of the local socket on which the window tells of its pulse
    QPoint corner; ///< its upper right one, on the screen
    WindowOptions::Theme theme = WindowOptions::Theme::System;
};
