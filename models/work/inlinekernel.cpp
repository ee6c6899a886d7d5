// SPDX-License-Identifier: MIT
#include "work/inlinekernel.h"

#include "work/jobkernels.h"
#include "work/kernelattempt.h"

namespace {

class InlineContext final : public KernelContext
{
public:
    InlineContext(TaskHandle &task, std::stop_token stop)
        : m_task(task)
        , m_stop(std::move(stop))
    {
    }

    bool stopRequested() const override { return m_stop.stop_requested(); }
    void setTotal(qint64 units) override { m_task.note(NoteCode::Total, units); }
    void progress(qint64 done) override { m_task.progress(done); }

private:
    TaskHandle &m_task;
    const std::stop_token m_stop;
};

template <typename Kernel> QImage run(TaskHandle &task, Kernel kernel, InlineContext &context)
{
    std::optional<KernelValue<Kernel>> value;
    const Outcome outcome = attemptKernel([&] { return (value = kernel(context)).has_value(); },
                                          [&context] { return context.stopRequested(); });
    QImage image;
    if (value) {
        task.note(NoteCode::Result, 0, resultText(*value));
        image = resultImage(*value);
    }
    task.finish(outcome);
    return image;
}

} // namespace

QImage processInline(TaskHandle &task, const JobOptions &options, const FetchResult &result,
                     std::stop_token stop)
{
    const Processing then = resolved(options.then, result.contentType);
    if (then == Processing::None) {
        task.finish(result.outcome);
        return {};
    }
    task.note(NoteCode::Stage, 0, processingName(then));
    task.run({Lane::Kind::Gui});
    InlineContext context(task, std::move(stop));
    QImage image;
    withKernel(then, options, result.body,
               [&](auto kernel) { image = run(task, std::move(kernel), context); });
    return image;
}
