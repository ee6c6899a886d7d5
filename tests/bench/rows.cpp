// SPDX-License-Identifier: MIT
#include "rows.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr double frameMs = 1'000.0 / 60;

constexpr auto sides = std::to_array<std::pair<QLatin1StringView, Side>>({
    {"lag-ours"_L1, lagOurs},
    {"lag-bare"_L1, lagBare},
    {"lag-busy-ours"_L1, lagBusyOurs},
    {"lag-busy-bare"_L1, lagBusyBare},
    {"throughput-ours"_L1, throughputOurs},
    {"throughput-bare"_L1, throughputBare},
    {"throughput-curl"_L1, throughputCurl},
    {"gallery-ours"_L1, galleryOurs},
    {"gallery-scaling"_L1, galleryScaling},
    {"latency-ours"_L1, latencyOurs},
    {"pool-ours"_L1, poolOurs},
    {"pool-threads"_L1, poolThreads},
    {"cancel-ours"_L1, cancelOurs},
    {"deadline-ours"_L1, deadlineOurs},
    {"idle-ours"_L1, idleOurs},
    {"idle-empty"_L1, idleEmpty},
    {"input-ours"_L1, inputOurs},
    {"input-copied"_L1, inputCopied},
    {"instrument-ours"_L1, instrumentOurs},
    {"many-tasks-ours"_L1, manyTasksOurs},
    {"timeline-ours"_L1, timelineOurs},
    {"recording-ours"_L1, recordingOurs},
    {"start-ours"_L1, startOurs},
    {"start-empty"_L1, startEmpty},
    {"memory-ours"_L1, memoryOurs},
    {"memory-empty"_L1, memoryEmpty},
});

} // namespace

QList<Contest> contests()
{
    using enum Contest::Needs;
    return {
        {u"lag"_s, {u"lag-ours"_s, u"lag-bare"_s}},
        {u"lag-busy"_s, {u"lag-busy-ours"_s, u"lag-busy-bare"_s}},
        {u"throughput"_s, {u"throughput-ours"_s, u"throughput-bare"_s, u"throughput-curl"_s}},
        {u"main"_s, {u"gallery-ours"_s, u"gallery-scaling"_s}, Photos, u"?digest=0"_s},
        {u"main-digest"_s, {u"gallery-ours"_s, u"gallery-scaling"_s}, Photos},
        {u"latency"_s, {u"latency-ours"_s}},
        {u"pool"_s, {u"pool-ours"_s, u"pool-threads"_s}, Nothing},
        {u"cancel"_s, {u"cancel-ours"_s}},
        {u"deadline"_s, {u"deadline-ours"_s}},
        {u"idle"_s, {u"idle-ours"_s, u"idle-empty"_s}, Nothing},
        {u"input"_s, {u"input-ours"_s}, Nothing},
        {u"instrument"_s, {u"instrument-ours"_s}, Nothing},
        {u"many-tasks"_s, {u"many-tasks-ours"_s}, Nothing},
        {u"timeline"_s, {u"timeline-ours"_s}, Nothing},
        {u"recording"_s, {u"recording-ours"_s}},
        {u"start"_s, {u"start-ours"_s, u"start-empty"_s}, Nothing},
        {u"memory"_s, {u"memory-ours"_s, u"memory-empty"_s}},
    };
}

