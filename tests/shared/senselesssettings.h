// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>

/// Of a file of settings: where a setting is, its key, and what stands there.
struct SettingsLine
{
    const char *name;
    QByteArray section;
    QByteArray key;
    QByteArray value;
};

/// All that the window reads, as a newer version may write it, or a disk may damage it.
inline const QList<SettingsLine> senselessSettings {
    {"in flight, too many", "run", "inFlight", "1001"},
    {"in flight, none", "run", "inFlight", "0"},
    {"in flight, a word", "run", "inFlight", "automatic"},
    {"in flight, two", "run", "inFlight", "24, 48"},
    {"per host, negative", "run", "perHost", "-5"},
    {"per host, no integer", "run", "perHost", "6.5"},
    {"time limit, too long", "run", "timeLimitSeconds", "99999999999"},
    {"time limit, with a unit", "run", "timeLimitSeconds", "10s"},
    {"then, a newer one", "run", "then", "translate"},
    {"then, a list", "run", "then", "sha256, words"},
    {"page, a newer one", "window", "page", "map"},
    {"page, empty", "window", "page", ""},
    {"page, of more parts than there are", "window", "page", "@Variant(\\0\\0\\0\\t\\x1\\0\\0\\0)"},
    {"theme, a newer one", "window", "theme", "sepia"},
    {"theme, empty", "window", "theme", ""},
    {"place, no bytes", "window", "geometry", "1280x800"},
    {"place, other bytes", "window", "geometry", "@ByteArray(nonsense)"},
    {"place, a rectangle", "window", "geometry", "@Rect(0 0 100 100)"},
    {"place, of a newer Qt", "window", "geometry",
     "@ByteArray(\\x1\\xd9\\xd0\\xcb\\0\\x7\\0\\0" + QByteArray("\\0").repeated(80) + ")"},
    {"place, a giant", "window", "geometry",
     "@ByteArray("
     "\\x1\\xd9\\xd0\\xcb\\0\\x3\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\x4\\xff\\0\\0\\x3\\x1f\\0\\0"
     "\\0"
     "age without \\0\\x4\\xff\\0\\0\\x3\\x1f\\0\\0\\0\\0\\0"
     "\\0\\0\\0\\x5\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\x4\\xff\\0\\0\\x3\\x1f)"},
    {"parts, three", "workbench", "parts", "\"1,2,3\""},
    {"parts, bytes", "workbench", "parts", "@ByteArray(\\0\\0\\0\\xff)"},
    {"strips, giants", "workbench", "strips", "\"1000000000,1\""},
    {"folded, a word", "workbench", "timelineFolded", "halfway"},
    {"experiment, a newer one", "lab", "experiment", "quantum-loops"},
    {"explored, bytes", "lab", "explored", "@ByteArray(futures)"},
    {"seed, negative", "lab", "seed", "-1"},
    {"seed, too large", "lab", "seed", "4294967296"},
    {"tab, a newer one", "lab", "tab", "quiz"},
    {"language, a newer one", "lab", "language", "Fortran"},
    {"tour, a word", "tour", "done", "partly"},
    {"witness, a word", "witness", "withSwitch", "sometimes"},
    {"stall threshold, too short", "stalls", "threshold", "1"},
    {"stall threshold, too long", "stalls", "threshold", "60000"},
    {"stall threshold, a word", "stalls", "threshold", "adaptive"},
    {"way to block, a newer one", "block", "way", "7"},
    {"way to block, by name", "block", "way", "Mutex"},
    {"block, not on offer", "block", "milliseconds", "1700"},
    {"block, for ever", "block", "milliseconds", "2147483647"},
};

/// A file with the first value of each key, and how many keys it has.
inline std::pair<QByteArray, qsizetype> allSenselessSettings()
{
    QMap<QByteArray, QByteArray> sections;
    for (const SettingsLine &line : senselessSettings) {
        if (!sections[line.section].contains('\n' + line.key + '='))
            sections[line.section] += '\n' + line.key + '=' + line.value;
    }
    std::pair<QByteArray, qsizetype> all;
    for (auto section = sections.cbegin(); section != sections.cend(); ++section) {
        all.first += '[' + section.key() + ']' + section.value() + '\n';
        all.second += section.value().count('\n');
    }
    return all;
}
