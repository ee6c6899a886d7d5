// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <cstdio>

/// What is to be known of a terminal before text is written to it.
namespace Terminal {

bool isTerminal(std::FILE *file);
/// A terminal that can do it, and nobody objects with NO_COLOR.
bool wantsColour(std::FILE *file);
/// In columns; 80 when it does not say.
int width(std::FILE *file);
/// \p text without control characters: what a server sent must not steer the terminal.
QString harmless(QString text);

} // namespace Terminal
