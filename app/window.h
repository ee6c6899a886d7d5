// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/commandline.h"

/// Opens the window and runs until it is closed; returns the exit code. Creates the QApplication,
/// which may look at \p argv for Qt's own options.
int runWindow(int argc, char **argv, const WindowOptions &options);
/// Runs the witness: a small window in a process of its own that shows the pulse of the one that
/// started it, until that one ends. Returns the exit code.
int runWitness(int argc, char **argv, const WitnessOptions &options);
