// SPDX-License-Identifier: MIT
#include "lab/sourceexcerpt.h"

#include <QFile>
#include <QHash>

using namespace Qt::StringLiterals;

namespace {

/// The word of a mark; empty when \p line is none.
QStringView markOf(QStringView line)
{
    const QStringView trimmed = line.trimmed();
    const bool isMark = trimmed.startsWith(u"//! [") && trimmed.endsWith(u']');
    return isMark ? trimmed.sliced(5).chopped(1) : QStringView();
}

} // namespace

QString SourceExcerpt::sourceOf(QStringView id)
{
    QFile file(u":/lab/%1.cpp"_s.arg(id));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString SourceExcerpt::part(const QString &source, QStringView word)
{
    QStringList lines;
    bool isInside = false;
    for (const QString &line : source.split(u'\n')) {
        if (markOf(line) == word)
            isInside = !isInside;
        else if (isInside)
            lines.append(line);
    }
    return lines.join(u'\n');
}

QStringList SourceExcerpt::faults(const QString &source)
{
    QStringList faults;
    QHash<QString, int> seen;
    QString open;
    int length = 0;
    for (const QString &line : source.split(u'\n')) {
        const QString word = markOf(line).toString();
        if (word.isEmpty()) {
            ++length;
        } else if (open.isEmpty()) {
            open = word;
            length = 0;
            if (++seen[word] > 1)
                faults.append(u"[%1] begins twice."_s.arg(word));
        } else if (word != open) {
            faults.append(u"[%1] begins within [%2]."_s.arg(word, open));
        } else {
            if (length == 0 || length > longest)
                faults.append(u"[%1] has %2 lines."_s.arg(word).arg(length));
            open.clear();
        }
    }
    if (!open.isEmpty())
        faults.append(u"[%1] does not end."_s.arg(open));
    return faults;
}
