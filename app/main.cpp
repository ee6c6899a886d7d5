// SPDX-License-Identifier: MIT
#include "app/window.h"
int main(int argc, char **argv)
{
    WindowOptions o; if (argc>1 && QString::fromLatin1(argv[1])==QLatin1StringView("--dark")) { o.hasTheme=true; o.theme=WindowOptions::Theme::Dark; }
    return runWindow(argc, argv, o);
}
