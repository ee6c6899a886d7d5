// SPDX-License-Identifier: MIT
#pragma once

#include "lab/experiment.h"

/// All experiments, in the order they are best met: by group, easy to hard.
const std::vector<Experiment> &catalogue();
/// nullptr when there is none of this id.
const Experiment *experimentOf(QStringView id);
