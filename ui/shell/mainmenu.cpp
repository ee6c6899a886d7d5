// SPDX-License-Identifier: MIT
#include "ui/shell/mainmenu.h"

#include <QActionGroup>

using namespace Qt::StringLiterals;

MainMenu::MainMenu(QWidget *window)
    : QToolButton(window)
{
    setIcon(Icons::icon(IconName::Settings));
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    setPopupMode(QToolButton::InstantPopup);
    setMenu(new QMenu(this));
    setToolTip(tr("Menu (F10)"));
    setAccessibleName(tr("Menu"));
    auto *open = new QAction(this);
    open->setShortcut(Qt::Key_F10);
    connect(open, &QAction::triggered, this, &QToolButton::showMenu);
    window->addAction(open);
}

QAction *MainMenu::addOption(const QString &text, bool isOn)
{
    QAction *action = menu()->addAction(text);
    action->setCheckable(true);
    action->setChecked(isOn);
    return action;
}

void MainMenu::addThemes()
{
    QMenu *themes = menu()->addMenu(tr("Theme"));
    auto *group = new QActionGroup(themes);
    const std::array<std::pair<QString, QString>, 3> modes {
        {{tr("As the system"), u"system"_s}, {tr("Light"), u"light"_s}, {tr("Dark"), u"dark"_s}}};
    for (const auto &[text, name] : modes) {
        QAction *action = themes->addAction(text);
        action->setCheckable(true);
        action->setObjectName(name);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, name = name] { emit themeChosen(name); });
    }
}

void MainMenu::showTheme(const QString &name)
{
    if (auto *action = menu()->findChild<QAction *>(name))
        action->setChecked(true);
}
