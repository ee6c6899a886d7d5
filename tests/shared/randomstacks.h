// SPDX-License-Identifier: MIT
#pragma once

#include "record/stackframes.h"

#include <QList>

#include <random>

/// Stacks as a sampler would see them during one stall, from a stream of random numbers: they share
/// some of their callers, and below these each is in something else, ours, Qt's, the C library's or
/// nobody's that has a name.
class RandomStacks
{
public:
    struct Seen
    {
        QString text; ///< StackFrames::toText()
        qint64 samples = 1;
    };

    enum class Kind : quint8 {
        Usual,
        Few, ///< few samples and frames, often cut off: what lies at the edge of a rule
    };

    explicit RandomStacks(std::mt19937 &random, Kind kind = Kind::Usual)
        : m_random(random)
        , m_isFew(kind == Kind::Few)
    {
    }

    /// None to five; 1 … 64 samples each.
    QList<Seen> several()
    {
        QList<StackFrame> callers; // of all of them, innermost first
        for (int count = below(m_isFew ? 2 : 3); count > 0; --count)
            callers.append(ours());
        const QList<StackFrame> outer = outermost();
        QList<Seen> seen;
        for (int count = below(6); count > 0; --count) {
            QList<StackFrame> frames = innermost();
            if (below(5) > 0)
                frames += callers;
            const qint64 samples = m_isFew || below(3) == 0 ? 1 + below(3) : 1 + below(64);
            seen.append({StackFrames::toText(frames + outer), samples});
        }
        return seen;
    }

private:
    int below(int limit) { return int(m_random() % quint32(limit)); }

    StackFrame ours()
    {
        static const QStringList names {
            QStringLiteral("spin()"),      QStringLiteral("Slot::guilty()"),
            QStringLiteral("round(int)"),  QStringLiteral("Model::read()"),
            QStringLiteral("isOver()"),    QStringLiteral("Kernel::step()"),
            QStringLiteral("program+0x12")};
        const int which = below(int(names.size()));
        return {names[which], QStringLiteral("ours.cpp:%1").arg(which), QStringLiteral("program"),
                true};
    }
    StackFrame foreign()
    {
        static const QList<StackFrame> frames {
            {QStringLiteral("QPainter::drawImage"), {}, QStringLiteral("libQt6Gui.so.6"), false},
            {QStringLiteral("QThread::msleep"), {}, QStringLiteral("libQt6Core.so.6"), false},
            {QStringLiteral("libQt6Core.so.6+0x1f"), {}, QStringLiteral("libQt6Core.so.6"), false},
            {QStringLiteral("clock_nanosleep"), {}, QStringLiteral("libc.so.6"), false},
            {QStringLiteral("memmove"), {}, QStringLiteral("libc.so.6"), false},
            {QStringLiteral("libc.so.6+0x12"), {}, QStringLiteral("libc.so.6"), false},
            {QString(), {}, QStringLiteral("libz.so.1"), false}};
        return frames[below(int(frames.size()))];
    }
    static StackFrame loop(const QString &function)
    {
        return {function, {}, QStringLiteral("libQt6Core.so.6"), false};
    }

    QList<StackFrame> innermost()
    {
        QList<StackFrame> frames;
        for (int count = below(3); count > 0; --count)
            frames.append(foreign());
        for (int count = below(m_isFew ? 2 : 3); count > 0; --count)
            frames.append(ours());
        if (below(8) == 0) { // a loop within a slot
            frames.append(loop(QStringLiteral("QEventLoop::exec")));
            frames.append(ours());
        }
        return frames;
    }
    QList<StackFrame> outermost()
    {
        const StackFrame main {QStringLiteral("main"), QStringLiteral("main.cpp:9"),
                               QStringLiteral("program"), true};
        if (m_isFew && below(2) == 0)
            return {};
        switch (below(5)) {
        case 0: return {}; // cut off
        case 1: return {main};
        case 2: return {loop(QStringLiteral("QEventDispatcherGlib::processEvents")), main};
        default:
            return {loop(QStringLiteral("QEventLoop::exec")),
                    loop(QStringLiteral("QCoreApplication::exec")), main};
        }
    }

    std::mt19937 &m_random;
    bool m_isFew;
};
