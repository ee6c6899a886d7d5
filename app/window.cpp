// SPDX-License-Identifier: MIT
#include "app/window.h"

#include <cstdio>

int runWindow(int, char **, const WindowOptions &)
{
    std::fputs("loopscope: There is no window in this build; try loopscope fetch.\n", stderr);
    return 1;
}
