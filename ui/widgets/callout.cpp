// SPDX-License-Identifier: MIT
#include "ui/widgets/callout.h"

#include "ui/style/theme.h"

#include <QAccessibleWidget>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

/// Centred on the target as far as the window allows.
int aligned(int centre, int extent, int available)
{
    return std::clamp(centre - extent / 2, 0, std::max(0, available - extent));
}

QPoint corner(Qt::Edge side, const QRect &target, const QSize &size, const QSize &window)
{
    const int x = aligned(target.center().x(), size.width(), window.width());
    const int y = aligned(target.center().y(), size.height(), window.height());
    switch (side) {
    case Qt::TopEdge: return {x, target.bottom() + 1};
    case Qt::LeftEdge: return {target.right() + 1, y};
    case Qt::RightEdge: return {target.left() - size.width(), y};
    case Qt::BottomEdge: return {x, target.top() - size.height()};
    }
    Q_UNREACHABLE();
}

int area(const QRect &rect)
{
    return rect.isEmpty() ? 0 : rect.width() * rect.height();
}

} // namespace

CalloutPlace CalloutPlace::beside(const QRect &target, const QSize &size, const QSize &window,
                                  int inset)
{
    CalloutPlace best;
    int least = -1;
    for (const Qt::Edge side : {Qt::TopEdge, Qt::LeftEdge, Qt::RightEdge, Qt::BottomEdge}) {
        QRect rect(corner(side, target, size, window), size);
        rect.moveLeft(std::clamp(rect.left(), 0, std::max(0, window.width() - size.width())));
        rect.moveTop(std::clamp(rect.top(), 0, std::max(0, window.height() - size.height())));
        const int covered = area(rect.intersected(target));
        if (least >= 0 && covered >= least)
            continue;
        least = covered;
        const bool isAcross = side == Qt::TopEdge || side == Qt::BottomEdge;
        const int towards
            = isAcross ? target.center().x() - rect.left() : target.center().y() - rect.top();
        const int length = isAcross ? size.width() : size.height();
        best = {rect, side, std::clamp(towards, inset, std::max(inset, length - inset))};
    }
    return best;
}

namespace {

constexpr int halo = 14; // around the card: the arrow, and its shadow
constexpr int arrowLength = 10;
constexpr int cardWidth = 316;
constexpr int arrowInset = halo + Theme::cardRadius + arrowLength + 2;

QAccessibleInterface *accessible(const QString &className, QObject *object)
{
    if (className != QLatin1StringView(Callout::staticMetaObject.className()))
        return nullptr;
    return new QAccessibleWidget(static_cast<QWidget *>(object), QAccessible::Dialog);
}

/// The card with its arrow in one outline.
QPainterPath outline(const QRectF &card, Qt::Edge side, qreal arrow)
{
    QPolygonF head;
    constexpr qreal reach = arrowLength;
    constexpr qreal overlap = 2;
    switch (side) {
    case Qt::TopEdge:
        head << QPointF(arrow - reach, card.top() + overlap) << QPointF(arrow, card.top() - reach)
             << QPointF(arrow + reach, card.top() + overlap);
        break;
    case Qt::BottomEdge:
        head << QPointF(arrow - reach, card.bottom() - overlap)
             << QPointF(arrow, card.bottom() + reach)
             << QPointF(arrow + reach, card.bottom() - overlap);
        break;
    case Qt::LeftEdge:
        head << QPointF(card.left() + overlap, arrow - reach) << QPointF(card.left() - reach, arrow)
             << QPointF(card.left() + overlap, arrow + reach);
        break;
    case Qt::RightEdge:
        head << QPointF(card.right() - overlap, arrow - reach)
             << QPointF(card.right() + reach, arrow)
             << QPointF(card.right() - overlap, arrow + reach);
        break;
    }
    QPainterPath path;
    path.addRoundedRect(card, Theme::cardRadius, Theme::cardRadius);
    QPainterPath pointer;
    pointer.addPolygon(head);
    pointer.closeSubpath();
    return path.united(pointer);
}

} // namespace

Callout::Callout(QWidget *window)
    : QWidget(window)
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_position(new QLabel(this))
    , m_skip(new QPushButton(tr("Skip"), this))
    , m_back(new QPushButton(tr("Back"), this))
    , m_next(new QPushButton(tr("Next"), this))
{
    [[maybe_unused]] static const bool installed = (QAccessible::installFactory(accessible), true);
    setObjectName(u"Callout"_s);
    m_title->setFont(Theme::strong(font(), 1.15));
    m_text->setWordWrap(true);
    m_position->setForegroundRole(QPalette::PlaceholderText);
    m_skip->setFlat(true);
    m_next->setProperty("primary", true); // see LoopStyle
    for (QPushButton *button : {m_skip, m_back, m_next})
        button->setAutoDefault(true); // so that Enter presses it
    setupLayout();
    setTabOrder(m_next, m_back);
    setTabOrder(m_back, m_skip);
    setFocusProxy(m_next);
    connect(m_skip, &QPushButton::clicked, this, &Callout::skipRequested);
    connect(m_back, &QPushButton::clicked, this, &Callout::backRequested);
    connect(m_next, &QPushButton::clicked, this, &Callout::nextRequested);
    window->installEventFilter(this);
    hide();
}

