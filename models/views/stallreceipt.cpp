// SPDX-License-Identifier: MIT
#include "views/stallreceipt.h"

#include "views/tasktext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

struct ReceiptTr
{
    Q_DECLARE_TR_FUNCTIONS(StallReceipt)
};

constexpr std::array kinds {"click"_L1, "key"_L1, "wheel"_L1, "paint"_L1, "timer"_L1};

constexpr int firstOfItsOwn = 3; // of the program: nobody's hand made these

auto rankOf(const QString &kind)
{
    return std::ranges::find(kinds, kind) - kinds.begin();
}

StallReceipt::Waited &entry(QList<StallReceipt::Waited> &waited, const QString &kind)
{
    const auto found = std::ranges::find(waited, kind, &StallReceipt::Waited::kind);
    if (found != waited.end())
        return *found;
    const auto place = std::ranges::upper_bound(
        waited, rankOf(kind), {}, [](const auto &other) { return rankOf(other.kind); });
    return *waited.insert(place, {kind});
}

QString countText(const StallReceipt::Waited &waited)
{
    const int count = int(std::min<qint64>(waited.count, 1'000'000));
    switch (rankOf(waited.kind)) {
    case 0: return ReceiptTr::tr("%Ln click(s)", nullptr, count);
    case 1: return ReceiptTr::tr("%Ln key(s)", nullptr, count);
    case 2: return ReceiptTr::tr("%Ln turn(s) of the wheel", nullptr, count);
    case 3: return ReceiptTr::tr("%Ln paint(s)", nullptr, count);
    case 4: return ReceiptTr::tr("%Ln timer(s)", nullptr, count);
    default: return u"%1 %2"_s.arg(count).arg(waited.kind); // of a foreign recording
    }
}

QString firstText(const StallReceipt::Waited &waited)
{
    const QString length = TaskText::seconds(waited.firstNs);
    switch (rankOf(waited.kind)) {
    case 0: return ReceiptTr::tr("the first click waited %1").arg(length);
    case 1: return ReceiptTr::tr("the first key waited %1").arg(length);
    case 2: return ReceiptTr::tr("the wheel waited %1").arg(length);
    default: return {};
    }
}

QString pauseText(const QString &pausedBy)
{
    if (pausedBy == "suspend"_L1)
        return ReceiptTr::tr("the machine was suspended");
    if (pausedBy == "debugger"_L1)
        return ReceiptTr::tr("a debugger held the program");
    return ReceiptTr::tr("the program was stopped from outside");
}

QString frameText(const StackFrame &frame)
{
    const QString place = frame.place.isEmpty() ? frame.object : frame.place;
    return u"    %1%2"_s.arg(frame.function, place.isEmpty() ? QString() : u"  (%1)"_s.arg(place));
}

} // namespace

qint64 StallReceipt::samples() const
{
    qint64 sum = 0;
    for (const CountedStack &stack : stacks)
        sum += stack.count;
    return sum;
}

StackFrame StallReceipt::guilty() const
{
    return isPause() ? StackFrame() : HotPath::guilty(stacks);
}

StallCause StallReceipt::cause() const
{
    return isPause() ? StallCause::Unknown : causeOf(stacks);
}

void StallReceipt::apply(const TaskEvent &event)
{
    if (event.kind == EventKind::Queued) {
        task = event.task;
        parent = event.parent;
        beginNs = endNs = event.timeNs;
    }
    if (event.kind == EventKind::Finished)
        endNs = event.timeNs;
    if (event.kind != EventKind::Note)
        return;
    switch (NoteCode(event.code)) {
    case NoteCode::Began: beginNs = event.value; break;
    case NoteCode::Hang: longestTurnNs = event.value; break;
    case NoteCode::Congestion:
        isCongestion = true;
        turns = event.value;
        break;
    case NoteCode::Stack: stacks.append({StackFrames::fromText(event.text), event.value}); break;
    case NoteCode::Waited: entry(waited, event.text).count = event.value; break;
    case NoteCode::FirstWaited: entry(waited, event.text).firstNs = event.value; break;
    case NoteCode::Paused:
        pausedNs += event.value;
        pausedBy = event.text;
        break;
    default: break; // not of a stall
    }
}

