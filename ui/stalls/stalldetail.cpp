// SPDX-License-Identifier: MIT
#include "ui/stalls/stalldetail.h"

#include "lab/catalogue.h"
#include "lab/labtext.h"
#include "session/stallreceipt.h"
#include "ui/style/theme.h"
#include "ui/widgets/focusring.h"

#include <QCoreApplication>
#include <QEvent>
#include <QTextBrowser>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype callersShown = 3; // behind the culprit, before the rest is folded

QString hex(const QColor &colour)
{
    return colour.name(QColor::HexRgb);
}

QString section(const QString &title)
{
    return u"<p style='font-weight:600; margin-top:18px; margin-bottom:4px'>%1</p>"_s.arg(
        title.toHtmlEscaped());
}

/// A number above what it means.
QString figure(const QString &value, const QString &caption, const QColor &colour)
{
    return u"<td style='padding-right:36px'><span style='font-size:xx-large; font-weight:600; "
           u"color:%1'>"
           "%2</span><br/><span style='color:%3'>%4</span></td>"_s.arg(
               hex(colour), value.toHtmlEscaped(), hex(Theme::current().secondaryText),
               caption.toHtmlEscaped());
}

QString link(const QString &target, const QString &text)
{
    return u"<a href='%1' style='color:%2; text-decoration:none'>%3</a>"_s.arg(
        target, hex(Theme::current().accent), text.toHtmlEscaped());
}

} // namespace

StallDetail::StallDetail(QWidget *parent)
    : QWidget(parent)
    , m_text(new QTextBrowser(this))
{
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setAccessibleName(tr("Receipt"));
    m_text->setOpenLinks(false);
    m_text->document()->setDocumentMargin(20);
    new FocusRing(*m_text);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addWidget(m_text);
    setFocusProxy(m_text);
    connect(m_text, &QTextBrowser::anchorClicked, this, &StallDetail::follow);
}

StallDetail::~StallDetail() = default;

void StallDetail::setReceipt(const StallReceipt &receipt)
{
    if (!m_receipt || m_receipt->id != receipt.id)
        m_showsAllFrames = false;
    m_receipt = std::make_unique<StallReceipt>(receipt);
    m_text->setFocusPolicy(Qt::StrongFocus);
    render();
}

void StallDetail::clear()
{
    m_receipt.reset();
    m_text->setFocusPolicy(Qt::NoFocus); // there is nothing to read, and no sight of the keys
    m_text->clear();
}

QString StallDetail::plainText() const
{
    return m_text->toPlainText();
}

void StallDetail::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        render();
    QWidget::changeEvent(event);
}

void StallDetail::follow(const QUrl &link)
{
    if (link.path() == "task"_L1) {
        emit taskRequested(m_receipt->parent);
    } else if (link.scheme() == "lab"_L1) {
        emit experimentRequested(link.path());
    } else {
        m_showsAllFrames = !m_showsAllFrames;
        render();
    }
}

void StallDetail::render()
{
    if (!m_receipt)
        return m_text->clear();
    m_text->setHtml(figures() + circumstances() + culprit() + instead());
}

QString StallDetail::figures() const
{
    const Theme &theme = Theme::current();
    const StallReceipt &receipt = *m_receipt;
    const QColor colour = receipt.isPause() ? theme.text
        : receipt.isCongestion              ? theme.congestionText
                                            : theme.stallText;
    QString html = u"<table cellspacing='0' cellpadding='0'><tr>"_s
        + figure(receipt.lengthText(), receipt.kindText(), colour);
    const auto [input, wait] = receipt.waitedInput();
    if (!input.isEmpty())
        html += figure(input, wait, theme.text);
    const auto [redraws, ignored] = receipt.waitedDrawing();
    if (!redraws.isEmpty())
        html += figure(redraws, ignored, theme.text);
    return html + u"</tr></table>"_s;
}

/// In which task it happened, and what of it was not the program's fault.
QString StallDetail::circumstances() const
{
    QString html;
    if (!m_receipt->taskTitle.isEmpty()) {
        html += section(tr("In the task"))
            + u"<p style='margin:0'>%1</p>"_s.arg(link(u"task"_s, m_receipt->taskTitle));
    }
    return html;
}

QString StallDetail::culprit() const
{
    const Theme &theme = Theme::current();
    const QString secondary = hex(theme.secondaryText);
    const Culprit found = m_receipt->culprit();
    const bool isProbable = found.confidence == Culprit::Confidence::Probable;
    QString html = section(m_receipt->isPause() ? tr("Not the program's fault")
                               : isProbable     ? tr("Probably guilty")
                                                : tr("Guilty"));
    if (m_receipt->isPause())
        return html + u"<p style='margin:0'>%1</p>"_s.arg(m_receipt->kindText().toHtmlEscaped());
    if (m_receipt->stacks.isEmpty()) {
        return html
            + u"<p style='margin:0; color:%1'>%2</p>"_s.arg(
                secondary,
                tr("No stack was seen: it was too short, or this system offers none.")
                    .toHtmlEscaped());
    }
    const CountedStack heaviest = m_receipt->heaviestStacks().first();
    const qsizetype first = std::max<qsizetype>(0, heaviest.frames.indexOf(found.frame));
    const qsizetype shown = m_showsAllFrames
        ? heaviest.frames.size()
        : std::min(heaviest.frames.size(), first + 1 + callersShown);
    const QString share
        = tr("%L1 of %n sample(s)", nullptr, int(m_receipt->samples())).arg(heaviest.count);
    html += u"<table cellspacing='0' cellpadding='3' style='font-family:monospace'>"_s;
    for (qsizetype i = m_showsAllFrames ? 0 : first; i < shown; ++i) {
        const StackFrame &frame = heaviest.frames[i];
        const bool isCulprit = i == first;
        html
            += u"<tr><td style='color:%1; font-weight:%2'>%3</td><td>&nbsp;&nbsp;</td>"
               "<td style='color:%4'>%5</td><td>&nbsp;&nbsp;</td><td style='color:%4'>%6</td></tr>"_s
                   .arg(hex(frame.isOurs ? theme.text : theme.secondaryText),
                        isCulprit ? u"700"_s : u"400"_s, frame.function.toHtmlEscaped(), secondary,
                        (frame.place.isEmpty() ? frame.object : frame.place).toHtmlEscaped(),
                        isCulprit ? share.toHtmlEscaped() : QString());
    }
    html += u"</table>"_s;
    const int hidden = int(heaviest.frames.size() - (shown - (m_showsAllFrames ? 0 : first)));
    if (hidden > 0 || m_showsAllFrames) {
        html += u"<p style='margin-top:4px'>%1</p>"_s.arg(
            link(u"frames"_s,
                 m_showsAllFrames ? tr("Fold the stack")
                                  : tr("Show %Ln more frame(s)", nullptr, hidden)));
    }
    return html;
}

QString StallDetail::instead() const
{
    const QString advice = m_receipt->advice();
    if (advice.isEmpty())
        return {};
    QString html
        = section(tr("Instead")) + u"<p style='margin:0'>%1</p>"_s.arg(advice.toHtmlEscaped());
    if (const Experiment *experiment = experimentOf(QString(m_receipt->experiment()))) {
        const QString title = labText(experiment->title);
        html += u"<p style='margin-top:6px'>%1</p>"_s.arg(
            link(u"lab:"_s + experiment->id, tr("Try it in the Lab: %1").arg(title)));
    }
    return html;
}
