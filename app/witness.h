// SPDX-License-Identifier: MIT
#pragma once

#include "app/windowoptions.h"

/// Runs the witness: a small window in a process of its own that shows the pulse of the one that
/// started it, until that one ends. Returns the exit code.
int runWitness(int argc, char **argv, const WitnessOptions &options);
