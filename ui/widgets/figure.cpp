// SPDX-License-Identifier: MIT
#include "ui/widgets/figure.h"

#include "ui/style/theme.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

Figure::Figure(const QString &caption, const QString &widest, QWidget *parent)
    : QWidget(parent)
    , m_value(new QLabel(this))
    , m_caption(new QLabel(caption, this))
{
    const QFont number = Theme::strong(Theme::numberFont(font()), 1.2);
    m_value->setFont(number);
    m_value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_value->setAccessibleDescription(caption);
    m_caption->setFont(Theme::sized(font(), 0.85));
    m_caption->setForegroundRole(QPalette::PlaceholderText);
    m_caption->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    layout->addStretch();
    layout->addWidget(m_value);
    layout->addWidget(m_caption);
    layout->addStretch();
    m_value->setFixedSize(QFontMetrics(number).horizontalAdvance(widest) + 4,
                          QFontMetrics(number).height());
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
}

void Figure::setValue(const QString &value)
{
    if (value != m_value->text())
        m_value->setText(value);
}

QString Figure::value() const
{
    return m_value->text();
}

void Figure::setAlert(bool alert)
{
    if (std::exchange(m_alert, alert) != alert)
        colour();
}

void Figure::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}

void Figure::colour()
{
    QPalette palette;
    if (m_alert)
        palette.setColor(QPalette::WindowText, Theme::current().stallText);
    m_value->setPalette(palette);
}
