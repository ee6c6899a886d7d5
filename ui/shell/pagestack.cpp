// SPDX-License-Identifier: MIT
#include "ui/shell/pagestack.h"

#include "ui/style/controlpaint.h"
#include "ui/style/theme.h"
#include "ui/widgets/page.h"
#include "ui/widgets/settingsreader.h"

#include <QAction>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QSettings>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int extent = 22;
constexpr int leastWidth = 64;

QFont smaller(QFont font, QFont::Weight weight = QFont::Normal)
{
    font.setPointSizeF(font.pointSizeF() * 0.85);
    font.setWeight(weight);
    return font;
}

} // namespace

NavButton::NavButton(IconName icon, const QString &title, QWidget *parent)
    : QToolButton(parent)
    , m_icon(icon)
    , m_title(title)
{
    setText(title);
    setAccessibleName(title);
    setCheckable(true);
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::MinimumExpanding, QSizePolicy::Fixed);
}

void NavButton::setBadge(int count)
{
    if (count == m_badge)
        return;
    m_badge = count;
    setAccessibleDescription(count > 0 ? tr("%Ln new", nullptr, count) : QString());
    update();
}

QSize NavButton::sizeHint() const
{
    const int text = QFontMetrics(smaller(font(), QFont::DemiBold)).horizontalAdvance(m_title);
    return {std::max(leastWidth, text + 10), 56};
}

void NavButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isChecked())
        ControlPaint::panel(painter, rect(), theme.selection, {}, Theme::controlRadius);
    else if (underMouse())
        ControlPaint::panel(painter, rect(), theme.hover, {}, Theme::controlRadius);
    const QColor ink = isChecked() ? theme.accent : theme.secondaryText;
    painter.setFont(smaller(font(), isChecked() ? QFont::DemiBold : QFont::Normal));
    const int textHeight = painter.fontMetrics().height();
    const int top = (height() - extent - 3 - textHeight) / 2;
    const QRect icon((width() - extent) / 2, top, extent, extent);
    painter.drawPixmap(icon, Icons::pixmap(m_icon, extent, ink, devicePixelRatioF()));
    painter.setPen(isChecked() ? theme.accent : theme.text);
    painter.drawText(QRect(0, icon.bottom() + 3, width(), textHeight), Qt::AlignCenter, m_title);
    if (m_badge > 0)
        ControlPaint::badge(painter, {icon.right() - 6, icon.top() - 6}, width() - 2, m_badge);
    if (hasFocus())
        ControlPaint::focusRing(painter, rect());
}

PageStack::PageStack(QWidget *parent)
    : QWidget(parent)
    , m_rail(new QVBoxLayout)
    , m_stack(new QStackedWidget(this))
    , m_buttons(new QButtonGroup(this))
{
    m_rail->setContentsMargins(6, 8, 7, 8);
    m_rail->setSpacing(4);
    m_rail->addStretch();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(m_rail);
    layout->addWidget(m_stack, 1);
    connect(m_buttons, &QButtonGroup::idClicked, this,
            [this](int index) { showPage(all().at(index)); });
    connect(m_stack, &QStackedWidget::currentChanged, this, [this](int index) {
        if (auto *button = m_buttons->button(index))
            button->setChecked(true);
        moveTabStop();
        update();
        // Qt gives the focus to the first field of a page; its list is to have it instead. No
        // focus proxy does that: Tab would go past what stands before the list.
        if (page()->isAncestorOf(window()->focusWidget()))
            page()->takeFocus();
        emit pageChanged(page());
    });
}

void PageStack::addPage(Page *page, const QKeySequence &key)
{
    auto *button = new NavButton(page->icon(), page->title(), this);
    button->setToolTip(u"%1 (%2)"_s.arg(page->title(), key.toString(QKeySequence::NativeText)));
    m_buttons->addButton(button, m_stack->count());
    m_rail->insertWidget(m_stack->count(), button);
    button->setChecked(m_stack->count() == 0);
    auto *action = new QAction(page->title(), this);
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, [this, page] {
        showPage(page);
        page->takeFocus(); // who goes there by key goes on by key
    });
    addAction(action);
    connect(page, &Page::unseenChanged, button, &NavButton::setBadge);
    m_stack->addWidget(page);
}

/// The rail is one stop of the Tab key, from where arrow keys go on. Left alone, Qt keeps it at the
/// button that had the focus last, whichever page is shown by now.
void PageStack::moveTabStop()
{
    bool hadKeys = false;
    for (QAbstractButton *button : m_buttons->buttons()) {
        hadKeys |= button->hasFocus();
        button->setFocusPolicy(button->isChecked() ? Qt::TabFocus : Qt::NoFocus);
    }
    if (hadKeys)
        m_buttons->checkedButton()->setFocus(Qt::OtherFocusReason);
}

int PageStack::count() const
{
    return m_stack->count();
}

QList<Page *> PageStack::all() const
{
    QList<Page *> pages;
    for (int i = 0; i < m_stack->count(); ++i)
        pages.append(static_cast<Page *>(m_stack->widget(i)));
    return pages;
}

void PageStack::showPage(Page *page)
{
    page->build(); // before it is in sight: the focus looks for a field to go to
    m_stack->setCurrentWidget(page);
}

Page *PageStack::page() const
{
    return static_cast<Page *>(m_stack->currentWidget());
}

NavButton &PageStack::button(Page *page) const
{
    return static_cast<NavButton &>(*m_buttons->button(m_stack->indexOf(page)));
}

QWidget *PageStack::lastButton() const
{
    return m_buttons->button(m_stack->count() - 1);
}

void PageStack::save(QSettings &settings) const
{
    settings.setValue("window/page"_L1, page()->objectName());
}

void PageStack::restore(SettingsReader &settings)
{
    settings.offer("window/page"_L1, [this](const QString &name) {
        const QList<Page *> pages = all();
        const auto found = std::ranges::find(pages, name, &Page::objectName);
        if (found == pages.end())
            return false;
        showPage(*found);
        return true;
    });
}

/// Not before: the order of the Tab key is made meanwhile, and only of what is a stop.
void PageStack::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    moveTabStop();
}

void PageStack::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(m_stack->x() - 1, 0, 1, height(), Theme::current().line);
}
