// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

/// A ring whose arc goes round a little with every beat, and with nothing else.
class HeartRing final : public QWidget
{
    Q_OBJECT
public:
    explicit HeartRing(QWidget *parent = nullptr);

    /// \p beats so far; a full turn takes a second of them.
    void setBeats(qint64 beats);
    /// The loop stood still lately.
    void setAlert(bool alert);

    QSize sizeHint() const override { return {26, 26}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    qint64 m_beats = 0;
    bool m_alert = false;
};
