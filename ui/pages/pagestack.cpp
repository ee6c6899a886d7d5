// SPDX-License-Identifier: MIT
#include "ui/pages/pagestack.h"

#include "ui/settingsreader.h"
#include "ui/theme/theme.h"
#include "ui/views/navbutton.h"

#include <QAction>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QSettings>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

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
    connect(m_buttons, &QButtonGroup::idClicked, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_stack, &QStackedWidget::currentChanged, this, [this](int index) {
        if (auto *button = m_buttons->button(index))
            button->setChecked(true);
        moveTabStop();
        update();
        emit pageChanged(m_stack->widget(index));
    });
}

void PageStack::addPage(IconName icon, const QString &title, QWidget *page, const QKeySequence &key)
{
    auto *button = new NavButton(icon, title, this);
    button->setToolTip(u"%1 (%2)"_s.arg(title, key.toString(QKeySequence::NativeText)));
    m_buttons->addButton(button, m_stack->count());
    m_rail->insertWidget(m_stack->count(), button);
    button->setChecked(m_stack->count() == 0);
    auto *action = new QAction(title, this);
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, [this, page] { showPage(page); });
    addAction(action);
    m_stack->addWidget(page);
}

/// The rail is one stop of the Tab key, from where arrow keys go on. Left alone, Qt keeps it at the
/// button that had the keys last, whichever page is shown by now.
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

void PageStack::showPage(QWidget *page)
{
    m_stack->setCurrentWidget(page);
}

QWidget *PageStack::page() const
{
    return m_stack->currentWidget();
}

NavButton &PageStack::button(QWidget *page) const
{
    return static_cast<NavButton &>(*m_buttons->button(m_stack->indexOf(page)));
}

QWidget *PageStack::lastButton() const
{
    return m_buttons->button(m_stack->count() - 1);
}

void PageStack::setBadge(QWidget *page, int count)
{
    button(page).setBadge(count);
}

void PageStack::save(QSettings &settings) const
{
    settings.setValue("window/page"_L1, page()->objectName());
}

void PageStack::restore(SettingsReader &settings)
{
    settings.offer("window/page"_L1, [this](const QString &name) {
        for (int i = 0; !name.isEmpty() && i < m_stack->count(); ++i) {
            if (m_stack->widget(i)->objectName() == name) {
                m_stack->setCurrentIndex(i);
                return true;
            }
        }
        return false;
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
