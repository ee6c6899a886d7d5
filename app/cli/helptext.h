// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <span>

/// An option as it is parsed and as the help tells it: one place, so that the help stays true.
struct OptionText
{
    QLatin1StringView name; ///< without dashes
    QLatin1StringView value; ///< what it takes; empty for a switch
    const char *help; ///< not yet translated, context CommandLine
};

extern const std::span<const OptionText> fetchOptionTable;
extern const std::span<const OptionText> labOptionTable;
extern const std::span<const OptionText> windowOptionTable;
extern const std::span<const OptionText> witnessOptionTable;
/// What --help and --version print, whole lines. Pure.
QString helpText();
QString versionText();
