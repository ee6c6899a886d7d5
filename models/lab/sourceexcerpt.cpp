// SPDX-License-Identifier: MIT
#include "lab/sourceexcerpt.h"

#include <QFile>
#include <QStringList>

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
