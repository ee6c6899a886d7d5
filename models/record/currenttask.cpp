// SPDX-License-Identifier: MIT
#include "record/currenttask.h"

#include "record/recorder.h"

#include <algorithm>
#include <array>

namespace {

struct Span
{
    TaskId task = TaskId::None;
    qint64 beginNs = 0;
    qint64 endNs = 0;
};

/// The last spans of a thread; what is older than these was no part of a gap that just ended.
struct Spans
{
    std::array<Span, 64> last {};
    size_t count = 0;
};

thread_local CurrentTask *innermost = nullptr;
thread_local Spans spans;

/// Time that \p task, or any task for None, had between two moments.
qint64 timeOf(TaskId task, qint64 beginNs, qint64 endNs)
{
    qint64 sum = 0;
    for (const Span &span : spans.last) {
        if (span.task != TaskId::None && (task == TaskId::None || span.task == task))
            sum += std::max<qint64>(0,
                                    std::min(span.endNs, endNs) - std::max(span.beginNs, beginNs));
    }
    return sum;
}

} // namespace

CurrentTask::CurrentTask(TaskId task)
    : m_task(task)
    , m_outer(innermost)
    , m_beginNs(Recorder::now())
{
    if (m_outer)
        m_outer->keep(m_beginNs);
    innermost = this;
}

CurrentTask::~CurrentTask()
{
    const qint64 now = Recorder::now();
    keep(now);
    innermost = m_outer;
    if (m_outer)
        m_outer->m_beginNs = now;
}

void CurrentTask::keep(qint64 nowNs) const
{
    spans.last[spans.count++ % spans.last.size()] = {m_task, m_beginNs, nowNs};
}

TaskId CurrentTask::within(qint64 beginNs, qint64 endNs)
{
    if (innermost) { // as far as it got
        const qint64 now = Recorder::now();
        innermost->keep(now);
        innermost->m_beginNs = now;
    }
    if (2 * timeOf(TaskId::None, beginNs, endNs) < endNs - beginNs)
        return TaskId::None;
    return std::ranges::max(spans.last, {},
                            [=](const Span &span) {
                                return span.task == TaskId::None
                                    ? -1
                                    : timeOf(span.task, beginNs, endNs);
                            })
        .task;
}
