// SPDX-License-Identifier: MIT
#include "ui/lab/icontext.h"

#include "session/tasktext.h"
#include "ui/style/theme.h"

#include <QPainter>

namespace {
constexpr int extent = 16;
constexpr int gap = 6;
} // namespace

IconText::IconText(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconText::say(IconName icon, const QString &text, TaskStatus tone)
{
    m_icon = icon;
    m_text = text;
    m_tone = tone;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void IconText::say(TaskStatus status)
{
    say(Icons::nameOf(status), TaskText::statusWord(status), status);
}

void IconText::setWeight(QFont::Weight weight)
{
    QFont changed = font();
    changed.setWeight(weight);
    setFont(changed);
}

QSize IconText::sizeHint() const
{
    const int text = m_text.isEmpty() ? 0 : gap + fontMetrics().horizontalAdvance(m_text) + 1;
    return {extent + text, std::max(extent, fontMetrics().height())};
}

void IconText::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.drawPixmap(0, (height() - extent) / 2,
                       Icons::pixmap(m_icon, extent, theme.status(m_tone), devicePixelRatioF()));
    painter.setPen(theme.statusText(m_tone));
    painter.drawText(rect().adjusted(extent + gap, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     m_text);
}
