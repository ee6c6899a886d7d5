// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QSet>
#include <QString>

/// What has to be known of a programming language to tell its words, strings and comments apart.
struct CodeLanguage
{
    struct Pair
    {
        QString begin;
        QString end;
    };

    QString name {}; ///< "C++", as the lessons have it
    QSet<QString> keywords {};
    QSet<QString> pauses {}; ///< where it waits for something: "await", "co_await"
    QString lineComment {};
    bool hasBlockComments = true; ///< /* … */
    QString quotes {}; ///< each character begins and ends a string within a line
    QList<Pair> longQuotes {}; ///< of strings that may go over lines
    bool hasDirectives = false; ///< a line that begins with #
    bool hasLifetimes = false; ///< 'a is no string

    /// The one of this name; one without words when there is none.
    static const CodeLanguage &of(QStringView name);
};
