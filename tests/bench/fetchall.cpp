// SPDX-License-Identifier: MIT
#include "fetchall.h"

#include "compute/computepool.h"
#include "fetch/fetcher.h"
#include "job/job.h"
#include "measure.h"
#include "record/outcome.h"
#include "record/recording.h"

using namespace Qt::StringLiterals;

double fetchAll(const QList<QUrl> &addresses, int inFlight)
{
    Recorder recorder;
    Recording recording;
    recording.setRecorder(&recorder);
    ComputePool pool(recorder);
    Fetcher fetcher(recorder);
    fetcher.setMaxInFlight(inFlight);
    fetcher.setMaxPerHost(inFlight);
    Job job(recorder, fetcher, pool);
    QEventLoop loop;
    QObject::connect(&job, &Job::finished, &loop, &QEventLoop::quit);
    const qint64 beganNs = Recorder::now();
    job.start(addresses, {.then = Processing::None});
    runGuarded(loop);
    const double milliseconds = millisecondsSince(beganNs);
    recording.drain();
    qsizetype succeeded = 0;
    for (qsizetype i = 0; i < recording.size(); ++i) {
        const TaskEvent &event = recording.at(i);
        succeeded
            += event.kind == EventKind::Finished && event.code == quint8(Outcome::Kind::Succeeded);
    }
    if (succeeded != addresses.size())
        giveUp(u"Not every fetch succeeded."_s);
    return milliseconds;
}
