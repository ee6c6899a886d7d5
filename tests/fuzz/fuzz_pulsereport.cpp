// SPDX-License-Identifier: MIT
#include "loop/pulsereport.h"
#include "require.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto report = PulseReport::fromLine(rawBytes(data, size));
    if (!report)
        return 0;
    require(report->timeNs >= 0 && report->lastBeatNs >= 0 && report->lateNs >= 0
                && report->stallNs >= 0,
            "no time is negative");
    require(report->function.size() <= 400, "a name has a bound");
    const QByteArray line = report->toLine();
    require(line.size() <= PulseReport::longestLine, "no line is longer than the other side reads");
    require(line.endsWith('\n') && line.count('\n') == 1, "a report is one line");
    const auto again = PulseReport::fromLine(line);
    require(again.has_value(), "what was read can be written and read again");
    require(*again == *report, "and is the same");
    return 0;
}
