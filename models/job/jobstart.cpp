// SPDX-License-Identifier: MIT
#include "job/jobstart.h"

#include "compute/computepool.h"
#include "fetch/fetcher.h"
#include "job/jobitems.h"
#include "job/jobkernels.h"
#include "record/recorder.h"
#include "record/taskhandle.h"

namespace {

struct Item
{
    std::shared_ptr<TaskHandle> task;
    std::shared_ptr<JobItems> items;
    std::stop_token stop;

    void finish(const Outcome &outcome) const
    {
        const TaskId id = task->id();
        task->finish(outcome);
        items->remove(id);
    }
};

template <typename Kernel>
void process(const Item &item, ComputePool &pool, Processing then, Kernel kernel)
{
    item.items->beginProcessing();
    const auto finish = [item](const Computed<KernelValue<Kernel>> &computed) {
        item.items->endProcessing();
        if (computed.value) {
            item.task->note(NoteCode::Result, 0, resultText(*computed.value));
            if (const QImage image = resultImage(*computed.value); !image.isNull())
                item.items->deliver(item.task->id(), image);
        }
        item.finish(computed.outcome);
    };
    pool.runThen(item.task, processingName(then), std::move(kernel), finish, item.stop);
}

void fetched(const Item &item, ComputePool &pool, const JobOptions &options,
             const FetchResult &result)
{
    const Processing then = resolved(options.then, result.contentType);
    if (!result.outcome.hasSucceeded() || then == Processing::None)
        return item.finish(result.outcome);
    withKernel(then, options, result.body,
               [&](auto kernel) { process(item, pool, then, std::move(kernel)); });
}

} // namespace

JobEntry newJobEntry(const QUrl &address, Recorder &recorder)
{
    const QString title = address.toString(QUrl::FullyEncoded); // can be pasted back
    return {address, std::make_shared<TaskHandle>(recorder, TaskType::Fetch, title)};
}

void startJobEntry(const JobEntry &entry, const JobParts &parts)
{
    const TaskId id = entry.task->id();
    const Item item {entry.task, parts.items, entry.task->stopToken()};
    if (!parts.items->add(id) || parts.intent->isCancelled())
        parts.recorder.cancellation().cancel(id);
    FetchRequest request {.url = entry.address,
                          .limits = parts.options.limits,
                          .retries = parts.options.retries,
                          .task = item.task};
    const auto next = [item, &pool = parts.pool, options = parts.options](
                          const FetchResult &result) { fetched(item, pool, options, result); };
    parts.fetcher.fetchThen(std::move(request), next, item.stop);
}
