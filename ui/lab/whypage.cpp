// SPDX-License-Identifier: MIT
#include "ui/lab/whypage.h"

#include "lab/catalogue.h"
#include "lab/labtext.h"
#include "ui/lab/lessontext.h"
#include "ui/theme/theme.h"
#include "ui/views/focusring.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QScrollBar>

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
