// SPDX-License-Identifier: MIT
#include "ui/lab/lessontext.h"

#include "lab/catalogue.h"
#include "lab/labtext.h"
#include "ui/style/contrast.h"
#include "ui/style/theme.h"
#include "ui/widgets/focusring.h"

#include <QEvent>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextList>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {
constexpr int charactersPerLine = 74;
constexpr int edge = 4; // of the card, where no text shows
constexpr int margin = 18 - edge;
constexpr int aroundLink = 24;
} // namespace

WhyPage::WhyPage(QWidget *parent)
    : QTextBrowser(parent)
{
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Why"));
    setOpenLinks(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(margin);
    viewport()->setAutoFillBackground(false);
    setViewportMargins(edge, edge, edge, edge);
    new FocusRing(*this);
    zoomIn(1); // it is read at length
    setLineWrapMode(QTextEdit::FixedPixelWidth);
    connect(this, &QTextBrowser::anchorClicked, this,
            [this](const QUrl &link) { emit experimentRequested(link.path()); });
}

void WhyPage::setText(const QString &why, const std::vector<QLatin1StringView> &related)
{
    m_why = why;
    m_related = related;
    write();
    verticalScrollBar()->setValue(0);
}

void WhyPage::write()
{
    QStringList links;
    for (const QLatin1StringView id : m_related) {
        if (const Experiment *experiment = experimentOf(id.toString()))
            links.append(u"[%1](lab:%2)"_s.arg(labText(experiment->title), id));
    }
    const int scrolled = verticalScrollBar()->value();
    LessonText::write(*document(),
                      links.isEmpty()
                          ? m_why
                          : m_why + u"\n\n"_s + tr("**See also:** %1").arg(links.join(u" · "_s)));
    moveCursor(QTextCursor::Start);
    verticalScrollBar()->setValue(scrolled);
}

void WhyPage::fit()
{
    const qreal measure = QFontMetricsF(font()).averageCharWidth() * charactersPerLine;
    setLineWrapColumnOrWidth(std::min(viewport()->width(), int(measure) + 2 * margin));
}

/// From link to link, each with some text around it.
bool WhyPage::focusNextPrevChild(bool isNext)
{
    const bool isWithin = QTextBrowser::focusNextPrevChild(isNext);
    if (isWithin) {
        const QRect link = cursorRect();
        const int below = link.bottom() + aroundLink - viewport()->height();
        const int above = link.top() - aroundLink;
        verticalScrollBar()->setValue(verticalScrollBar()->value() + std::max(0, below)
                                      + std::min(0, above));
    }
    return isWithin;
}

void WhyPage::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        write();
    else if (event->type() == QEvent::FontChange)
        fit();
}

void WhyPage::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    fit();
}

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
