// SPDX-License-Identifier: MIT
#include "ui/workbench/inspector.h"

#include "session/session.h"
#include "session/taskstory.h"
#include "session/tasktext.h"
#include "ui/style/theme.h"
#include "ui/widgets/focusring.h"

#include <QEvent>
#include <QTextBrowser>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int refreshMs = 150;
constexpr int edge = 4; // of the card, where no text shows

QString hex(const QColor &colour)
{
    return colour.name(QColor::HexRgb);
}

QString heading(const TaskState &task, const QString &base)
{
    const Theme &theme = Theme::current();
    const QString title = TaskText::shortTitle(task.title, base);
    QString html = u"<p style='font-size:large; font-weight:600; margin-bottom:2px'>%1</p>"_s.arg(
        title.toHtmlEscaped());
    if (title != task.title)
        html += u"<p style='color:%1'>%2</p>"_s.arg(hex(theme.secondaryText),
                                                    task.title.toHtmlEscaped());
    html += u"<p style='color:%1; font-weight:600'>%2</p>"_s.arg(
        hex(theme.statusText(task.status)), TaskText::statusWord(task.status).toHtmlEscaped());
    if (!task.message.isEmpty())
        html += u"<p>%1</p>"_s.arg(task.message.toHtmlEscaped());
    if (!task.result.isEmpty())
        html += u"<p>%1</p>"_s.arg(task.result.toHtmlEscaped());
    return html;
}

QString table(const QList<StoryLine> &story)
{
    const Theme &theme = Theme::current();
    QString html = u"<table cellspacing='0' cellpadding='2' style='margin-top:10px'>"_s;
    for (const StoryLine &line : story) {
        const QString time = line.isDetail ? QString() : TaskText::seconds(line.sinceQueuedNs);
        const QString colour = hex(line.isDetail ? theme.secondaryText : theme.text);
        html += u"<tr><td align='right' style='color:%1; white-space:nowrap'>%2</td>"
                "<td>&nbsp;</td><td style='color:%3'>%4</td></tr>"_s.arg(
                    hex(theme.secondaryText), time, colour, line.text.toHtmlEscaped());
    }
    return html + u"</table>"_s;
}

} // namespace

Inspector::Inspector(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_browser(new QTextBrowser(this))
{
    m_browser->setFrameShape(QFrame::NoFrame);
    m_browser->setAccessibleName(tr("Story of the task"));
    m_browser->setOpenLinks(false);
    m_browser->setTabChangesFocus(true);
    m_browser->document()->setDocumentMargin(12 - edge);
    new FocusRing(*m_browser);
    m_browser->setPlaceholderText(tr("Choose a task and press Enter to read its story."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1 + edge, edge, 1 + edge, 1);
    layout->addWidget(m_browser);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(refreshMs);
    connect(&m_refresh, &QTimer::timeout, this, &Inspector::refresh);
    setSession(session);
}

void Inspector::setSession(Session &session)
{
    if (m_session)
        m_session->disconnectView(*this);
    m_session = &session;
    const Playhead &playhead = session.playhead();
    connect(&playhead, &Playhead::rowsChanged, this, [this](const std::vector<qsizetype> &rows) {
        const TaskState *task = m_session->playhead().board().task(m_task);
        if (task && isVisible() && std::ranges::binary_search(rows, task->row)
            && !m_refresh.isActive())
            m_refresh.start();
    });
    connect(&playhead, &Playhead::jumped, this, [this] {
        if (isVisible() && !m_refresh.isActive())
            m_refresh.start();
    });
    connect(&playhead, &Playhead::reset, this, [this] { setTask(TaskId::None); });
    setTask(session.selectedTask());
}

void Inspector::setTask(TaskId task)
{
    m_task = task;
    refresh();
}

QString Inspector::plainText() const
{
    return m_browser->toPlainText();
}

void Inspector::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        refresh();
    QWidget::changeEvent(event);
}

void Inspector::showEvent(QShowEvent *)
{
    refresh();
}

void Inspector::refresh()
{
    const Playhead &playhead = m_session->playhead();
    const TaskState *task = playhead.board().task(m_task);
    if (!task)
        return m_browser->clear();
    m_browser->setHtml(heading(*task, m_session->baseAddress())
                       + table(taskStory(m_session->recording(), m_task, playhead.events())));
}
