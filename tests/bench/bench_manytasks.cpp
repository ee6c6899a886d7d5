// SPDX-License-Identifier: MIT
// The whole window with 100,000 tasks in its table, while 50,000 events a second arrive.
#include "engine/engine.h"
#include "heartbeat.h"
#include "measure.h"
#include "record/outcome.h"
#include "side.h"
#include "ui/shell/mainwindow.h"
#include "ui/style/theme.h"

#include <QApplication>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int eventsPerTask = 5; // started, three of progress, finished
constexpr int tasksPerTick = 100;
constexpr auto tick = 10ms; // 100 tasks of 5 events each: 50,000 events a second

void queueAll(Recorder &recorder, int count)
{
    for (int i = 0; i < count; ++i)
        recorder.record({.text = u"http://h.example/bytes/%1"_s.arg(i),
                         .task = recorder.nextId(),
                         .kind = EventKind::Queued});
}

void doSome(Recorder &recorder, quint32 first)
{
    for (quint32 task = first; task < first + tasksPerTick; ++task) {
        const TaskEvent event {.value = 1,
                               .task = TaskId {task},
                               .lane = {Lane::Kind::Network, quint16(task % 24 + 1)},
                               .kind = EventKind::Started};
        recorder.record(event);
        for (int step = 1; step <= eventsPerTask - 2; ++step) {
            TaskEvent progress = event;
            progress.kind = EventKind::Progress;
            progress.value = step * 100;
            recorder.record(progress);
        }
        TaskEvent finished = event;
        finished.kind = EventKind::Finished;
        recorder.record(finished);
    }
}

} // namespace

QJsonObject manyTasksOurs(const SideOptions &options)
{
    QApplication application(options.argc, options.argv);
    Theme::apply(application, Theme::Mode::Light);
    Engine engine;
    MainWindow window(engine);
    window.show();
    const int count = options.scaled(100'000, 5'000);
    const int ticks = options.scaled(500, 20);
    queueAll(engine.recorder(), count);
    engine.session().recording().drain();
    QEventLoop loop;
    QTimer::singleShot(500ms, &loop, &QEventLoop::quit); // the rows are in and painted
    runGuarded(loop);
    Heartbeat heartbeat;
    heartbeat.start();
    const qint64 beganNs = Recorder::now();
    std::jthread source([&] {
        auto next = std::chrono::steady_clock::now();
        for (int i = 0; i < ticks; ++i) {
            doSome(engine.recorder(), quint32(i * tasksPerTick) + 1);
            std::this_thread::sleep_until(next += tick);
        }
        QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
    });
    runGuarded(loop);
    QJsonObject sample = lagSample(heartbeat.summary());
    sample[u"perSecond"_s]
        = double(ticks) * tasksPerTick * eventsPerTask / millisecondsSince(beganNs) * 1e3;
    source.join();
    engine.session().recording().drain();
    if (engine.session().playhead().board().count(TaskStatus::Succeeded)
        != std::min(count, ticks * tasksPerTick))
        giveUp(u"Not every task succeeded."_s);
    return sample;
}
