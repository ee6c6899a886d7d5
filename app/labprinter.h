// SPDX-License-Identifier: MIT
#pragma once

#include "lab/experiment.h"

/// What `loopscope lab` says, whole lines; as JSON Lines for programs, or as text for people. Pure.
class LabPrinter
{
public:
    explicit LabPrinter(bool json)
        : m_json(json)
    {
    }

    QByteArray entry(const Experiment &experiment) const;
    QByteArray heading(const Experiment &experiment) const;
    QByteArray variant(const Experiment &experiment, const VariantResult &result) const;
    QByteArray verdict(const Experiment &experiment, const Verdict &verdict) const;

private:
    const bool m_json;
};
