// SPDX-License-Identifier: MIT
#include "ui/lab/whypage.h"

#include "lab/catalogue.h"
#include "lab/labtext.h"
#include "ui/lab/lessontext.h"
#include "ui/theme/theme.h"
#include "ui/views/focusring.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFontMetricsF>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace {
constexpr int charactersPerLine = 74;
constexpr int margin = 18;
constexpr int ringInset = 4;
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
    new FocusRing(*this, ringInset);
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
            links.append(
                u"[%1](lab:%2)"_s.arg(labText(experiment->title), id));
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
