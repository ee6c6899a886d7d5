// SPDX-License-Identifier: MIT
#pragma once

#include "job/job.h"

#include <QPoint>
#include <QStringList>

#include <optional>
#include <variant>

/// What `loopscope fetch` was asked to do. A value.
struct FetchOptions
{
    QStringList addresses; ///< as given
    QStringList lists; ///< files with an address on each line; "-" is the standard input
    int inFlight = 24;
    int perHost = 6;
    JobOptions job {};
    bool json = false;
    QString trace {}; ///< where to save one; empty: nowhere
    quint32 seed = 1;

    /// Nothing to fetch was named, so it is the practice server's addresses.
    bool wantsPractice() const { return addresses.isEmpty() && lists.isEmpty(); }
};

/// What `loopscope lab` was asked to do. A value.
struct LabOptions
{
    QStringList ids; ///< of experiments there are, in the order to run; empty: only list them
    bool json = false;
    quint32 seed = 1;
};

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

/// What is said instead of doing anything: the help, the version, or what is wrong with the usage.
struct EarlyExit
{
    int exitCode = 0; ///< 0: for the standard output; otherwise for the standard error
    QString text; ///< whole lines
};

/// Understands the arguments of the program. Pure, and needs no application object: neither the
/// help nor a wrong number should need a display.
namespace CommandLine {

constexpr int wrongUsage = 2; ///< exit code

/// \p arguments are those after "fetch".
std::variant<FetchOptions, EarlyExit> parseFetch(const QStringList &arguments);
/// \p arguments are those after "lab".
std::variant<LabOptions, EarlyExit> parseLab(const QStringList &arguments);
/// \p arguments are those after the program.
std::variant<WindowOptions, EarlyExit> parseWindow(const QStringList &arguments);
/// \p arguments are those after "witness".
std::variant<WitnessOptions, EarlyExit> parseWitness(const QStringList &arguments);
/// \p sentence as the program says it when the usage is wrong.
EarlyExit complaint(const QString &sentence);

} // namespace CommandLine
