// SPDX-License-Identifier: MIT
// What an event costs: time for who records it, memory for who keeps it.
#include "fetch/fetcher.h"
#include "measure.h"
#include "record/recorder.h"
#include "record/recording.h"
#include "side.h"

#include <QCoreApplication>
#include <QThreadPool>

#include <algorithm>
#include <ctime>
#include <malloc.h>
#include <thread>

using namespace Qt::StringLiterals;

namespace {

constexpr int batch = 800; // what 50,000 events a second bring in a frame

TaskEvent progress(int i)
{
    return {
        .value = i, .task = TaskId(1), .lane = {Lane::Kind::Pool, 1}, .kind = EventKind::Progress};
}

qint64 bytesInUse()
{
    const struct mallinfo2 info = mallinfo2();
    return qint64(info.uordblks) + qint64(info.hblkhd);
}

/// What this thread has had of a processor, whatever else the machine does.
qint64 threadNs()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

/// ns of processor for each event, of a source that brings as many in a frame as it should bear.
double sourceCost(int events)
{
    Recorder recorder;
    qint64 spentNs = 0;
    for (int i = 0; i < events; i += batch) {
        const qint64 beganNs = threadNs();
        for (int j = 0; j < batch; ++j)
            recorder.record(progress(i + j));
        spentNs += threadNs() - beganNs;
        recorder.take();
    }
    return double(spentNs) / events;
}

/// ns that pass for each event when \p threads record as fast as they can, taken once a frame.
double contendedCost(int threads, int events)
{
    Recorder recorder;
    std::atomic<qint64> spentNs = 0;
    std::atomic<bool> isOver = false;
    const std::jthread reader([&] { // takes without being asked, as slow as a frame
        while (!isOver) {
            recorder.take();
            std::this_thread::sleep_for(std::chrono::milliseconds(Recording::frameMs));
        }
    });
    {
        std::vector<std::jthread> sources;
        for (int thread = 0; thread < threads; ++thread) {
            sources.emplace_back([&] {
                const qint64 beganNs = Recorder::now();
                for (int i = 0; i < events; ++i)
                    recorder.record(progress(i));
                spentNs += Recorder::now() - beganNs;
            });
        }
    }
    isOver = true;
    return double(spentNs) / (double(threads) * events);
}

/// Bytes for each event without a text of its own.
double keptBytes(int events)
{
    const qint64 before = bytesInUse();
    Recording recording;
    for (int i = 0; i < events; i += batch) {
        std::vector<TaskEvent> taken;
        for (int j = 0; j < batch; ++j)
            taken.push_back(progress(i + j));
        recording.append(std::move(taken));
    }
    return double(bytesInUse() - before) / double(recording.size());
}

struct Fetched
{
    double bytesPerEvent;
    double eventsPerFetch;
};

/// The same of real fetches with all their texts.
Fetched fetchedBytes(const SideOptions &options, int fetches)
{
    Recorder recorder;
    Recording recording;
    recording.setRecorder(&recorder);
    {
        Fetcher fetcher(recorder);
        QEventLoop loop;
        QObject::connect(&recording, &Recording::appended, &loop,
                         [&, ended = 0](qsizetype first, qsizetype end) mutable {
                             for (qsizetype i = first; i < end; ++i)
                                 ended += recording.at(i).kind == EventKind::Finished;
                             if (ended == fetches)
                                 loop.quit();
                         });
        for (int i = 0; i < fetches; ++i)
            fetcher.fetch({.url = options.address(u"bytes/1k?n=%1"_s.arg(i))});
        runGuarded(loop);
    }
    const double events = double(recording.size());
    const qint64 before = bytesInUse();
    recording.clear();
    QThreadPool::globalInstance()->waitForDone(); // it frees them
    return {double(before - bytesInUse()) / events, events / fetches};
}

} // namespace

QJsonObject recordingOurs(const SideOptions &options)
{
    const QCoreApplication application(options.argc, options.argv);
    const int events = options.scaled(1'000'000, 20'000);
    const Fetched fetched = fetchedBytes(options, options.scaled(5'000, 100));
    return {{u"ns"_s, sourceCost(events)},
            {u"sharedNs"_s, contendedCost(4, events / 4)},
            {u"bytes"_s, keptBytes(events)},
            {u"fetchedBytes"_s, fetched.bytesPerEvent},
            {u"eventsPerFetch"_s, fetched.eventsPerFetch}};
}
