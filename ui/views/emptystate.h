// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/icons.h"

#include <QWidget>

class QLabel;
class QPushButton;

/// What an empty view says instead of nothing: what would fill it, and the button that does. Lies
/// over the middle of its parent and follows its size.
class EmptyState final : public QWidget
{
    Q_OBJECT
public:
    EmptyState(IconName icon, const QString &sentence, QWidget *parent);

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

    const IconName m_iconName;
    QLabel *m_icon;
    QLabel *m_sentence;
    QPushButton *m_action;
};
