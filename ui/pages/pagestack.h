// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/icons.h"

#include <QWidget>

class NavButton;
class QButtonGroup;
class QSettings;
class SettingsReader;
class QStackedWidget;
class QVBoxLayout;

/// The pages of the window, one at a time, and the rail at the left that leads to them.
class PageStack final : public QWidget
{
    Q_OBJECT
public:
    explicit PageStack(QWidget *parent = nullptr);

    /// \p page gets the next place in the rail; \p key leads to it, too. The settings know it by
    /// its object name.
    void addPage(IconName icon, const QString &title, QWidget *page, const QKeySequence &key);
    int count() const;
    void showPage(QWidget *page);
    QWidget *page() const;
    /// How many things are new on \p page.
    void setBadge(QWidget *page, int count);
    NavButton &button(QWidget *page) const;
    /// Of the page added last, for the order of the Tab key; nullptr while there is none.
    QWidget *lastButton() const;

    void save(QSettings &settings) const;
    void restore(SettingsReader &settings);

signals:
    void pageChanged(QWidget *page);

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void moveTabStop();

    QVBoxLayout *m_rail;
    QStackedWidget *m_stack;
    QButtonGroup *m_buttons; // by the index of the page
};
