// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

/// The text that goes with an experiment, from resources/lessons/ID.md: below "# Why" Markdown, at
/// most a page, whose links "lab:ID" lead to other experiments, and below "# Elsewhere" a
/// "## Language" for each of the other languages, with a block of code. ID.de.md has the first
/// part in German. A value.
struct Lesson
{
    struct Snippet
    {
        QString language; ///< "JavaScript"
        QString code;
        QString remark; ///< Markdown; what has to be said beside the code, often nothing
    };

    QString why; ///< Markdown
    QList<Snippet> elsewhere;

    static Lesson parse(const QString &markdown);
    /// Of the experiment \p id, in the language of \p localeName ("de_DE") where there is one.
    static Lesson of(QStringView id, const QString &localeName);
};
