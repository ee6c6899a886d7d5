// SPDX-License-Identifier: MIT
#include "record/stackframes.h"

#include <QStringList>

using namespace Qt::StringLiterals;

QString StackFrames::toText(const QList<StackFrame> &frames)
{
    QStringList lines;
    for (const StackFrame &frame : frames) {
        const QString ours = frame.isOurs ? u"ours"_s : QString();
        lines << QStringList {frame.function, frame.place, frame.object, ours}.join(u'\t');
    }
    return lines.join(u'\n');
}

QList<StackFrame> StackFrames::fromText(const QString &text)
{
    QList<StackFrame> frames;
    for (const QStringView line : QStringView(text).split(u'\n', Qt::SkipEmptyParts)) {
        if (frames.size() == longest)
            break;
        QList<QStringView> parts = line.split(u'\t');
        parts.resize(4);
        frames.append(
            {parts[0].toString(), parts[1].toString(), parts[2].toString(), parts[3] == u"ours"_s});
    }
    return frames;
}

qsizetype StackFrames::guilty(const QList<StackFrame> &frames)
{
    for (qsizetype i = 0; i < frames.size(); ++i) {
        if (frames[i].isOurs && !frames[i].function.isEmpty())
            return i;
    }
    return -1;
}
