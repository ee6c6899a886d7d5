// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

/// A text of the lab, English and marked by QT_TRANSLATE_NOOP("Lab", …), as it is shown.
inline QString labText(const char *english)
{
    return QCoreApplication::translate("Lab", english);
}