QString StallReceipt::lengthText() const
{
    return TaskText::seconds(isPause() && pausedNs > lengthNs() ? pausedNs : lengthNs());
}

QString StallReceipt::kindText() const
{
    if (isPause())
        return pauseText(pausedBy);
    return isCongestion ? ReceiptTr::tr("%Ln short turn(s)", nullptr, int(turns))
                        : ReceiptTr::tr("one long turn");
}

QString StallReceipt::waitedText() const
{
    QStringList counts;
    QStringList firsts;
    for (const Waited &input : waited) {
        counts.append(countText(input));
        const QString first = input.firstNs >= 0 ? firstText(input) : QString();
        if (!first.isEmpty())
            firsts.append(first);
    }
    return counts.join(u", "_s) + (firsts.isEmpty() ? QString() : u"; "_s + firsts.join(u", "_s));
}

std::pair<QString, QString> StallReceipt::waitedInput() const
{
    QStringList counts;
    QString first;
    for (const Waited &input : waited) {
        if (rankOf(input.kind) >= firstOfItsOwn)
            continue;
        counts.append(countText(input));
        if (first.isEmpty() && input.firstNs >= 0)
            first = firstText(input);
    }
    return {counts.join(u" · "_s), first.isEmpty() ? ReceiptTr::tr("waited") : first};
}

std::pair<QString, QString> StallReceipt::waitedDrawing() const
{
    QStringList counts;
    for (const Waited &input : waited) {
        if (rankOf(input.kind) >= firstOfItsOwn)
            counts.append(countText(input));
    }
    const QString most = counts.isEmpty() ? QString() : counts.takeFirst();
    return {most,
            counts.isEmpty() ? ReceiptTr::tr("came late")
                             : ReceiptTr::tr("came late, and %1").arg(counts.join(u", "_s))};
}

QLatin1StringView StallReceipt::experiment() const
{
    return isPause() ? QLatin1StringView() : experimentFor(cause(), isCongestion);
}

QString StallReceipt::advice() const
{
    return isPause() ? QString() : adviceFor(cause(), isCongestion);
}

QString StallReceipt::toText(qint64 originNs) const
{
    QStringList lines {ReceiptTr::tr("The loop stood still for %1, from %2 on: %3.")
                           .arg(lengthText(),
                                TaskText::seconds(std::max<qint64>(0, beginNs - originNs)),
                                kindText())};
    if (const StackFrame frame = guilty(); !frame.function.isEmpty())
        lines.append(ReceiptTr::tr("Kept by %1").arg(frame.function)
                     + (frame.place.isEmpty() ? QString() : u"  (%1)"_s.arg(frame.place)));
    if (stacks.isEmpty() && !isPause())
        lines.append(ReceiptTr::tr("What kept it is not known: no stack was seen."));
    if (!taskTitle.isEmpty())
        lines.append(ReceiptTr::tr("In the task %1").arg(taskTitle));
    if (pausedNs > 0 && !isPause())
        lines.append(
            ReceiptTr::tr("Of that, %1: %2").arg(TaskText::seconds(pausedNs), pauseText(pausedBy)));
    if (!waited.isEmpty())
        lines.append(ReceiptTr::tr("Had to wait: %1").arg(waitedText()));
    if (!advice().isEmpty())
        lines.append(advice());
    for (const CountedStack &stack : stacks) {
        lines.append(QString());
        lines.append(ReceiptTr::tr("Seen in %1 of %2 samples:").arg(stack.count).arg(samples()));
        for (const StackFrame &frame : stack.frames)
            lines.append(frameText(frame));
    }
    return lines.join(u'\n') + u'\n';
}
