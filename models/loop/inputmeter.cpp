// SPDX-License-Identifier: MIT
#include "loop/inputmeter.h"

#include "loop/loopmonitor.h"
#include "record/recorder.h"

#include <QCoreApplication>
#include <QInputEvent>

#include <algorithm>
#include <array>

namespace {

constexpr size_t mostInputs = 1'024;
constexpr int turnsToSettle = 3; // of the loop: what waited is handed out with the first
constexpr qint64 timestampNs = 1'000'000; // the unit of those that events bear
constexpr qint32 atOnceMs = 50;
constexpr qint32 longestWaitMs = 600'000;

} // namespace

InputMeter::InputMeter(const LoopMonitor &monitor, Recorder &recorder, QObject *parent)
    : QObject(parent)
    , m_monitor(monitor)
    , m_recorder(recorder)
    , m_turns(this)
{
    connect(&m_turns, &QTimer::timeout, this, &InputMeter::countDown);
    QCoreApplication::instance()->installEventFilter(this);
}

InputMeter::~InputMeter() = default;

void InputMeter::attach(TaskId id, const Stall &stall)
{
    m_open.push_back({id, stall});
    m_turnsLeft = turnsToSettle;
    m_turns.start(0);
}

bool InputMeter::eventFilter(QObject *watched, QEvent *event)
{
    if (const std::optional<InputKind> kind = kindOf(watched, *event)) {
        const qint64 now = Recorder::now();
        m_inputs.push_back({*kind, now, waitedNs(*event, now)});
        if (m_inputs.size() > mostInputs)
            m_inputs.pop_front();
    } else if (event->type() == QEvent::MouseMove && watched->isWindowType()) {
        waitedNs(*event, Recorder::now()); // it tells about the clock
    }
    return false;
}

/// Input is counted where it enters the program, at the window: below it wanders from widget to
/// widget.
std::optional<InputKind> InputMeter::kindOf(const QObject *watched, const QEvent &event) const
{
    const auto when
        = [](bool counts, InputKind kind) { return counts ? std::optional(kind) : std::nullopt; };
    switch (event.type()) {
    case QEvent::MouseButtonPress: // a double click comes to a window as an event more
    case QEvent::TouchBegin: return when(watched->isWindowType(), InputKind::Click);
    case QEvent::KeyPress: return when(watched->isWindowType(), InputKind::Key);
    case QEvent::Wheel: return when(watched->isWindowType(), InputKind::Wheel);
    case QEvent::Paint: return when(watched->isWidgetType(), InputKind::Paint);
    case QEvent::Timer: // but for our own two
        return when(watched->parent() != &m_monitor && watched != &m_turns, InputKind::Timer);
    default: return {};
    }
}

qint64 InputMeter::waitedNs(const QEvent &event, qint64 nowNs)
{
    if (!event.isInputEvent())
        return -1;
    const quint64 timestampMs = static_cast<const QInputEvent &>(event).timestamp();
    // The clock of X11 has 32 bits.
    const auto waitedMs = qint32(quint32(nowNs / timestampNs) - quint32(timestampMs));
    if (timestampMs == 0 || waitedMs < -atOnceMs || waitedMs > longestWaitMs)
        return -1;
    m_isClockKnown = m_isClockKnown || waitedMs < atOnceMs;
    return m_isClockKnown ? std::max(0, waitedMs) * timestampNs : -1;
}

void InputMeter::countDown()
{
    if (--m_turnsLeft > 0)
        return;
    m_turns.stop();
    for (const Open &open : m_open)
        recordWaiting(open);
    m_open.clear();
}

void InputMeter::recordWaiting(const Open &open) const
{
    const Stall &stall = open.stall;
    std::array<std::vector<Input>, size_t(InputKind::Other)> waited;
    for (const Input &input : m_inputs) {
        const qint64 made = input.deliveredNs - input.waitedNs;
        const bool hasWaited = input.waitedNs >= 0
            ? made >= stall.beginNs && made <= stall.endNs
            : input.deliveredNs >= stall.beginNs + stall.longestTurnNs;
        if (hasWaited)
            waited[size_t(input.kind)].push_back(input);
    }
    for (size_t kind = 0; kind < waited.size(); ++kind) {
        if (!waited[kind].empty())
            record(open, InputKind(kind), waited[kind]);
    }
}

void InputMeter::record(const Open &open, InputKind kind, const std::vector<Input> &inputs) const
{
    m_recorder.record(
        stallEvent(open.id, EventKind::StallInput, qint64(inputs.size()), quint8(kind)));
    const auto made = [](const Input &input) { return input.deliveredNs - input.waitedNs; };
    const Input &first = *std::ranges::min_element(inputs, {}, made);
    if (first.waitedNs >= 0)
        m_recorder.record(
            stallEvent(open.id, EventKind::StallFirstInput, first.waitedNs, quint8(kind)));
}
