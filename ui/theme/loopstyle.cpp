// SPDX-License-Identifier: MIT
#include "ui/theme/loopstyle.h"

using namespace Qt::StringLiterals;

LoopStyle::LoopStyle()
    : QProxyStyle(u"Fusion"_s)
{
}
