// SPDX-License-Identifier: MIT
#pragma once

#include "lab/notebook.h"
#include "ui/lab/runchartpainter.h"

#include <QWidget>

/// The small timeline of a variant: a row for each of its tasks, the pulse of the loop meanwhile,
/// and the clock. It has no clock of its own: it moves when it is told to.
class RunChart final : public QWidget
{
    Q_OBJECT
public:
    explicit RunChart(QWidget *parent = nullptr);

    /// Shows \p run on a clock of \p lengthNs. \p live is what it did so far, while it runs, and
    /// outlives that.
    void setRun(const VariantRun &run, const RunTrace *live, qint64 lengthNs);
    /// Shows \p hint alone.
    void clear(const QString &hint);
    /// What runs goes on up to \p nowNs, on a clock of \p lengthNs.
    void follow(qint64 nowNs, qint64 lengthNs);

    /// From which lag on a late beat is marked as a stall; 100 ms at first.
    void setThreshold(std::chrono::milliseconds threshold);
    std::chrono::milliseconds threshold() const { return m_threshold; }

    /// What a screen reader says: how many tasks, how they ended, how long.
    QString valueText() const;
    const RunTrace &trace() const { return m_live ? *m_live : m_run.trace; }
    qint64 lengthNs() const { return m_lengthNs; }

    QSize sizeHint() const override { return {320, 150}; }
    QSize minimumSizeHint() const override { return {140, 80}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    RunChartGeometry geometryOfNow() const;
    QString hoverText(QPoint place) const;

    QString m_hint;
    VariantRun m_run;
    const RunTrace *m_live = nullptr;
    std::chrono::milliseconds m_threshold {100};
    qint64 m_nowNs = 0;
    qint64 m_lengthNs = 0;
};
