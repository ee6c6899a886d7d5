// SPDX-License-Identifier: MIT
#pragma once

#include "record/outcome.h"
#include "record/stackframes.h"
#include "record/taskevent.h"

#include <QList>

#include <random>
#include <vector>

/// Events as the real parts of the program record them, of every kind, from a seed: fetches that
/// are tried again and then computed, pictures with tiles, stalls in the middle of it, turns and
/// lag.
class RandomStory
{
public:
    explicit RandomStory(quint32 seed, qint64 originNs)
        : m_random(seed)
        , m_nowNs(originNs)
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
        const auto type = TaskType(below(5));
        TaskId parent = TaskId::None;
        if (type == TaskType::Tile && !m_live.empty())
            parent = m_live[size_t(below(int(m_live.size())))].id;
        const auto id = TaskId(++m_lastId);
        add({.text = text("https://example.org/"),
             .task = id,
             .parent = parent,
             .kind = EventKind::Queued,
             .code = quint8(type)});
        m_live.push_back({id, type});
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
            task.lane = {};
            add({.text = text("a turn"), .task = task.id, .kind = EventKind::Suspended});
            break;
        case 3:
            task.done += below(100'000);
            add({.value = task.done,
                 .task = task.id,
                 .lane = task.lane,
                 .kind = EventKind::Progress});
            break;
        case 4:
            note(task, NoteCode(below(int(NoteCode::Cancelling) + 1)), below(5), text("x: "));
            break;
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
        if (below(10) == 0)
            stall();
    }

    void stall()
    {
        const qint64 beganNs = m_nowNs;
        m_nowNs += 100'000'000 + below(100'000'000);
        const Live stall {TaskId(++m_lastId), TaskType::Stall, {Lane::Kind::Gui}};
        const TaskId parent = m_live.empty() ? TaskId::None : m_live.front().id;
        add({.text = text("stall"),
             .task = stall.id,
             .parent = parent,
             .kind = EventKind::Queued,
             .code = quint8(TaskType::Stall)});
        add({.value = 1, .task = stall.id, .lane = stall.lane, .kind = EventKind::Started});
        note(stall, NoteCode::Began, beganNs);
        note(stall, below(2) ? NoteCode::Hang : NoteCode::Congestion, 30);
        add({.task = stall.id, .lane = stall.lane, .kind = EventKind::Finished});
        const QList<StackFrame> frames {
            {QStringLiteral("clock_nanosleep"), {}, QStringLiteral("libc.so.6"), false},
            {QStringLiteral("Slot::guilty()"), QStringLiteral("slot.cpp:7"), {}, true}};
        note(stall, NoteCode::Stack, 3, StackFrames::toText(frames));
        note(stall, NoteCode::Waited, 2, QStringLiteral("click"));
        note(stall, NoteCode::FirstWaited, 90'000'000, QStringLiteral("click"));
    }

    std::mt19937 m_random;
    qint64 m_nowNs;
    quint32 m_lastId = 0;
    std::vector<Live> m_live;
    std::vector<TaskEvent> m_events;
};