void Callout::setupLayout()
{
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_position);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_skip);
    buttons->addStretch();
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(halo + 16, halo + 14, halo + 16, halo + 14);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(m_text);
    layout->addSpacing(4);
    layout->addLayout(buttons);
}

void Callout::pointAt(QWidget *target, const Words &words)
{
    m_title->setText(words.title);
    m_text->setText(words.text);
    m_position->setText(words.position);
    m_next->setText(words.next);
    if ((m_back->hasFocus() && !words.canGoBack) || (m_skip->hasFocus() && !words.canSkip))
        m_next->setFocus();
    m_back->setVisible(words.canGoBack);
    m_skip->setVisible(words.canSkip);
    follow(target);
    place();
    show();
    raise();
    announce(words);
}

void Callout::announce(const Words &words)
{
    setAccessibleName(words.title);
    setAccessibleDescription(words.text);
    m_next->setAccessibleDescription(words.title + u": "_s + words.text);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void Callout::dismiss()
{
    hide();
    unfollow();
    for (QLabel *label : {m_title, m_text, m_position})
        label->clear();
    setAccessibleName({});
    setAccessibleDescription({});
    m_next->setAccessibleDescription({});
}

void Callout::unfollow()
{
    for (const QPointer<QWidget> &widget : std::as_const(m_watched)) {
        if (widget)
            widget->removeEventFilter(this);
    }
    m_watched.clear();
    m_target.clear();
}

void Callout::follow(QWidget *target)
{
    unfollow();
    m_target = target;
    for (QWidget *widget = target; widget != parentWidget(); widget = widget->parentWidget()) {
        widget->installEventFilter(this);
        m_watched.append(widget);
    }
}

void Callout::place()
{
    if (!m_target)
        return hide();
    const QWidget &window = *parentWidget();
    const QRect target(m_target->mapTo(&window, QPoint()), m_target->size());
    layout()->activate();
    const int width = std::min(cardWidth + 2 * halo, window.width());
    const QSize size(width, layout()->totalHeightForWidth(width));
    const CalloutPlace found = CalloutPlace::beside(target, size, window.size(), arrowInset);
    m_side = found.side;
    m_arrow = found.arrow;
    setGeometry(found.rect);
    update();
}

QPoint Callout::tip() const
{
    constexpr int beyond = halo - arrowLength;
    switch (m_side) {
    case Qt::TopEdge: return pos() + QPoint(m_arrow, beyond);
    case Qt::BottomEdge: return pos() + QPoint(m_arrow, height() - 1 - beyond);
    case Qt::LeftEdge: return pos() + QPoint(beyond, m_arrow);
    case Qt::RightEdge: return pos() + QPoint(width() - 1 - beyond, m_arrow);
    }
    Q_UNREACHABLE();
}

void Callout::takeFocus()
{
    m_next->setFocus(Qt::OtherFocusReason);
}

void Callout::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF card = QRectF(rect()).adjusted(halo, halo, -halo, -halo);
    QColor shadow(Qt::black);
    shadow.setAlphaF(theme.isDark ? 0.055f : 0.014f);
    painter.setPen(Qt::NoPen);
    painter.setBrush(shadow);
    for (int spread = halo - 2; spread > 0; --spread) {
        painter.drawRoundedRect(card.adjusted(-spread, 2 - spread, spread, spread),
                                Theme::cardRadius + spread, Theme::cardRadius + spread);
    }
    painter.setPen(QPen(theme.accent, 1.5));
    painter.setBrush(theme.surface);
    painter.drawPath(outline(card, m_side, m_arrow));
}

/// Escape belongs to the callout while the keyboard does; else it cancels what runs.
bool Callout::event(QEvent *event)
{
    const bool isKey
        = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (isKey && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        if (event->type() == QEvent::KeyPress)
            emit skipRequested();
        return true;
    }
    return QWidget::event(event);
}

bool Callout::eventFilter(QObject *watched, QEvent *event)
{
    const bool hasMoved = event->type() == QEvent::Resize || event->type() == QEvent::Move;
    if (hasMoved && isVisible() && (watched != parent() || event->type() == QEvent::Resize))
        place();
    return QWidget::eventFilter(watched, event);
}
