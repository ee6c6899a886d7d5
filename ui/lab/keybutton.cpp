// SPDX-License-Identifier: MIT
#include "ui/lab/keybutton.h"

#include "ui/theme/contrast.h"
#include "ui/theme/theme.h"

#include <QKeySequence>
#include <QPainter>
#include <QStyleOptionButton>

namespace {
constexpr int gap = 7;
}

KeyButton::KeyButton(const QString &text, const QKeySequence &key, QWidget *parent)
    : QPushButton(text, parent)
    , m_key(key.toString(QKeySequence::NativeText))
{
}

QFont KeyButton::labelFont() const
{
    QFont demiBold = font();
    demiBold.setWeight(QFont::DemiBold);
    return demiBold;
}

QSize KeyButton::sizeHint() const
{
    return QPushButton::sizeHint() + QSize(gap + fontMetrics().horizontalAdvance(m_key), 0);
}

void KeyButton::paintEvent(QPaintEvent *)
{
    QStyleOptionButton option;
    initStyleOption(&option);
    QPainter painter(this);
    style()->drawControl(QStyle::CE_PushButtonBevel, &option, &painter, this);
    const Theme &theme = Theme::current();
    const bool isPrimary = property("primary").toBool();
    const QColor ground = isPrimary ? theme.accent : theme.surface;
    QColor ink = isPrimary ? theme.accentText : theme.text;
    if (!isEnabled())
        ink = isPrimary ? theme.accentText
                        : palette().color(QPalette::Disabled, QPalette::ButtonText);
    const QFontMetrics metrics(labelFont());
    const int words = metrics.horizontalAdvance(text());
    const int key = fontMetrics().horizontalAdvance(m_key);
    const QRect place((width() - words - gap - key) / 2, 0, words, height());
    painter.setFont(labelFont());
    painter.setPen(ink);
    painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft, text());
    painter.setFont(font());
    if (isEnabled())
        painter.setPen(legible(mixed(ink, ground, 0.3), {ground}, 4.5));
    painter.drawText(place.translated(words + gap, 0).adjusted(0, 0, key, 0),
                     Qt::AlignVCenter | Qt::AlignLeft, m_key);
}
