// SPDX-License-Identifier: MIT
#include "ui/lab/codetokens.h"

#include "ui/lab/codelanguage.h"

#include <algorithm>

namespace {

constexpr int inComment = 1;
constexpr int inLongQuote = 2; // and the number of its pair of quotes

bool isWord(QChar character)
{
    return character.isLetterOrNumber() || character == u'_';
}

/// Reads a line once, from left to right.
class Reader
{
public:
    Reader(QStringView line, const CodeLanguage &language, int &state)
        : m_line(line)
        , m_language(language)
        , m_state(state)
    {
    }

    QList<CodeToken> read()
    {
        if (m_state != CodeTokens::plain)
            goOn();
        else
            readDirective();
        while (m_at < m_line.size()) {
            if (!readComment() && !readString() && !readNumber() && !readWord())
                ++m_at;
        }
        return m_tokens;
    }

private:
    QStringView rest() const { return m_line.sliced(m_at); }
    QChar at(qsizetype place) const
    {
        return place >= 0 && place < m_line.size() ? m_line[place] : QChar();
    }
    void add(CodeToken::Kind kind, qsizetype begin, qsizetype end)
    {
        m_tokens.append({begin, end - begin, kind});
        m_at = end;
    }
    void goOn();
    void readUpTo(const QString &end, CodeToken::Kind kind, qsizetype begin, int state);
    void readDirective();
    bool readComment();
    bool readString();
    bool readLongString();
    qsizetype beginOfString() const;
    qsizetype endOfString(QChar quote) const;
    bool readNumber();
    bool readWord();
    bool isType(QStringView word) const;

    const QStringView m_line;
    const CodeLanguage &m_language;
    int &m_state;
    qsizetype m_at = 0;
    QList<CodeToken> m_tokens;
};

/// What an earlier line began.
void Reader::goOn()
{
    const int quotes = m_state - inLongQuote;
    if (m_state == inComment)
        readUpTo(QStringLiteral("*/"), CodeToken::Kind::Comment, 0, m_state);
    else if (quotes < m_language.longQuotes.size())
        readUpTo(m_language.longQuotes[quotes].end, CodeToken::Kind::String, 0, m_state);
}

/// From \p begin to the next \p end, looked for from here on; to the end of the line, and over it
/// in \p state, when there is none.
void Reader::readUpTo(const QString &end, CodeToken::Kind kind, qsizetype begin, int state)
{
    const qsizetype found = m_line.indexOf(end, m_at);
    m_state = found < 0 ? state : CodeTokens::plain;
    add(kind, begin, found < 0 ? m_line.size() : found + end.size());
}

void Reader::readDirective()
{
    if (!m_language.hasDirectives || !m_line.trimmed().startsWith(u'#'))
        return;
    const qsizetype hash = m_line.indexOf(u'#');
    qsizetype end = hash + 1;
    while (isWord(at(end)))
        ++end;
    add(CodeToken::Kind::Directive, hash, end);
    const qsizetype open = m_line.indexOf(u'<', end);
    const qsizetype close = m_line.indexOf(u'>', end);
    if (m_line.sliced(hash).startsWith(u"#include") && open >= 0 && close > open)
        add(CodeToken::Kind::String, open, close + 1);
}

bool Reader::readComment()
{
    const QString &mark = m_language.lineComment;
    if (!mark.isEmpty() && rest().startsWith(mark)) {
        add(CodeToken::Kind::Comment, m_at, m_line.size());
        return true;
    }
    if (!m_language.hasBlockComments || !rest().startsWith(u"/*"))
        return false;
    const qsizetype begin = m_at;
    m_at += 2;
    readUpTo(QStringLiteral("*/"), CodeToken::Kind::Comment, begin, inComment);
    return true;
}

bool Reader::readLongString()
{
    for (int i = 0; i < m_language.longQuotes.size(); ++i) {
        const CodeLanguage::Pair &quotes = m_language.longQuotes[i];
        if (!rest().startsWith(quotes.begin))
            continue;
        const qsizetype begin = beginOfString();
        m_at += quotes.begin.size();
        readUpTo(quotes.end, CodeToken::Kind::String, begin, inLongQuote + i);
        return true;
    }
    return false;
}

bool Reader::readString()
{
    if (readLongString())
        return true;
    const QChar quote = at(m_at);
    if (!m_language.quotes.contains(quote))
        return false;
    qsizetype end = endOfString(quote);
    const bool isLifetime = m_language.hasLifetimes && quote == u'\'' && at(m_at + 1) != u'\\'
        && at(m_at + 2) != u'\'';
    if (isLifetime)
        return false;
    if (at(end) == u'_' && quote == u'"') { // "…"_s
        while (isWord(at(end)))
            ++end;
    }
    add(CodeToken::Kind::String, beginOfString(), end);
    return true;
}

/// With what stands before the quote and belongs to it: u"…", f"…", $"…".
qsizetype Reader::beginOfString() const
{
    qsizetype begin = m_at;
    while (begin > 0 && (isWord(at(begin - 1)) || at(begin - 1) == u'$' || at(begin - 1) == u'@'))
        --begin;
    const bool isTaken
        = !m_tokens.isEmpty() && m_tokens.last().begin + m_tokens.last().length > begin;
    return m_at - begin > 2 || isTaken ? m_at : begin;
}

qsizetype Reader::endOfString(QChar quote) const
{
    qsizetype end = m_at + 1;
    while (end < m_line.size() && m_line[end] != quote)
        end += m_line[end] == u'\\' ? 2 : 1;
    return std::min(end + 1, m_line.size());
}

bool Reader::readNumber()
{
    if (!at(m_at).isDigit())
        return false;
    qsizetype end = m_at + 1;
    while (isWord(at(end)) || ((at(end) == u'.' || at(end) == u'\'') && at(end + 1).isDigit()))
        ++end;
    add(CodeToken::Kind::Number, m_at, end);
    return true;
}

bool Reader::readWord()
{
    if (!isWord(at(m_at)))
        return false;
    qsizetype end = m_at;
    while (isWord(at(end)))
        ++end;
    const QString word = m_line.sliced(m_at, end - m_at).toString();
    if (m_language.pauses.contains(word))
        add(CodeToken::Kind::Pause, m_at, end);
    else if (m_language.keywords.contains(word))
        add(CodeToken::Kind::Keyword, m_at, end);
    else if (isType(word))
        add(CodeToken::Kind::Type, m_at, end);
    m_at = end;
    return true;
}

/// By its looks: a capital first, and neither CONSTANT nor .Method(.
bool Reader::isType(QStringView word) const
{
    const bool isMethod = at(m_at - 1) == u'.' && at(m_at + word.size()) == u'(';
    return !m_language.name.isEmpty() && word.front().isUpper() && !isMethod
        && std::ranges::any_of(word, [](QChar character) { return character.isLower(); });
}

} // namespace

QList<CodeToken> CodeTokens::of(QStringView line, const CodeLanguage &language, int &state)
{
    return Reader(line, language, state).read();
}
