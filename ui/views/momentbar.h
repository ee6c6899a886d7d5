// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

class Moment;
class QLabel;
class QPushButton;

/// Says that an older moment is shown and how to come back. Hidden while the latest one is.
class MomentBar final : public QFrame
{
    Q_OBJECT
public:
    explicit MomentBar(Moment &moment, QWidget *parent = nullptr);

    QString sentence() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    Moment &m_moment;
    QLabel *m_label;
    QPushButton *m_live;
};
