// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>

/// A switch with its text beside it; the colour of a stall when on. Space toggles it.
class SwitchButton final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit SwitchButton(const QString &text, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void paintTrack(QPainter &painter, const QRectF &track) const;
};
