// SPDX-License-Identifier: MIT
#pragma once

#include <QRandomGenerator>
#include <QString>

#include <algorithm>
#include <array>

/// From what a chaos is made. LOOPSCOPE_SEED makes one again, LOOPSCOPE_SEEDS says how many follow
/// one another, and LOOPSCOPE_CHAOS_TASKS how many tasks there are in each.
struct ChaosTerms
{
    quint32 seed = 0; ///< of the first; the others count on from it
    int seeds = 0;
    int tasks = 0;

    /// \p seeds and \p tasks are what CI runs; under a sanitizer it is a fifth of the seeds.
    static ChaosTerms fromEnvironment(int seeds, int tasks)
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        seeds = std::max(1, seeds / 5);
#endif
        const auto number = [](const char *name, int fallback) {
            bool isNumber = false;
            const int value = qEnvironmentVariableIntValue(name, &isNumber);
            return isNumber && value > 0 ? value : fallback;
        };
        const quint32 seed = qEnvironmentVariable("LOOPSCOPE_SEED").toUInt();
        return {.seed = seed ? seed : QRandomGenerator::global()->bounded(1u, 1u << 30),
                .seeds = number("LOOPSCOPE_SEEDS", seed ? 1 : seeds),
                .tasks = number("LOOPSCOPE_CHAOS_TASKS", tasks)};
    }
};

/// The random choices of one step of a chaos. Each step has dice of its own, so what a step does
/// depends on the seed and its number only, however the threads ran before.
class Dice
{
public:
    Dice(quint32 seed, int step)
        : Dice(std::array {seed, quint32(step)})
    {
    }

    /// 0 to \p limit - 1.
    int below(int limit) { return m_random.bounded(limit); }
    int between(int least, int most) { return m_random.bounded(least, most + 1); }
    bool chance(int percent) { return below(100) < percent; }
    template <typename List> const auto &pick(const List &list)
    {
        return std::data(list)[below(int(std::size(list)))];
    }

private:
    explicit Dice(const std::array<quint32, 2> &from)
        : m_random(from.data(), from.size())
    {
    }
    QRandomGenerator m_random;
};
