// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/icons.h"

#include <QToolButton>

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
    void paintBadge(QPainter &painter, const QRect &icon);

    const IconName m_icon;
    const QString m_title;
    int m_badge = 0;
};
