// SPDX-License-Identifier: MIT
#include "ui/shell/momentbar.h"

#include "session/session.h"
#include "session/tasktext.h"
#include "ui/style/contrast.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

MomentBar::MomentBar(Session &session, QWidget *parent)
    : QFrame(parent)
    , m_label(new QLabel(this))
    , m_live(new QPushButton(this))
{
    setObjectName(u"Playhead"_s);
    m_label->setFont(Theme::strong(Theme::numberFont(font())));
    auto *hint = new QLabel(
        tr("Every view shows that moment. Alt+Left and Alt+Right go from event to event."), this);
    hint->setForegroundRole(QPalette::PlaceholderText);
    hint->setToolTip(hint->text()); // it gives way
    hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 4, 16, 5);
    layout->setSpacing(12);
    layout->addWidget(m_label);
    layout->addWidget(hint, 1);
    layout->addWidget(m_live);
    connect(m_live, &QPushButton::clicked, this, [this] { m_session->playhead().showLive(); });
    setSession(session);
}

void MomentBar::setSession(Session &session)
{
    if (m_session)
        m_session->disconnectView(*this);
    m_session = &session;
    connect(&session.playhead(), &Playhead::jumped, this, &MomentBar::refresh);
    m_live->setText(session.isGrowing() ? tr("Back to live") : tr("Back to the end"));
    m_live->setAccessibleName(m_live->text());
    m_live->setToolTip(session.isGrowing() ? tr("Show what is happening now (Ctrl+L)")
                                           : tr("Show all that was recorded (Ctrl+L)"));
    refresh();
}

QString MomentBar::sentence() const
{
    return isHidden() ? QString() : m_label->text();
}

void MomentBar::refresh()
{
    const Playhead &playhead = m_session->playhead();
    if (!playhead.isLive()) {
        const qint64 since = playhead.timeNs() - m_session->recording().originNs();
        m_label->setText(tr("Paused at %1").arg(TaskText::instant(since, 10'000'000)));
    }
    setVisible(!playhead.isLive());
}

void MomentBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), theme.selection);
    painter.fillRect(0, height() - 1, width(), 1, theme.line);
    painter.fillRect(0, 0, 4, height(), theme.accent);
}
