// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

/// One call on a stack. Empty where it is not known.
struct StackFrame
{
    QString function; ///< demangled; "object+0x1f" when nothing names it
    QString place; ///< "file.cpp:12"
    QString object; ///< file name of the program or library the code is in
    bool isOurs = false; ///< of this program, not of a library
    quint32 module = 0; ///< the number of a Module event; 0 unknown
    quint64 offset = 0; ///< in that module's file, as its symbols count

    bool operator==(const StackFrame &) const = default;
};

/// A stack, the innermost call first, and how it stands in the text of an event.
namespace StackFrames {
/// A line for each frame, with its fields parted by tabs; never translated, the inverse of
/// fromText().
QString toText(const QList<StackFrame> &frames);
/// Takes any text: what is missing in a line stays empty, at most \c longest lines are read.
QList<StackFrame> fromText(const QString &text);
constexpr int longest = 256;
} // namespace StackFrames
