// SPDX-License-Identifier: MIT
// One frame of a timeline with 1,000,000 spans, from the whole of it down to single ones.
#include "measure.h"
#include "record/outcome.h"
#include "session/session.h"
#include "side.h"
#include "ui/style/theme.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QImage>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {

constexpr int slotCount = 24;
constexpr int threadCount = 8;
constexpr qint64 spanNs = 4'000'000;

/// A task in each lane at a time, one in fifty of which fails, and a turn of the loop now and then.
void record(Recording &recording, int count)
{
    std::vector<TaskEvent> batch;
    qint64 now = recording.originNs();
    for (int i = 0; i < count; ++i) {
        const TaskId task {quint32(i) + 1};
        const int place = i % (slotCount + threadCount);
        const Lane lane = place < slotCount
            ? Lane {Lane::Kind::Network, quint16(place + 1)}
            : Lane {Lane::Kind::Pool, quint16(place - slotCount + 1)};
        now += spanNs / (slotCount + threadCount);
        const TaskEvent event {
            .timeNs = now, .task = task, .lane = lane, .kind = EventKind::Started};
        TaskEvent queued = event;
        queued.kind = EventKind::Queued;
        batch.push_back(queued);
        batch.push_back(event);
        // the lane of the next one
        if (const int before = i - (slotCount + threadCount) + 1; before >= 0) {
            const int old = before % (slotCount + threadCount);
            batch.push_back(
                {.timeNs = now,
                 .task = TaskId {quint32(before) + 1},
                 .lane = old < slotCount ? Lane {Lane::Kind::Network, quint16(old + 1)}
                                         : Lane {Lane::Kind::Pool, quint16(old - slotCount + 1)},
                 .kind = EventKind::Finished,
                 .code
                 = quint8(before % 50 == 0 ? Outcome::Kind::Failed : Outcome::Kind::Succeeded)});
        }
        if (i % 20 == 0)
            batch.push_back({.timeNs = now,
                             .value = 1'500'000,
                             .lane = {Lane::Kind::Gui},
                             .kind = EventKind::Turn});
    }
    recording.append(std::move(batch));
}

} // namespace

QJsonObject timelineOurs(const SideOptions &options)
{
    QApplication application(options.argc, options.argv);
    Theme::apply(application, Theme::Mode::Light);
    Session session;
    const int count = options.scaled(1'000'000, 20'000);
    const qint64 beganNs = Recorder::now();
    record(session.recording(), count);
    const double loadMs = millisecondsSince(beganNs);
    TimelineView view(session);
    view.resize(1'600, 900);
    view.show();
    view.fit();
    QImage image(view.viewport()->size(), QImage::Format_ARGB32_Premultiplied);
    QJsonArray frames;
    for (int zoom = 0; zoom < 20; ++zoom) {
        double best = 1e9; // whatever else the machine does only ever adds
        for (int i = 0; i < options.scaled(5, 1); ++i) {
            const qint64 frameNs = Recorder::now();
            view.viewport()->render(&image);
            best = std::min(best, millisecondsSince(frameNs));
        }
        frames.append(best);
        view.zoom(800, 2);
    }
    return {{u"frameMs"_s, frames}, {u"loadMs"_s, loadMs}};
}
