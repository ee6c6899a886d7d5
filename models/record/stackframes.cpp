// SPDX-License-Identifier: MIT
#include "record/stackframes.h"

#include <QStringList>

using namespace Qt::StringLiterals;

QString StackFrames::toText(const QList<StackFrame> &frames)
{
    QStringList lines;
    for (const StackFrame &frame : frames) {
        const QString ours = frame.isOurs ? u"ours"_s : QString();
        QStringList parts {frame.function, frame.place, frame.object, ours};
        if (frame.module != 0)
            parts << QString::number(frame.module) << QString::number(frame.offset, 16);
        lines << parts.join(u'\t');
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
        parts.resize(6);
        StackFrame frame {parts[0].toString(), parts[1].toString(), parts[2].toString(),
                          parts[3] == u"ours"_s, parts[4].toUInt()};
        if (frame.module != 0)
            frame.offset = parts[5].toULongLong(nullptr, 16);
        frames.append(frame);
    }
    return frames;
}
