// SPDX-License-Identifier: MIT
#include "ui/views/momentbar.h"

#include "record/recording.h"
#include "ui/theme/contrast.h"
#include "ui/theme/theme.h"
#include "views/moment.h"
#include "views/tasktext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

MomentBar::MomentBar(Moment &moment, QWidget *parent)
    : QFrame(parent)
    , m_moment(moment)
    , m_label(new QLabel(this))
    , m_live(new QPushButton(tr("Back to live"), this))
{
    setObjectName(u"Moment"_s);
    QFont bold = Theme::numberFont(font());
    bold.setWeight(QFont::DemiBold);
    m_label->setFont(bold);
    m_live->setAccessibleName(tr("Back to live"));
    m_live->setToolTip(tr("Show what is happening now (Ctrl+L)"));
    auto *hint = new QLabel(
        tr("Every view shows that moment. Alt+Left and Alt+Right go from event to event."), this);
    hint->setForegroundRole(QPalette::PlaceholderText);
    hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 4, 16, 5);
    layout->setSpacing(12);
    layout->addWidget(m_label);
    layout->addWidget(hint, 1);
    layout->addWidget(m_live);
    connect(m_live, &QPushButton::clicked, &moment, &Moment::showLive);
    connect(&moment, &Moment::jumped, this, &MomentBar::refresh);
    refresh();
}

QString MomentBar::sentence() const
{
    return isHidden() ? QString() : m_label->text();
}

void MomentBar::refresh()
{
    if (!m_moment.isLive()) {
        const qint64 since = m_moment.timeNs() - m_moment.recording().originNs();
        m_label->setText(tr("Paused at %1").arg(TaskText::instant(since, 10'000'000)));
    }
    setVisible(!m_moment.isLive());
}

void MomentBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), theme.selection);
    painter.fillRect(0, height() - 1, width(), 1, theme.line);
    painter.fillRect(0, 0, 4, height(), theme.accent);
}
