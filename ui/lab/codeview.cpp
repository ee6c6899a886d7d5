// SPDX-License-Identifier: MIT
#include "ui/lab/codeview.h"

#include "ui/lab/codelanguage.h"
#include "ui/lab/codetokens.h"
#include "ui/style/contrast.h"
#include "ui/style/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QPainter>
#include <QScrollBar>
#include <QSyntaxHighlighter>
#include <QTextBlock>

#include <array>

using namespace Qt::StringLiterals;

namespace {

/// Behind the lines that only one variant has.
namespace DiffColours {

inline QColor pitfall()
{
    const Theme &theme = Theme::current();
    return mixed(theme.surface, theme.stall, theme.isDark ? 0.14 : 0.09);
}

inline QColor pattern()
{
    const Theme &theme = Theme::current();
    return mixed(theme.surface, theme.beat, theme.isDark ? 0.14 : 0.1);
}

} // namespace DiffColours

} // namespace

/// Colours code in the few colours of the theme. Belongs to the document.
class CodeHighlighter final : public QSyntaxHighlighter
{
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

namespace {
constexpr int plainMargin = 10;
constexpr int markMargin = 28;
constexpr int documentMargin = 8;
constexpr int lineGap = 3;
} // namespace

/// Stays where it is when long lines are scrolled.
class CodeView::Margin final : public QWidget
{
public:
    explicit Margin(CodeView &view)
        : QWidget(&view)
        , m_view(view)
    {
    }

protected:
    void paintEvent(QPaintEvent *) override { m_view.paintMargin(); }

private:
    CodeView &m_view;
};

CodeView::CodeView(QWidget *parent)
    : QTextEdit(parent)
    , m_highlighter(new CodeHighlighter(document()))
    , m_margin(new Margin(*this))
{
    setFrameShape(QFrame::NoFrame);
    setReadOnly(true);
    setLineWrapMode(NoWrap);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    document()->setDocumentMargin(documentMargin);
    viewport()->setAutoFillBackground(false);
    setMarginWidth(plainMargin);
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(QApplication::font().pointSizeF());
    setFont(fixed);
    setTabStopDistance(QFontMetricsF(fixed).horizontalAdvance(u' ') * 4);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, m_margin,
            qOverload<>(&QWidget::update));
}

void CodeView::setCode(const QString &code, QStringView language)
{
    m_marked.clear();
    setMarginWidth(plainMargin);
    setPlainText(code);
    QTextBlockFormat spaced;
    spaced.setLineHeight(lineGap, QTextBlockFormat::LineDistanceHeight);
    QTextCursor all(document());
    all.select(QTextCursor::Document);
    all.mergeBlockFormat(spaced);
    m_highlighter->setLanguage(CodeLanguage::of(language));
    horizontalScrollBar()->setValue(0);
}

void CodeView::setMarks(const QList<bool> &marked, Variant::Role role)
{
    m_marked = marked;
    m_role = role;
    setMarginWidth(markMargin);
    viewport()->update();
    m_margin->update();
}

void CodeView::fitHeight()
{
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const bool overflows = document()->idealWidth() > viewport()->width();
    setFixedHeight(int(document()->size().height())
                   + (overflows ? horizontalScrollBar()->sizeHint().height() : 0));
}

/// In the viewport; all of its height, so that marked lines below one another touch.
QRect CodeView::lineRect(const QTextBlock &block) const
{
    const QAbstractTextDocumentLayout &layout = *document()->documentLayout();
    const QRectF rect = layout.blockBoundingRect(block);
    const qreal end = block.next().isValid() ? layout.blockBoundingRect(block.next()).y()
                                             : rect.bottom() + lineGap;
    const int above = verticalScrollBar()->value() + lineGap / 2;
    return {0, int(rect.y()) - above, viewport()->width(), int(end) - int(rect.y())};
}

void CodeView::setMarginWidth(int width)
{
    setViewportMargins(width, 0, 0, 0);
    m_margin->setGeometry(0, 0, width, viewport()->height());
}

QColor CodeView::behindMarks() const
{
    return m_role == Variant::Role::Pitfall ? DiffColours::pitfall() : DiffColours::pattern();
}

void CodeView::forMarkedLines(const std::function<void(const QRect &line)> &paint) const
{
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (m_marked.value(block.blockNumber()))
            paint(lineRect(block));
    }
}

void CodeView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    forMarkedLines([&](const QRect &line) { painter.fillRect(line, behindMarks()); });
    painter.end();
    QTextEdit::paintEvent(event);
}

void CodeView::paintMargin()
{
    const Theme &theme = Theme::current();
    const bool isPitfall = m_role == Variant::Role::Pitfall;
    QPainter painter(m_margin);
    painter.setFont(font());
    painter.setPen(isPitfall ? theme.stallText : theme.statusText(TaskStatus::Succeeded));
    forMarkedLines([&](const QRect &line) {
        const QRect place(0, line.y(), m_margin->width(), line.height());
        painter.fillRect(place, behindMarks());
        painter.drawText(place, Qt::AlignCenter, isPitfall ? u"\u2212"_s : u"+"_s);
    });
}

void CodeView::resizeEvent(QResizeEvent *event)
{
    QTextEdit::resizeEvent(event);
    m_margin->setGeometry(0, 0, m_margin->width(), viewport()->height());
}

void CodeView::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_highlighter->updateColours();
}
