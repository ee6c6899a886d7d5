// SPDX-License-Identifier: MIT
#pragma once

#include "compute/kernelcontext.h"

#include <QByteArray>

struct WordCount
{
    qint64 words = 0; ///< runs of anything but Unicode white space
    qint64 lines = 0; ///< ended by LF, CR LF or CR; a last one without an end counts too
    qint64 characters = 0; ///< code points; every undecodable sequence counts as U+FFFD

    bool operator==(const WordCount &) const = default;
};

/// Counts \p body as UTF-8 text. A byte order mark is not part of the text. Progress counts bytes.
KernelFunction<WordCount> wordCountKernel(QByteArray body);
