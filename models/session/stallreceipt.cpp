// SPDX-License-Identifier: MIT
#include "session/stallreceipt.h"

#include "session/tasktext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct ReceiptTr
{
    Q_DECLARE_TR_FUNCTIONS(StallReceipt)
};

/// Whether a person's hand made it, and not the program itself.
bool isByHand(InputKind kind)
{
    return kind <= InputKind::Wheel;
}

/// The one of that kind and name, which is added where it belongs; nullptr when there are too many.
StallReceipt::Waited *entry(QList<StallReceipt::Waited> &waited, const TaskEvent &event)
{
    const auto kind = InputKind(event.code);
    const QString name = kind == InputKind::Other ? event.text : QString();
    const auto found = std::ranges::find_if(waited, [&](const StallReceipt::Waited &other) {
        return other.kind == kind && other.name == name;
    });
    if (found != waited.end())
        return &*found;
    if (waited.size() == StallReceipt::mostNamed)
        return nullptr;
    const auto place = std::ranges::upper_bound(waited, kind, {}, &StallReceipt::Waited::kind);
    return &*waited.insert(place, {kind, name});
}

QString countText(const StallReceipt::Waited &waited)
{
    const int count = int(std::min<qint64>(waited.count, 1'000'000));
    switch (waited.kind) {
    case InputKind::Click: return ReceiptTr::tr("%Ln click(s)", nullptr, count);
    case InputKind::Key: return ReceiptTr::tr("%Ln key(s)", nullptr, count);
    case InputKind::Wheel: return ReceiptTr::tr("%Ln turn(s) of the wheel", nullptr, count);
    case InputKind::Paint: return ReceiptTr::tr("%Ln paint(s)", nullptr, count);
    case InputKind::Timer: return ReceiptTr::tr("%Ln timer(s)", nullptr, count);
    case InputKind::Other: break;
    }
    return waited.name.isEmpty() ? ReceiptTr::tr("%Ln other event(s)", nullptr, count)
                                 : u"%1 %2"_s.arg(count).arg(waited.name);
}

QString firstText(const StallReceipt::Waited &waited)
{
    const QString length = TaskText::seconds(waited.firstNs);
    switch (waited.kind) {
    case InputKind::Click: return ReceiptTr::tr("the first click waited %1").arg(length);
    case InputKind::Key: return ReceiptTr::tr("the first key waited %1").arg(length);
    case InputKind::Wheel: return ReceiptTr::tr("the wheel waited %1").arg(length);
    default: return {};
    }
}

QString pauseText(PauseKind kind)
{
    switch (kind) {
    case PauseKind::Suspend: return ReceiptTr::tr("the machine was suspended");
    case PauseKind::Debugger: return ReceiptTr::tr("a debugger held the program");
    case PauseKind::Stopped: break;
    }
    return ReceiptTr::tr("the program was stopped from outside");
}

QString shareText(TimeShare share, const QString &length)
{
    switch (share) {
    case TimeShare::Computing: return ReceiptTr::tr("computing %1").arg(length);
    case TimeShare::Ready: return ReceiptTr::tr("waiting for a processor %1").arg(length);
    case TimeShare::Blocked: break;
    }
    return ReceiptTr::tr("blocked %1").arg(length);
}

