// SPDX-License-Identifier: MIT
#pragma once

#include "app/fetchoptions.h"
#include "app/laboptions.h"
#include "app/windowoptions.h"

#include <variant>

/// What is said instead of doing anything: the help, the version, or what is wrong with the usage.
struct Farewell
{
    int exitCode = 0; ///< 0: for the standard output; otherwise for the standard error
    QString text; ///< whole lines
};

/// Understands the arguments of the program. Pure, and needs no application object: neither the
/// help nor a wrong number should need a display.
namespace CommandLine {

constexpr int wrongUsage = 2; ///< exit code

/// \p arguments are those after "fetch".
std::variant<FetchOptions, Farewell> parseFetch(const QStringList &arguments);
/// \p arguments are those after "lab".
std::variant<LabOptions, Farewell> parseLab(const QStringList &arguments);
/// \p arguments are those after the program.
std::variant<WindowOptions, Farewell> parseWindow(const QStringList &arguments);
/// \p arguments are those after "witness".
std::variant<WitnessOptions, Farewell> parseWitness(const QStringList &arguments);
/// \p sentence as the program says it when the usage is wrong.
Farewell complaint(const QString &sentence);

} // namespace CommandLine
