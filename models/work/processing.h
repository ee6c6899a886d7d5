// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>

/// What is done with a body after it was fetched.
enum class Processing { None, Sha256, Thumbnail, WordCount };

/// "none", "sha256", "thumbnail", "words": the command line's and the settings' names.
QLatin1StringView processingName(Processing processing);
/// Nothing for an unknown name.
std::optional<Processing> processingFromName(QStringView name);
