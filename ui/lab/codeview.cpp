// SPDX-License-Identifier: MIT
#include "ui/lab/codeview.h"

#include "ui/lab/codehighlighter.h"
#include "ui/lab/codelanguage.h"
#include "ui/lab/diffcolours.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QFontDatabase>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

namespace {
constexpr int marginWidth = 26;
constexpr int documentMargin = 8;
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
    void paintEvent(QPaintEvent *event) override { m_view.paintMargin(event); }

private:
    CodeView &m_view;
};

CodeView::CodeView(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_highlighter(new CodeHighlighter(document()))
    , m_margin(new Margin(*this))
{
    setFrameShape(QFrame::NoFrame);
    setReadOnly(true);
    setLineWrapMode(NoWrap);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    document()->setDocumentMargin(documentMargin);
    setViewportMargins(marginWidth, 0, 0, 0);
    useFixedFont();
    connect(this, &QPlainTextEdit::updateRequest, m_margin, [this](const QRect &area, int) {
        m_margin->update(0, area.y(), marginWidth, area.height());
    });
}

void CodeView::useFixedFont()
{
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(QWidget::parentWidget() ? parentWidget()->font().pointSizeF()
                                                : fixed.pointSizeF());
    setFont(fixed);
    setTabStopDistance(QFontMetricsF(fixed).horizontalAdvance(u' ') * 4);
}

void CodeView::setCode(const QString &code, QStringView language)
{
    m_marked.clear();
    setPlainText(code);
    m_highlighter->setLanguage(CodeLanguage::of(language));
    horizontalScrollBar()->setValue(0);
}

void CodeView::setMarks(const QList<bool> &marked, Variant::Role role)
{
    m_marked = marked;
    m_role = role;
    viewport()->update();
    m_margin->update();
}

void CodeView::fitHeight()
{
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const qreal lines = QFontMetricsF(font()).lineSpacing() * blockCount();
    setFixedHeight(int(lines) + 2 * documentMargin + horizontalScrollBar()->sizeHint().height());
}

void CodeView::scrollTo(int line)
{
    verticalScrollBar()->setValue(line);
}

QColor CodeView::behindMarks() const
{
    return m_role == Variant::Role::Pitfall ? DiffColours::pitfall() : DiffColours::pattern();
}

void CodeView::forMarkedLines(const QRect &area,
                              const std::function<void(const QRectF &line)> &paint)
{
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF line = blockBoundingGeometry(block).translated(contentOffset());
        if (line.top() > area.bottom())
            break;
        if (m_marked.value(block.blockNumber()))
            paint(line);
    }
}

void CodeView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    forMarkedLines(event->rect(), [&](const QRectF &line) {
        painter.fillRect(QRectF(0, line.y(), viewport()->width(), line.height()), behindMarks());
    });
    painter.end();
    QPlainTextEdit::paintEvent(event);
}

void CodeView::paintMargin(QPaintEvent *event)
{
    const Theme &theme = Theme::current();
    const bool isPitfall = m_role == Variant::Role::Pitfall;
    QPainter painter(m_margin);
    painter.fillRect(event->rect(), theme.surface);
    painter.setFont(font());
    painter.setPen(isPitfall ? theme.stallText : theme.statusText(TaskStatus::Succeeded));
    forMarkedLines(event->rect(), [&](const QRectF &line) {
        const QRectF place(0, line.y(), marginWidth, line.height());
        painter.fillRect(place, behindMarks());
        painter.drawText(place, Qt::AlignCenter,
                         isPitfall ? QString(QChar(0x2212)) : QStringLiteral("+"));
    });
}

void CodeView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    m_margin->setGeometry(0, 0, marginWidth, viewport()->height());
}

void CodeView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_highlighter)
        m_highlighter->updateColours();
}
