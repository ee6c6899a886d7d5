// SPDX-License-Identifier: MIT
#include "compute/processing.h"

#include <array>

using namespace Qt::StringLiterals;

namespace {
constexpr std::array processings {Processing::None, Processing::Sha256, Processing::Thumbnail,
                                  Processing::WordCount, Processing::ByType};
}

QLatin1StringView processingName(Processing processing)
{
    switch (processing) {
    case Processing::None: return "none"_L1;
    case Processing::Sha256: return "sha256"_L1;
    case Processing::Thumbnail: return "thumbnail"_L1;
    case Processing::WordCount: return "words"_L1;
    case Processing::ByType: return "by-type"_L1;
    }
    Q_UNREACHABLE();
}

std::optional<Processing> processingFromName(QStringView name)
{
    for (const Processing processing : processings) {
        if (name == processingName(processing))
            return processing;
    }
    return std::nullopt;
}

Processing resolved(Processing processing, const QByteArray &contentType)
{
    if (processing != Processing::ByType)
        return processing;
    const QByteArray type = contentType.toLower();
    if (type.startsWith("image/") && !type.startsWith("image/svg"))
        return Processing::Thumbnail;
    return type.startsWith("text/") ? Processing::WordCount : Processing::Sha256;
}
