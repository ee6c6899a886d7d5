// SPDX-License-Identifier: MIT
#include "lab/catalogue.h"

#include <algorithm>

/// A line for each: the function in experiments/ that describes it, easy to hard within a group.
// clang-format off
#define LOOPSCOPE_EXPERIMENTS(experiment) \
    experiment(blockingIo) \
    experiment(loopAnatomy) \
    experiment(concurrencyParallelism) \
    experiment(callbacks) \
    experiment(futures) \
    experiment(asyncAwait) \
    experiment(fanOutFanIn) \
    experiment(rateLimit) \
    experiment(timeout) \
    experiment(cancellation) \
    experiment(offload) \
    experiment(blockTheLoop) \
    experiment(hiddenQueue) \
    experiment(raceCondition)
// clang-format on

#define LOOPSCOPE_DECLARE(name) Experiment name();
#define LOOPSCOPE_CALL(name) name(),

LOOPSCOPE_EXPERIMENTS(LOOPSCOPE_DECLARE)

const std::vector<Experiment> &catalogue()
{
    static const std::vector<Experiment> experiments {LOOPSCOPE_EXPERIMENTS(LOOPSCOPE_CALL)};
    return experiments;
}

const Experiment *experimentOf(QStringView id)
{
    const auto found = std::ranges::find_if(
        catalogue(), [id](const Experiment &experiment) { return experiment.id == id; });
    return found == catalogue().end() ? nullptr : &*found;
}
