// SPDX-License-Identifier: MIT
#pragma once

#include "lab/measurement.h"

#include <QWidget>

/// Measured numbers, each above its name, in columns of equal width. As many columns as fit; what
/// does not fit goes to the next line.
class FigureFlow final : public QWidget
{
    Q_OBJECT
public:
    explicit FigureFlow(QWidget *parent = nullptr);

    /// Without values there is a dash in the place of each.
    void setFigures(const QList<Measurement> &figures, bool hasValues);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    int columnsIn(int width) const;
    void place();

    QList<QWidget *> m_figures;
    QSize m_cell;
};
