// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QStringView>

struct CodeLanguage;

/// A stretch of a line that is drawn in a manner of its own.
struct CodeToken
{
    enum class Kind : quint8 { Keyword, Pause, Type, String, Number, Comment, Directive };

    qsizetype begin = 0;
    qsizetype length = 0;
    Kind kind = Kind::Keyword;

    bool operator==(const CodeToken &) const = default;
};

/// As much of a programming language as it takes to colour a few lines of it.
namespace CodeTokens {

constexpr int plain = 0; ///< the state before the first line

/// Those of \p line, from left to right, without overlaps. \p state is what the line before left,
/// and becomes what this one leaves: within a comment, within a string.
QList<CodeToken> of(QStringView line, const CodeLanguage &language, int &state);

} // namespace CodeTokens
