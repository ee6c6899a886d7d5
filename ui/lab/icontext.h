// SPDX-License-Identifier: MIT
#pragma once

#include "ui/style/icons.h"

#include <QWidget>

/// An icon with a word or two in its colour, so that neither colour nor shape stands alone. Without
/// a word it is the icon alone. Takes its colour when it is painted, so it follows the theme.
class IconText final : public QWidget
{
    Q_OBJECT
public:
    explicit IconText(QWidget *parent = nullptr);

    /// In the colour of \p tone.
    void say(IconName icon, const QString &text, TaskStatus tone);
    /// The icon, the word and the colour of \p status.
    void say(TaskStatus status);
    void setWeight(QFont::Weight weight);
    QString text() const { return m_text; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    IconName m_icon = IconName::Queued;
    QString m_text;
    TaskStatus m_tone = TaskStatus::Queued;
};
