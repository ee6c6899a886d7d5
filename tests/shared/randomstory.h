// SPDX-License-Identifier: MIT
#pragma once

#include "record/outcome.h"
#include "record/stackframes.h"
#include "record/taskevent.h"
#include "shared/randomstacks.h"

#include <QList>

#include <algorithm>
#include <random>
#include <vector>

/// Events as the real parts of the program record them, of every kind, from a seed: fetches that
/// are tried again and then computed, pictures with tiles, stalls in the middle of it, turns and
/// lag. The same for a seed with any compiler: no call has two arguments that take a random number.
class RandomStory
{
public:
    enum class Content : quint8 {
        Plain,
        Rich, ///< with runs of the lab and their tasks, and stalls of all kinds, each of another
              ///< length and with other stacks, of which most are known late and some never end
        Watched, ///< the same, and stalls as another program's are told: bit by bit while they
                 ///< last, with what was measured, modules, and at last the end of the process
    };

    explicit RandomStory(quint32 seed, qint64 originNs, Content content = Content::Plain)
        : m_random(seed)
        , m_nowNs(originNs)
        , m_isRich(content != Content::Plain)
        , m_isWatched(content == Content::Watched)
    {
    }

    std::vector<TaskEvent> tell(int tasks)
    {
        for (int i = 0; i < tasks; ++i) {
            queue();
            for (int steps = below(4); steps > 0 && !m_live.empty(); --steps)
                step();
            loop();
        }
        while (m_live.size() > 3) // some are still at it when the recording ends
            step();
        while (m_late.size() > 3) // some never come
            tellLate();
        if (m_isWatched)
            add({.value = below(256), .kind = EventKind::ProcessEnded, .code = quint8(below(2))});
        return std::move(m_events);
    }

private:
    struct Live
    {
        TaskId id;
        TaskType type;
        Lane lane {};
        int attempt = 0;
        qint64 done = 0;
    };

