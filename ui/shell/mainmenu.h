// SPDX-License-Identifier: MIT
#pragma once

#include "ui/style/icons.h"

#include <QAction>
#include <QMenu>
#include <QToolButton>

/// The button with everything that can be done in the window, each with its key. The keys work
/// while the menu is closed, too.
class MainMenu final : public QToolButton
{
    Q_OBJECT
public:
    /// \p window is where the keys work.
    explicit MainMenu(QWidget *window);

    template <typename Receiver, typename Slot>
    QAction *add(IconName icon, const QString &text, const QKeySequence &key, Receiver *receiver,
                 Slot slot)
    {
        QAction *action = menu()->addAction(Icons::icon(icon), text);
        action->setShortcut(key);
        connect(action, &QAction::triggered, receiver, slot);
        window()->addAction(action);
        return action;
    }
    /// Something that is on or off.
    QAction *addOption(const QString &text, bool isOn);
    void addSeparator() { menu()->addSeparator(); }
    void addThemes();
    /// Marks which theme is used: "system", "light" or "dark".
    void showTheme(const QString &name);

signals:
    void themeChosen(const QString &name);
};
