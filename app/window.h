// SPDX-License-Identifier: MIT
#pragma once

#include "app/windowoptions.h"

/// Opens the window and runs until it is closed; returns the exit code. Creates the QApplication,
/// which may look at \p argv for Qt's own options.
int runWindow(int argc, char **argv, const WindowOptions &options);