QList<Row> rows()
{
    using enum Row::Goal;
    const auto row = [](const QString &title, const QString &contest, const QString &metric,
                        const QString &unit, double goal) {
        return Row {
            .title = title, .contest = contest, .metric = metric, .unit = unit, .goal = goal};
    };
    QList<Row> all {
        row(u"lag under network load, p99"_s, u"lag"_s, u"lagP99"_s, u"ms"_s, 0.10)
            .withHighest(frameMs),
        row(u"lag under network and CPU load, p99"_s, u"lag-busy"_s, u"lagP99"_s, u"ms"_s, 0.08)
            .withHighest(frameMs),
        row(u"lag added by the program, idle, p99"_s, u"idle"_s, u"lagP99"_s, u"ms"_s, 1.5),
        row(u"the same, of a timer out of step with the drawing"_s, u"idle"_s, u"otherP99"_s,
            u"ms"_s, 1.5)
            .withAgainst(1, u"lagP99"_s)
            .withKind(Report),
        row(u"throughput, against bare managers"_s, u"throughput"_s, u"perSecond"_s, u"/s"_s, 1.0)
            .withKind(AtLeast),
        row(u"distance to the limit, against curl"_s, u"throughput"_s, u"perSecond"_s, u"/s"_s, 1.0)
            .withKind(Report)
            .withAgainst(2),
    };
    for (const auto &[contest, name] :
         {std::pair(u"main"_s, u"main job"_s),
          std::pair(u"main-digest"_s, u"main job, digests checked"_s)}) {
        all.append(row(name + u": time"_s, contest, u"ms"_s, u"ms"_s, 0.3));
        all.append(row(name + u": lag p99"_s, contest, u"lagP99"_s, u"ms"_s, 0.3));
        all.append(row(name + u": peak memory"_s, contest, u"peakMiB"_s, u"MiB"_s, 0.5));
    }
    all.append(row(u"input of any size, 1,000,000 lines: worst lag"_s, u"input"_s, u"worstMs"_s,
                   u"ms"_s, 2.0)
                   .withLimit(frameMs));
    for (const QString &way : {u"pasted"_s, u"dropped"_s, u"opened"_s, u"edited"_s}) {
        all.append(row(u"the same, "_s + way, u"input"_s, way + u"Ms"_s, u"ms"_s, 2.0)
                       .withLimit(frameMs)
                       .withKind(Report));
    }
    return all
        + QList<Row> {
            row(u"latency-bound, against the ideal"_s, u"latency"_s, u"ms"_s, u"ms"_s, 1.05)
                .withAgainst(0, u"idealMs"_s),
            row(u"pool, against bare threads"_s, u"pool"_s, u"ms"_s, u"ms"_s, 1.03),
            row(u"cancel 1,000 and a full pool, p99"_s, u"cancel"_s, u"ms"_s, u"ms"_s, 1.0)
                .withLimit(20),
            row(u"cancel, until the server sees all gone, p99"_s, u"cancel"_s, u"goneMs"_s, u"ms"_s,
                1.0)
                .withLimit(20)
                .withKind(Report),
            row(u"deadline truth under load, p99"_s, u"deadline"_s, u"lateMs"_s, u"ms"_s, 1.0)
                .withLimit(10),
            row(u"instrument, idle, of one core"_s, u"instrument"_s, u"cpuPercent"_s, u"%"_s, 0.01)
                .withAgainst(0, u"corePercent"_s),
            row(u"100,000 tasks, 50,000 events/s: lag p99"_s, u"many-tasks"_s, u"lagP99"_s, u"ms"_s,
                1.0)
                .withLimit(frameMs),
            row(u"timeline, a frame of 1,000,000 spans"_s, u"timeline"_s, u"frameMs"_s, u"ms"_s,
                0.5)
                .withLimit(frameMs),
            row(u"recording, at the source"_s, u"recording"_s, u"ns"_s, u"ns"_s, 1.0)
                .withLimit(250),
            row(u"recording, from four threads at once"_s, u"recording"_s, u"sharedNs"_s, u"ns"_s,
                1.0)
                .withLimit(250)
                .withKind(Report),
            row(u"recording, memory for an event"_s, u"recording"_s, u"bytes"_s, u"B"_s, 1.0)
                .withLimit(64),
            row(u"recording, of fetches with their texts"_s, u"recording"_s, u"fetchedBytes"_s,
                u"B"_s, 1.0)
                .withLimit(64)
                .withKind(Report),
            row(u"start to first frame"_s, u"start"_s, u"ms"_s, u"ms"_s, 1.5),
            row(u"memory after 10,000 fetches"_s, u"memory"_s, u"firstMiB"_s, u"MiB"_s, 2.0),
            row(u"memory, tenth time against first"_s, u"memory"_s, u"lastMiB"_s, u"MiB"_s, 1.05)
                .withAgainst(0, u"firstMiB"_s),
        };
}

Side sideOf(QStringView name)
{
    for (const auto &[known, side] : sides) {
        if (name == known)
            return side;
    }
    return nullptr;
}
