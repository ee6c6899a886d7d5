// SPDX-License-Identifier: MIT
#pragma once

#include "ui/lab/codetokens.h"

#include <QSyntaxHighlighter>

#include <array>

/// Colours code in the few colours of the theme. Belongs to the document.
class CodeHighlighter final : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    explicit CodeHighlighter(QTextDocument *document);

    void setLanguage(const CodeLanguage &language);
    /// After the theme has changed.
    void updateColours();

protected:
    void highlightBlock(const QString &text) override;

private:
    void readColours();
    QTextCharFormat &formatOf(CodeToken::Kind kind) { return m_formats[size_t(kind)]; }

    const CodeLanguage *m_language;
    std::array<QTextCharFormat, size_t(CodeToken::Kind::Directive) + 1> m_formats;
};
