// SPDX-License-Identifier: MIT
#include "ui/lab/codehighlighter.h"

#include "ui/lab/codelanguage.h"
#include "ui/lab/diffcolours.h"
#include "ui/theme/contrast.h"
#include "ui/theme/theme.h"

CodeHighlighter::CodeHighlighter(QTextDocument *document)
    : QSyntaxHighlighter(document)
    , m_language(&CodeLanguage::of({}))
{
    readColours();
}

void CodeHighlighter::setLanguage(const CodeLanguage &language)
{
    m_language = &language;
    rehighlight();
}

void CodeHighlighter::updateColours()
{
    readColours();
    rehighlight();
}

/// Each is to be read on every background that a line of code may have.
void CodeHighlighter::readColours()
{
    const Theme &theme = Theme::current();
    const auto ink = [&theme](const QColor &colour) {
        return legible(colour, {theme.surface, DiffColours::pitfall(), DiffColours::pattern()},
                       4.5);
    };
    formatOf(CodeToken::Kind::Keyword).setForeground(ink(theme.accent));
    formatOf(CodeToken::Kind::Pause).setForeground(ink(theme.accent));
    formatOf(CodeToken::Kind::Pause).setFontWeight(QFont::Bold);
    formatOf(CodeToken::Kind::Type).setForeground(ink(mixed(theme.accent, theme.text, 0.5)));
    formatOf(CodeToken::Kind::String).setForeground(ink(theme.congestion));
    formatOf(CodeToken::Kind::Number).setForeground(ink(theme.congestion));
    formatOf(CodeToken::Kind::Comment).setForeground(ink(theme.secondaryText));
    formatOf(CodeToken::Kind::Comment).setFontItalic(true);
    formatOf(CodeToken::Kind::Directive).setForeground(ink(theme.secondaryText));
}

void CodeHighlighter::highlightBlock(const QString &text)
{
    int state = std::max(previousBlockState(), CodeTokens::plain); // -1 before the first
    for (const CodeToken &token : CodeTokens::of(text, *m_language, state))
        setFormat(int(token.begin), int(token.length), formatOf(token.kind));
    setCurrentBlockState(state);
}
