// SPDX-License-Identifier: MIT
#include "work/jobitem.h"

#include "work/computepool.h"
#include "work/fetcher.h"
#include "work/jobitems.h"
#include "work/kernels/sha256kernel.h"
#include "work/kernels/thumbnailkernel.h"
#include "work/kernels/wordcountkernel.h"
#include "work/taskhandle.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

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

QString resultText(const QByteArray &digest) { return QString::fromLatin1(digest); }

QString resultText(const WordCount &count)
{
    return QCoreApplication::translate("Job", "%Ln word(s)", nullptr, int(count.words));
}

QString resultText(const QImage &image) { return u"%1×%2"_s.arg(image.width()).arg(image.height()); }

template <typename Kernel>
void process(const Item &item, ComputePool &pool, Processing then, Kernel kernel)
{
    pool.run(item.task, processingName(then), std::move(kernel), item.stop)
        .then([item](const Computed<KernelValue<Kernel>> &computed) {
            if (computed.value) {
                item.task->note(NoteCode::Result, 0, resultText(*computed.value));
                if constexpr (std::is_same_v<KernelValue<Kernel>, QImage>)
                    item.items->deliver(item.task->id(), *computed.value);
            }
            item.finish(computed.outcome);
        });
}

void fetched(const Item &item, ComputePool &pool, const JobOptions &options,
             const FetchResult &result)
{
    const Processing then = resolved(options.then, result.contentType);
    if (!result.outcome.hasSucceeded() || then == Processing::None)
        return item.finish(result.outcome);
    switch (then) {
    case Processing::None:
    case Processing::ByType: break;
    case Processing::Sha256: return process(item, pool, then, sha256Kernel(result.body));
    case Processing::Thumbnail:
        return process(item, pool, then, thumbnailKernel(result.body, options.thumbnailBound));
    case Processing::WordCount: return process(item, pool, then, wordCountKernel(result.body));
    }
}

} // namespace

void startJobItem(const QUrl &address, const JobOptions &options, const JobParts &parts,
                  const std::shared_ptr<JobItems> &items)
{
    Item item {std::make_shared<TaskHandle>(parts.recorder, TaskType::Fetch, address.toString()),
               items, {}};
    item.stop = items->add(item.task->id());
    FetchRequest request {.url = address, .limits = options.limits, .retries = options.retries,
                          .task = item.task};
    parts.fetcher.fetch(std::move(request), item.stop)
        .then([item, &pool = parts.pool, options](const FetchResult &result) {
            fetched(item, pool, options, result);
        });
}
