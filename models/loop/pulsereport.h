// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

/// What another process is told about the pulse of a loop, some twenty times a second. Times are
/// those of Recorder::now(), which all processes of a machine share.
struct PulseReport
{
    qint64 timeNs = 0;
    qint64 lastBeatNs = 0;
    qint64 lateNs = 0; ///< how long the beat is overdue; 0 while it is not
    qint64 stallNs = 0; ///< how long a stall has lasted; 0 without one
    bool canBeReleased = false; ///< it was blocked on purpose
    QString function {}; ///< the one that keeps the loop; empty while nobody knows

    bool operator==(const PulseReport &) const = default;

    /// A line of JSON with its line feed.
    QByteArray toLine() const;
    /// The inverse, for whatever a socket may bring: nothing when \p line is no report.
    static std::optional<PulseReport> fromLine(const QByteArray &line);
    static constexpr int longestLine = 4'096; ///< in bytes
};
