// SPDX-License-Identifier: MIT
#pragma once

#include "ui/style/icons.h"

#include <QToolButton>
#include <QWidget>

class Page;
class QButtonGroup;
class QSettings;
class QStackedWidget;
class QVBoxLayout;
class SettingsReader;

/// A page's button in the rail: its icon over its name, and a badge when it has something to tell.
class NavButton final : public QToolButton
{
    Q_OBJECT
public:
    NavButton(IconName icon, const QString &title, QWidget *parent = nullptr);

    /// How many things are new on the page; 0 takes the badge away.
    void setBadge(int count);
    int badge() const { return m_badge; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const IconName m_icon;
    const QString m_title;
    int m_badge = 0;
};

/// The pages of the window, one at a time, and the rail at the left that leads to them. A page is
/// built when it is first shown. GUI thread.
class PageStack final : public QWidget
{
    Q_OBJECT
public:
    explicit PageStack(QWidget *parent = nullptr);

    /// \p page gets the next place in the rail, and belongs to this; \p key leads to it, too.
    void addPage(Page *page, const QKeySequence &key);
    int count() const;
    QList<Page *> all() const;
    void showPage(Page *page);
    /// The one in sight; nullptr while there is none.
    Page *page() const;
    NavButton &button(Page *page) const;
    /// Of the page added last, for the order of the Tab key; nullptr while there is none.
    QWidget *lastButton() const;

    void save(QSettings &settings) const;
    void restore(SettingsReader &settings);

signals:
    void pageChanged(Page *page);

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void moveTabStop();

    QVBoxLayout *m_rail;
    QStackedWidget *m_stack;
    QButtonGroup *m_buttons; // by the index of the page
};