QString awaitedText(const StallReceipt::Awaited &awaited)
{
    const auto what = [&awaited] {
        switch (awaited.kind) {
        case AwaitedKind::Time: return ReceiptTr::tr("time to pass");
        case AwaitedKind::File: return ReceiptTr::tr("a file");
        case AwaitedKind::Socket: return ReceiptTr::tr("a socket");
        case AwaitedKind::Process: return ReceiptTr::tr("a process");
        case AwaitedKind::Thread: return ReceiptTr::tr("a thread");
        case AwaitedKind::Lock: return ReceiptTr::tr("a lock");
        case AwaitedKind::Other: break;
        }
        return ReceiptTr::tr("something else");
    };
    const QString number = awaited.number > 0 ? QString::number(awaited.number) : QString();
    QStringList words {what(), awaited.name, number};
    words.removeAll(QString());
    return words.join(u' ');
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

Culprit StallReceipt::culprit() const
{
    if (isPause())
        return {};
    if (!m_culprit)
        m_culprit = culpritOf(stacks);
    return *m_culprit;
}

StallCause StallReceipt::cause() const
{
    return isPause() ? StallCause::Unknown : causeOf(stacks);
}

void StallReceipt::apply(const TaskEvent &event)
{
    if (id == TaskId::None) {
        id = event.task;
        recordedNs = event.timeNs;
    }
    lastToldNs = event.timeNs;
    if (!isOver)
        endNs = event.timeNs;
    if (event.parent != TaskId::None)
        parent = event.parent;
    switch (event.kind) {
    case EventKind::StallBegan:
        if (!isOver)
            beginNs = event.value;
        break;
    case EventKind::StallSample: addSample(event); break;
    case EventKind::StallShare:
        if (event.code < timeShares)
            sharesNs[event.code] = event.value;
        break;
    case EventKind::StallWaitedFor:
        if (const Awaited one {AwaitedKind(event.code), event.text, event.value};
            !awaited.contains(one) && awaited.size() < mostNamed)
            awaited.append(one);
        break;
    case EventKind::StallInput:
        if (Waited *input = entry(waited, event))
            input->count = event.value;
        break;
    case EventKind::StallFirstInput:
        if (Waited *input = entry(waited, event))
            input->firstNs = event.value;
        break;
    case EventKind::StallPaused:
        pausedNs += event.value;
        pausedBy = PauseKind(event.code);
        break;
    case EventKind::StallGap: unseenNs += event.value; break;
    case EventKind::StallEnded:
        if (std::exchange(isOver, true))
            break;
        isCongestion = StallKind(event.code) == StallKind::Congestion;
        (isCongestion ? turns : longestTurnNs) = event.value;
        break;
    default: break; // not of a stall
    }
}

void StallReceipt::addSample(const TaskEvent &event)
{
    if (event.value == stacks.size() + 1 && !event.text.isEmpty())
        stacks.append({StackFrames::fromText(event.text), 1});
    else if (event.value >= 1 && event.value <= stacks.size())
        ++stacks[event.value - 1].count;
    else
        return;
    m_culprit.reset();
}

QString StallReceipt::lengthText() const
{
    return TaskText::seconds(isPause() && pausedNs > lengthNs() ? pausedNs : lengthNs());
}

QString StallReceipt::kindText() const
{
    if (isPause())
        return pauseText(pausedBy);
    if (!isOver)
        return ReceiptTr::tr("not over yet");
    return isCongestion ? ReceiptTr::tr("%Ln short turn(s)", nullptr, int(turns))
                        : ReceiptTr::tr("one long turn");
}

QString StallReceipt::culpritText() const
{
    const Culprit found = culprit();
    return found.confidence == Culprit::Confidence::Probable
        ? ReceiptTr::tr("probably %1").arg(found.frame.function)
        : found.frame.function;
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
        if (!isByHand(input.kind))
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
        if (!isByHand(input.kind))
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

/// What was measured of it, where it was.
QStringList StallReceipt::measuredLines() const
{
    QStringList lines;
    QStringList shares;
    for (int share = 0; share < timeShares; ++share) {
        if (const qint64 length = sharesNs[size_t(share)]; length >= 0)
            shares.append(shareText(TimeShare(share), TaskText::seconds(length)));
    }
    if (!shares.isEmpty())
        lines.append(ReceiptTr::tr("Its time: %1").arg(shares.join(u", "_s)));
    QStringList things;
    for (const Awaited &thing : awaited)
        things.append(awaitedText(thing));
    if (!things.isEmpty())
        lines.append(ReceiptTr::tr("It waited for %1").arg(things.join(u", "_s)));
    if (unseenNs > 0)
        lines.append(
            ReceiptTr::tr("Nobody could look for %1 of it").arg(TaskText::seconds(unseenNs)));
    return lines;
}

QString StallReceipt::toText(qint64 originNs) const
{
    QStringList lines {ReceiptTr::tr("The loop stood still for %1, from %2 on: %3.")
                           .arg(lengthText(),
                                TaskText::seconds(std::max<qint64>(0, beginNs - originNs)),
                                kindText())};
    const auto [frame, confidence] = culprit();
    if (confidence != Culprit::Confidence::None) {
        const bool isProbable = confidence == Culprit::Confidence::Probable;
        lines.append(
            (isProbable ? ReceiptTr::tr("Probably kept by %1") : ReceiptTr::tr("Kept by %1"))
                .arg(frame.function)
            + (frame.place.isEmpty() ? QString() : u"  (%1)"_s.arg(frame.place)));
    }
    if (stacks.isEmpty() && !isPause())
        lines.append(ReceiptTr::tr("What kept it is not known: no stack was seen."));
    if (!taskTitle.isEmpty())
        lines.append(ReceiptTr::tr("In the task %1").arg(taskTitle));
    if (pausedNs > 0 && !isPause())
        lines.append(
            ReceiptTr::tr("Of that, %1: %2").arg(TaskText::seconds(pausedNs), pauseText(pausedBy)));
    lines += measuredLines();
    if (!waited.isEmpty())
        lines.append(ReceiptTr::tr("Had to wait: %1").arg(waitedText()));
    if (!advice().isEmpty())
        lines.append(advice());
    for (const CountedStack &stack : heaviestStacks()) {
        lines.append(QString());
        lines.append(ReceiptTr::tr("Seen in %1 of %2 samples:").arg(stack.count).arg(samples()));
        for (const StackFrame &frame : stack.frames)
            lines.append(frameText(frame));
    }
    return lines.join(u'\n') + u'\n';
}
