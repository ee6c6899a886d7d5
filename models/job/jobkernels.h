// SPDX-License-Identifier: MIT
#pragma once

#include "compute/kernels/sha256kernel.h"
#include "compute/kernels/thumbnailkernel.h"
#include "compute/kernels/wordcountkernel.h"
#include "job/job.h"

/// What a kernel of the main job made, in a person's words.
QString resultText(const QByteArray &digest);
QString resultText(const WordCount &count);
QString resultText(const QImage &image);

/// The picture among the results, null where there is none.
inline QImage resultImage(const QImage &image)
{
    return image;
}
template <typename Value> QImage resultImage(const Value &)
{
    return {};
}

/// Calls \p use with the kernel of \p then, which is resolved() and not None.
template <typename Use>
void withKernel(Processing then, const JobOptions &options, const QByteArray &body, Use use)
{
    if (then == Processing::Thumbnail)
        use(thumbnailKernel(body, options.thumbnailBound));
    else if (then == Processing::WordCount)
        use(wordCountKernel(body));
    else
        use(sha256Kernel(body));
}
