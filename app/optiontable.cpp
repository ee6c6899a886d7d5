// SPDX-License-Identifier: MIT
#include "app/optiontable.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

constexpr OptionText fetchOptions[] {
    {"list"_L1, "FILE"_L1,
     QT_TRANSLATE_NOOP("CommandLine",
                       "fetch the addresses in FILE, one on each line; - is the standard input")},
    {"in-flight"_L1, "N"_L1, QT_TRANSLATE_NOOP("CommandLine", "requests at once, 1 to 1000 (24)")},
    {"per-host"_L1, "N"_L1,
     QT_TRANSLATE_NOOP("CommandLine", "requests at once to one host, 1 to 1000 (6)")},
    {"first-byte"_L1, "MS"_L1,
     QT_TRANSLATE_NOOP("CommandLine", "longest wait for a reply to begin (5000)")},
    {"silence"_L1, "MS"_L1,
     QT_TRANSLATE_NOOP("CommandLine", "longest pause between two arrivals of bytes (5000)")},
    {"total"_L1, "MS"_L1,
     QT_TRANSLATE_NOOP("CommandLine", "limit for an address with all its attempts (30000)")},
    {"retries"_L1, "N"_L1,
     QT_TRANSLATE_NOOP("CommandLine",
                       "further attempts after a failure that may pass, 0 to 100 (2)")},
    {"max-bytes"_L1, "SIZE"_L1,
     QT_TRANSLATE_NOOP("CommandLine", "largest body, 1 to 4GiB (64MiB)")},
    {"then"_L1, "WORK"_L1,
     QT_TRANSLATE_NOOP("CommandLine",
                       "what to do with a body: none, sha256, thumbnail, words (sha256)")},
    {"json"_L1, ""_L1,
     QT_TRANSLATE_NOOP("CommandLine",
                       "print a JSON object for each address, and one for the summary")},
    {"trace"_L1, "FILE"_L1,
     QT_TRANSLATE_NOOP("CommandLine",
                       "save everything that happened to FILE, a Chrome trace, at the end")},
    {"seed"_L1, "N"_L1,
     QT_TRANSLATE_NOOP("CommandLine", "another practice set, 0 to 4294967295 (1)")},
};

constexpr OptionText labOptions[] {
    {"json"_L1, ""_L1,
     QT_TRANSLATE_NOOP("CommandLine",
                       "print a JSON object for each variant, and one for each verdict")},
    {"seed"_L1, "N"_L1,
     QT_TRANSLATE_NOOP("CommandLine", "other delays and data, 0 to 4294967295 (1)")},
};

constexpr OptionText windowOptions[] {
    {"theme"_L1, "NAME"_L1,
     QT_TRANSLATE_NOOP("CommandLine", "system, light or dark (as it was last time)")},
    {"seed"_L1, "N"_L1,
     QT_TRANSLATE_NOOP("CommandLine", "another practice set, 0 to 4294967295 (1)")},
};

constexpr OptionText witnessOptions[] {
    {"at"_L1, "X,Y"_L1, QT_TRANSLATE_NOOP("CommandLine", "where its upper right corner goes")},
    {"theme"_L1, "NAME"_L1,
     QT_TRANSLATE_NOOP("CommandLine", "system, light or dark (as the system)")},
};

} // namespace

std::span<const OptionText> fetchOptionTable()
{
    return fetchOptions;
}

std::span<const OptionText> labOptionTable()
{
    return labOptions;
}

std::span<const OptionText> windowOptionTable()
{
    return windowOptions;
}

std::span<const OptionText> witnessOptionTable()
{
    return witnessOptions;
}
