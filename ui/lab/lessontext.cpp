// SPDX-License-Identifier: MIT
#include "ui/lab/lessontext.h"

#include "lab/catalogue.h"
#include "ui/theme/contrast.h"
#include "ui/theme/theme.h"

#include <QFontDatabase>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextList>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

constexpr int lineHeight = 135; // per cent
constexpr int paragraphGap = 10;
constexpr int itemGap = 5;

bool leadsSomewhere(const QString &link)
{
    const QUrl url(link);
    return url.scheme() == "lab"_L1 && experimentOf(url.path());
}

QTextCharFormat codeFormat(QTextCharFormat format)
{
    const Theme &theme = Theme::current();
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    format.setFontFamilies({fixed.family(), u"monospace"_s});
    format.setBackground(mixed(theme.surface, theme.text, 0.07));
    return format;
}

QTextCharFormat linkFormat(QTextCharFormat format)
{
    if (leadsSomewhere(format.anchorHref())) {
        format.setForeground(Theme::current().accent);
        format.setFontUnderline(true); // a link by its shape as well
        return format;
    }
    format.setAnchor(false);
    format.setAnchorHref({});
    format.setFontUnderline(false);
    format.clearForeground();
    return format;
}

void dress(const QTextFragment &fragment, QTextDocument &document)
{
    QTextCharFormat format = fragment.charFormat();
    if (format.fontFixedPitch())
        format = codeFormat(format);
    else if (format.fontWeight() > QFont::Normal)
        format.setFontWeight(QFont::DemiBold);
    if (format.isAnchor())
        format = linkFormat(format);
    QTextCursor cursor(&document);
    cursor.setPosition(fragment.position());
    cursor.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
    cursor.setCharFormat(format);
}

void dress(const QTextBlock &block)
{
    QTextBlockFormat format = block.blockFormat();
    const bool isItem = block.textList();
    const bool isLast = !block.next().isValid();
    const bool endsList = isItem && !block.next().textList();
    format.setLineHeight(lineHeight, QTextBlockFormat::ProportionalHeight);
    format.setTopMargin(0);
    format.setBottomMargin(isLast ? 0 : isItem && !endsList ? itemGap : paragraphGap);
    QTextCursor(block).setBlockFormat(format);
    if (isItem) {
        QTextListFormat list = block.textList()->format();
        if (list.style()
            > QTextListFormat::ListDecimal) // a dot, whichever sign it has in the source
            list.setStyle(QTextListFormat::ListDisc);
        block.textList()->setFormat(list);
    }
}

/// To change a fragment ends the walk over the fragments, hence the copy.
QList<QTextFragment> fragmentsOf(const QTextBlock &block)
{
    QList<QTextFragment> fragments;
    for (auto it = block.begin(); !it.atEnd(); ++it)
        fragments.append(it.fragment());
    return fragments;
}

} // namespace

void LessonText::write(QTextDocument &document, const QString &markdown)
{
    document.setMarkdown(markdown, QTextDocument::MarkdownDialectGitHub);
    document.setIndentWidth(22);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (const QTextFragment &fragment : fragmentsOf(block))
            dress(fragment, document);
        dress(block);
    }
}

QString LessonText::html(const QString &markdown)
{
    QTextDocument document;
    write(document, markdown);
    return document.toHtml();
}
