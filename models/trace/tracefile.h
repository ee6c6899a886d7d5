// SPDX-License-Identifier: MIT
#pragma once

#include "trace/trace.h"

/// Traces as files. Both block for as long as the disk and the size need: not for the GUI's thread.
namespace TraceFile {

/// Writes \p events to \p path and returns what went wrong, a sentence; empty when it is saved. A
/// file that was there is replaced at the very end, or stays as it was. What is no plain file, such
/// as a pipe, is written to directly.
QString save(const Snapshot &events, const QString &path, const TraceWatch &watch = {});
/// Trace::fault is a sentence with the name of the file.
Trace load(const QString &path, const TraceWatch &watch = {});

} // namespace TraceFile
