// SPDX-License-Identifier: MIT
#include "ui/widgets/emptystate.h"

#include "ui/style/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace {
constexpr int iconExtent = 40;
constexpr int widest = 380;
constexpr int margin = 16;
} // namespace

EmptyState::EmptyState(IconName icon, const QString &sentence, QWidget *parent, QWidget *over)
    : QWidget(parent)
    , m_over(over ? over : parent)
    , m_iconName(icon)
    , m_icon(new QLabel(this))
    , m_sentence(new QLabel(sentence, this))
    , m_action(new QPushButton(this))
{
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setForegroundRole(QPalette::PlaceholderText);
    m_icon->setAlignment(Qt::AlignCenter);
    m_action->setToolTip(sentence);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(12);
    layout->addStretch(2);
    layout->addWidget(m_icon);
    layout->addWidget(m_sentence);
    layout->addWidget(m_action, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionTriggered);
    m_over->installEventFilter(this);
    for (QWidget *widget = m_over; widget != parent; widget = widget->parentWidget())
        widget->parentWidget()->installEventFilter(this);
    showIcon();
    setAction({});
    place();
}

void EmptyState::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
    m_action->setToolTip(sentence);
    fit();
}

void EmptyState::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
    m_action->setFocusPolicy(text.isEmpty() ? Qt::NoFocus : Qt::StrongFocus);
    fit();
}

void EmptyState::resizeEvent(QResizeEvent *)
{
    fit();
}

/// What has no room is left out, the icon first. The button stays, and tells the sentence in its
/// tip.
void EmptyState::fit()
{
    // The layout gives a text that wraps the height it needs, if it fills the width between
    // margins.
    const int side = std::max(margin, (width() - widest) / 2);
    layout()->setContentsMargins(side, margin, side, margin);
    const auto isLow = [this] { return layout()->totalMinimumHeightForWidth(width()) > height(); };
    m_icon->show();
    m_sentence->show();
    if (isLow())
        layout()->setContentsMargins(side, 4, side, 4);
    m_icon->setHidden(isLow());
    m_sentence->setHidden(!m_action->isHidden() && isLow());
}

bool EmptyState::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || (watched != parent() && event->type() == QEvent::Move))
        place();
    return QWidget::eventFilter(watched, event);
}

void EmptyState::place()
{
    setGeometry(QRect(m_over->mapTo(parentWidget(), QPoint()), m_over->size()));
}

void EmptyState::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        showIcon();
    QWidget::changeEvent(event);
}

void EmptyState::showIcon()
{
    m_icon->setPixmap(
        Icons::pixmap(m_iconName, iconExtent, Theme::current().secondaryText, devicePixelRatioF()));
}
