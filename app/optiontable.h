// SPDX-License-Identifier: MIT
#pragma once

#include <QLatin1StringView>

#include <span>

/// An option as it is parsed and as the help tells it: one place, so that the help stays true.
struct OptionText
{
    QLatin1StringView name; ///< without dashes
    QLatin1StringView value; ///< what it takes; empty for a switch
    const char *help; ///< not yet translated, context CommandLine
};

std::span<const OptionText> fetchOptionTable();
std::span<const OptionText> labOptionTable();
std::span<const OptionText> windowOptionTable();
std::span<const OptionText> witnessOptionTable();
