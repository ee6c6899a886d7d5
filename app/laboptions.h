// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

/// What `loopscope lab` was asked to do. A value.
struct LabOptions
{
    QStringList ids; ///< of experiments there are, in the order to run; empty: only list them
    bool json = false;
    quint32 seed = 1;
};
