// SPDX-License-Identifier: MIT
#pragma once

#include "record/snapshot.h"
#include "session/board.h"

/// What the window says about a task, translated. Pure; any thread.
namespace TaskText {

QString statusWord(TaskStatus status); ///< "running", "timed out"
/// Of an address below \p base the path that is left, without its parameters; of any other host,
/// path and parameters.
QString shortTitle(const QString &title, const QString &base);
/// What the addresses of all fetches begin with, up to a slash behind the host: a base for
/// shortTitle(). Empty when there is none. Looks at the first ten thousand events.
QString commonBase(const Snapshot &events);
/// The one most useful fact: how far it got, what it waits for, why it failed.
QString detail(const TaskState &task);
/// How long it has been at it, from its start to its end or to \p nowNs; empty before its start.
QString duration(const TaskState &task, qint64 nowNs);
QString integrityWord(Integrity integrity);
QString processingWord(const QString &stage); ///< of NoteCode::Stage
/// \p text for a tip of a view, which takes what looks like HTML for HTML, and loads its pictures.
/// What a server or a file says stays text.
QString tip(const QString &text);
QString bytes(qint64 count); ///< "1.2 MB"
QString seconds(qint64 ns); ///< "0.41 s"; "12 ms" below a tenth of a second
/// A length of any order, in the unit that suits it: "3.2 µs", "0.41 ms", "12.4 s".
QString length(qint64 ns);
/// A time since the recording began, as exact as \p stepNs asks for: "12.4 s", "350.5 ms".
QString instant(qint64 ns, qint64 stepNs);

} // namespace TaskText
