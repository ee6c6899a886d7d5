// SPDX-License-Identifier: MIT
#pragma once

#include "rows.h"

#include <QHash>

#include <optional>

/// The samples of each side, in the order of the rounds.
using Samples = QHash<QString, QList<QJsonObject>>;

/// Runs the sides of \p contest in turn, \p rounds times, each run in a process of its own and all
/// against one server, which is another process. Tells on stderr what it does. Nothing when a run
/// went wrong.
std::optional<Samples> play(const Contest &contest, int rounds, bool quick);

/// Serves until stdin is closed; its first line on stdout is what all addresses begin with.
int serve(int argc, char **argv);
/// Fetches every photo once, so that the server has them ready.
int warmUp(const SideOptions &options);
