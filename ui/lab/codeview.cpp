// SPDX-License-Identifier: MIT
#include "ui/lab/codeview.h"

#include "ui/lab/codehighlighter.h"
#include "ui/lab/codelanguage.h"
#include "ui/lab/diffcolours.h"
#include "ui/theme/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

using namespace Qt::StringLiterals;

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
