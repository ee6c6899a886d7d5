// SPDX-License-Identifier: MIT
#pragma once

#include "session/board.h"

#include <QByteArray>
#include <QJsonValue>
#include <QList>

#include <utility>

/// The results as data: what the command line prints and the window exports. Names and numbers are
/// never translated. Times in milliseconds; -1 where there is none.
namespace Report {

/// Name and value, a number or a text.
using Field = std::pair<const char *, QJsonValue>;
/// url, outcome, status, bytes, attempts, firstByteMs, elapsedMs, integrity, result, message.
/// An unfinished task has its status as outcome.
QList<Field> fields(const TaskState &task);
/// Of an address that never became a task.
QList<Field> rejectedFields(const QString &address, const QString &reason);

/// A header and a line for each row of \p board (RFC 4180, UTF-8, CRLF). A field that a spreadsheet
/// would take for a formula is quoted with an apostrophe.
QByteArray csv(const Board &board);
/// An array of objects with these fields, indented; the keys are sorted.
QByteArray jsonDocument(const Board &board);

/// "succeeded" … or "queued", "running", "suspended".
QLatin1StringView statusName(TaskStatus status);

} // namespace Report
