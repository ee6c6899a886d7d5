// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLabel;

/// A number with its unit above a caption. As wide as the widest value it was made for, so that
/// nothing moves when the value changes.
class Figure final : public QWidget
{
    Q_OBJECT
public:
    Figure(const QString &caption, const QString &widest, QWidget *parent = nullptr);

    void setValue(const QString &value);
    QString value() const;
    /// Draws the value in the colour of a stall.
    void setAlert(bool alert);

protected:
    void changeEvent(QEvent *event) override;

private:
    void colour();

    QLabel *m_value;
    QLabel *m_caption;
    bool m_alert = false;
};
