// SPDX-License-Identifier: MIT
#include "lab/lesson.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace {

QString read(const QString &name)
{
    QFile file(u":/lessons/"_s + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The lines of \p text below \p heading, up to the next heading of its level.
QString below(const QString &text, const QString &heading)
{
    QString result;
    bool isInside = false;
    bool isCode = false;
    for (const QString &line : text.split(u'\n')) {
        isCode = line.startsWith("```"_L1) ? !isCode : isCode;
        if (!isCode && line.startsWith("# "_L1))
            isInside = line == heading;
        else if (isInside)
            result += line + u'\n';
    }
    return result.trimmed();
}

Lesson::Snippet snippetOf(const QString &section)
{
    Lesson::Snippet snippet;
    bool isCode = false;
    const QStringList lines = section.split(u'\n');
    snippet.language = lines.first().trimmed();
    for (const QString &line : lines.sliced(1)) {
        if (line.startsWith("```"_L1))
            isCode = !isCode;
        else
            (isCode ? snippet.code : snippet.remark) += line + u'\n';
    }
    snippet.code = snippet.code.trimmed();
    snippet.remark = snippet.remark.trimmed();
    return snippet;
}

} // namespace

Lesson Lesson::parse(const QString &markdown)
{
    Lesson lesson {.why = below(markdown, u"# Why"_s), .elsewhere = {}};
    const QString elsewhere = u'\n' + below(markdown, u"# Elsewhere"_s);
    for (const QString &section : elsewhere.split(u"\n## "_s).sliced(1))
        lesson.elsewhere.append(snippetOf(section));
    return lesson;
}

Lesson Lesson::of(QStringView id, const QString &localeName)
{
    Lesson lesson = parse(read(u"%1.md"_s.arg(id)));
    const QString translated
        = below(read(u"%1.%2.md"_s.arg(id, localeName.section(u'_', 0, 0))), u"# Why"_s);
    if (!translated.isEmpty())
        lesson.why = translated;
    return lesson;
}
