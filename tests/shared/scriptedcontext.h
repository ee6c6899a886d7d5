// SPDX-License-Identifier: MIT
#pragma once

#include "compute/kernelcontext.h"

#include <algorithm>
#include <limits>
#include <vector>

/// A context without pool or thread: keeps what a kernel reports, and asks it to stop as soon as it
/// has reported a given number of units.
class ScriptedContext final : public KernelContext
{
public:
    explicit ScriptedContext(qint64 stopAt = std::numeric_limits<qint64>::max())
        : m_stopAt(stopAt)
    {
    }

    bool stopRequested() const override
    {
        ++m_looks;
        return m_stopAt <= done();
    }
    void setTotal(qint64 units) override { m_total = units; }
    void progress(qint64 done) override { m_reports.push_back(done); }

    qint64 total() const { return m_total; }
    qint64 done() const { return m_reports.empty() ? 0 : m_reports.back(); }
    /// How often the kernel looked whether to stop.
    int looks() const { return m_looks; }
    const std::vector<qint64> &reports() const { return m_reports; }
    /// How many reports came after the one that the stop followed.
    qsizetype reportsAfterStop() const
    {
        const auto stop
            = std::ranges::find_if(m_reports, [this](qint64 done) { return done >= m_stopAt; });
        return std::max<qsizetype>(0, m_reports.end() - stop - 1);
    }

private:
    const qint64 m_stopAt;
    qint64 m_total = -1;
    mutable int m_looks = 0;
    std::vector<qint64> m_reports;
};
