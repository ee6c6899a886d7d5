// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;
class Session;

/// Says that an older moment is shown and how to come back. Hidden while the latest one is.
class MomentBar final : public QFrame
{
    Q_OBJECT
public:
    /// \p session outlives it, or is followed by another one before it goes.
    explicit MomentBar(Session &session, QWidget *parent = nullptr);

    void setSession(Session &session);
    QString sentence() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    Session *m_session = nullptr;
    QLabel *m_label;
    QPushButton *m_live;
};