    int below(int limit) { return int(m_random() % quint32(limit)); }
    QString text(const char *words)
    {
        static const QStringList spices {QString(),
                                         QStringLiteral("äöü €"),
                                         QStringLiteral("\"quoted\" \\ \n\t"),
                                         QString(QChar(0xd83d)) + QChar(0xde00),
                                         QString(QChar(0xd800)),
                                         QString(QChar(0)),
                                         QStringLiteral("</script>\u2028")};
        return QString::fromLatin1(words) + spices[below(int(spices.size()))];
    }
    TaskEvent &add(TaskEvent event)
    {
        m_nowNs += below(400'000);
        event.timeNs = m_nowNs;
        m_events.push_back(std::move(event));
        return m_events.back();
    }
    void note(const Live &task, NoteCode code, qint64 value, const QString &words = {})
    {
        add({.value = value,
             .text = words,
             .task = task.id,
             .lane = task.lane,
             .code = quint8(code)});
    }

    void queue()
    {
        if (m_isRich && below(12) == 0)
            queueRun();
        const auto type = TaskType(below(5));
        TaskId parent = TaskId::None;
        if (m_isRich && !m_inRuns.empty() && below(2) == 0)
            parent = m_inRuns[size_t(below(int(m_inRuns.size())))];
        else if (type == TaskType::Tile && !m_live.empty())
            parent = m_live[size_t(below(int(m_live.size())))].id;
        const auto id = TaskId(++m_lastId);
        add({.text = text("https://example.org/"),
             .task = id,
             .parent = parent,
             .kind = EventKind::Queued,
             .code = quint8(type)});
        m_live.push_back({id, type});
        if (parent != TaskId::None && std::ranges::find(m_inRuns, parent) != m_inRuns.end())
            m_inRuns.push_back(id);
    }
    void queueRun()
    {
        const Live run {TaskId(++m_lastId), TaskType::Run, {Lane::Kind::Coroutine}, 1};
        add({.text = text("fan-out . pattern"),
             .task = run.id,
             .kind = EventKind::Queued,
             .code = quint8(TaskType::Run)});
        add({.value = 1, .task = run.id, .lane = run.lane, .kind = EventKind::Started});
        m_live.push_back(run);
        m_inRuns.push_back(run.id);
    }

    void step()
    {
        const size_t index = size_t(below(int(m_live.size())));
        Live &task = m_live[index];
        switch (below(7)) {
        case 0:
        case 1: {
            const Lane lanes[] {{Lane::Kind::Gui},
                                {Lane::Kind::None},
                                {Lane::Kind::Network, quint16(1 + below(3))},
                                {Lane::Kind::Pool, quint16(1 + below(2))},
                                {Lane::Kind::Coroutine, quint16(1 + below(2))}};
            task.lane = lanes[below(5)];
            const bool isFirst = task.attempt++ == 0;
            add({.value = task.attempt,
                 .task = task.id,
                 .lane = task.lane,
                 .kind = isFirst ? EventKind::Started : EventKind::Resumed});
            break;
        }
        case 2:
            if (!m_isRich || task.lane.kind != Lane::Kind::Coroutine) // which waits in its lane
                task.lane = {};
            add({.text = text("a turn"),
                 .task = task.id,
                 .lane = task.lane,
                 .kind = EventKind::Suspended});
            break;
        case 3:
            task.done += below(100'000);
            add({.value = task.done,
                 .task = task.id,
                 .lane = task.lane,
                 .kind = EventKind::Progress});
            break;
        case 4: {
            const auto code = NoteCode(below(int(NoteCode::Cancelling) + 1));
            const int value = below(5);
            note(task, code, value, text("x: "));
            break;
        }
        case 5: note(task, NoteCode::Total, below(2) ? -1 : 1'000'000); break;
        case 6:
            add({.text = text("over"),
                 .task = task.id,
                 .lane = task.lane,
                 .kind = EventKind::Finished,
                 .code = quint8(below(5))});
            m_live.erase(m_live.begin() + qsizetype(index));
            break;
        }
    }

    void loop()
    {
        constexpr Lane gui {Lane::Kind::Gui};
        if (below(3) == 0)
            add({.value = 1'000'000 + below(500'000), .lane = gui, .kind = EventKind::Turn});
        if (below(3) == 0)
            add({.value = below(30'000'000), .lane = gui, .kind = EventKind::Lag});
        if (m_isWatched && below(4) == 0)
            watch();
        if (below(10) == 0)
            stall();
        if (!m_late.empty() && below(2) == 0)
            tellLate();
    }

    void stall()
    {
        const qint64 beganNs = m_nowNs;
        m_nowNs += 100'000'000 + below(100'000'000);
        const qint64 lengthNs = m_nowNs - beganNs;
        const auto id = TaskId(++m_lastId);
        const TaskId parent = m_live.empty() ? TaskId::None : m_live.front().id;
        below(7); // these keep what comes after as it was when a stall was a task with notes
        add(ofStall(id, EventKind::StallBegan, beganNs));
        m_nowNs += below(400'000) + below(400'000);
        const StallKind kind = below(2) ? StallKind::Hang : StallKind::Congestion;
        m_nowNs += below(400'000);
        if (!m_isRich || below(8) > 0) {
            TaskEvent ended = ofStall(id, EventKind::StallEnded, 30, quint8(kind));
            ended.parent = parent;
            add(ended);
        }
        if (m_isRich)
            return tellWhatIsKnownLater(id, lengthNs);
        const QList<StackFrame> frames {
            {QStringLiteral("clock_nanosleep"), {}, QStringLiteral("libc.so.6"), false},
            {QStringLiteral("Slot::guilty()"), QStringLiteral("slot.cpp:7"), {}, true}};
        const auto click = quint8(InputKind::Click);
        addAll(samples(id, 1, 3, StackFrames::toText(frames)));
        add(ofStall(id, EventKind::StallInput, 2, click));
        add(ofStall(id, EventKind::StallFirstInput, 90'000'000, click));
    }

    void tellWhatIsKnownLater(TaskId stall, qint64 lengthNs)
    {
        qint64 number = 0;
        for (const RandomStacks::Seen &seen : RandomStacks(m_random).several()) {
            number += !seen.text.isEmpty();
            m_late.push_back(samples(stall, number, seen.samples, seen.text));
        }
        for (int input = 0; input <= int(InputKind::Other); ++input) {
            const QString name
                = InputKind(input) == InputKind::Other ? QStringLiteral("touch") : QString();
            const auto know = [&](EventKind kind, qint64 value) {
                m_late.push_back({ofStall(stall, kind, value, quint8(input), name)});
            };
            if (below(3) == 0)
                know(EventKind::StallFirstInput, below(int(lengthNs)));
            if (below(3) == 0)
                know(EventKind::StallInput, 1 + below(40));
        }
        for (int count = std::max(0, below(6) - 3); count > 0; --count) {
            const qint64 pausedNs = lengthNs / 10 * (1 + below(6));
            m_late.push_back({ofStall(stall, EventKind::StallPaused, pausedNs, quint8(below(3)))});
        }
    }
    /// One piece of what is known by now, in any order between stalls, in order within one.
    void tellLate()
    {
        const auto any = m_late.begin() + below(int(m_late.size()));
        const auto first = std::ranges::find_if(m_late, [any](const std::vector<TaskEvent> &piece) {
            return piece.front().task == any->front().task;
        });
        addAll(*first);
        m_late.erase(first);
    }

    /// Another program's stall begins, or more becomes known of one.
    void watch()
    {
        if (m_watched.empty() || below(4) == 0) {
            const auto id = TaskId(++m_lastId);
            m_watched.push_back({id, 0});
            add(ofStall(id, EventKind::StallBegan, m_nowNs - below(50'000'000)));
            return;
        }
        const size_t index = size_t(below(int(m_watched.size())));
        auto &[id, stacks] = m_watched[index];
        switch (below(9)) {
        case 0: add(ofStall(id, EventKind::StallBegan, m_nowNs - below(90'000'000))); break;
        case 1:
            add({.value = ++m_lastModule, .text = text("8f2d0c\t"), .kind = EventKind::Module});
            break;
        case 2: {
            const auto share = quint8(below(timeShares));
            add(ofStall(id, EventKind::StallShare, below(90'000'000), share));
            break;
        }
        case 3: {
            const auto kind = quint8(below(int(AwaitedKind::Lock) + 1));
            const int number = below(3);
            add(ofStall(id, EventKind::StallWaitedFor, number, kind,
                        QStringLiteral("10.0.0.%1").arg(below(3))));
            break;
        }
        case 4: add(ofStall(id, EventKind::StallGap, below(20'000'000))); break;
        case 5: {
            const auto kind = quint8(below(2));
            add(ofStall(id, EventKind::StallEnded, below(90'000'000), kind));
            m_watched.erase(m_watched.begin() + qsizetype(index));
            break;
        }
        default: {
            const qint64 number = below(int(stacks) + 2);
            const auto state = quint8(below(int(ThreadState::Stopped) + 1));
            const bool isNew = number > stacks;
            stacks += isNew;
            const QString frame = QStringLiteral("work%1()\ta.cpp:1\tprogram\tours\t1\t%2")
                                      .arg(below(4))
                                      .arg(number, 0, 16);
            add(ofStall(id, EventKind::StallSample, number, state, isNew ? frame : QString()));
        }
        }
    }

    static TaskEvent ofStall(TaskId id, EventKind kind, qint64 value, quint8 code = 0,
                             const QString &words = {})
    {
        return {.value = value,
                .text = words,
                .task = id,
                .lane = {Lane::Kind::Gui},
                .kind = kind,
                .code = code};
    }
    /// \p frames is that of stack \p number, and empty when there is none.
    static std::vector<TaskEvent> samples(TaskId id, qint64 number, qint64 count,
                                          const QString &frames)
    {
        const qint64 seen = frames.isEmpty() ? 0 : number;
        std::vector<TaskEvent> samples(size_t(count), ofStall(id, EventKind::StallSample, seen));
        samples.front().text = frames;
        return samples;
    }
    /// At once.
    void addAll(const std::vector<TaskEvent> &events)
    {
        add(events.front());
        for (size_t i = 1; i < events.size(); ++i) {
            m_events.push_back(events[i]);
            m_events.back().timeNs = m_nowNs;
        }
    }

    std::mt19937 m_random;
    qint64 m_nowNs;
    bool m_isRich;
    bool m_isWatched;
    quint32 m_lastId = 0;
    std::vector<Live> m_live;
    std::vector<TaskId> m_inRuns; // runs and their descendants
    std::vector<std::vector<TaskEvent>> m_late; // each becomes known at once
    std::vector<std::pair<TaskId, qint64>> m_watched; // stalls that last, and their stacks so far
    qint64 m_lastModule = 0;
    std::vector<TaskEvent> m_events;
};
