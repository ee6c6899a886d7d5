// SPDX-License-Identifier: MIT
#include "app/window.h"

int main(int argc, char **argv)
{
    return runWindow(argc, argv, {});
}
