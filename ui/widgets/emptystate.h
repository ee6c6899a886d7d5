// SPDX-License-Identifier: MIT
#pragma once

#include "ui/style/icons.h"

#include <QWidget>

class QLabel;
class QPushButton;

/// What an empty view says instead of nothing: what would fill it, and the button that does. Lies
/// over the middle of a widget and follows its size.
class EmptyState final : public QWidget
{
    Q_OBJECT
public:
    /// Over \p parent, or over \p over within it: an item view shows screen readers its cells only,
    /// so what lies over one must not be its child.
    EmptyState(IconName icon, const QString &sentence, QWidget *parent, QWidget *over = nullptr);

    void setSentence(const QString &sentence);
    /// Without one there is only the sentence. \p text empty: no button.
    void setAction(const QString &text);

signals:
    void actionTriggered();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showIcon();
    void place();
    void fit();

    QWidget *m_over;
    const IconName m_iconName;
    QLabel *m_icon;
    QLabel *m_sentence;
    QPushButton *m_action;
};
