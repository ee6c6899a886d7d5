// SPDX-License-Identifier: MIT
#pragma once

#include "lab/notebook.h"
#include "ui/widgets/card.h"

class FigureFlow;
class IconText;
class QBoxLayout;
class QLabel;
class QPushButton;
class RunChart;

/// One way to do it: pitfall or pattern, what it did on a small timeline, and what was measured.
class VariantCard final : public Card
{
    Q_OBJECT
public:
    explicit VariantCard(QWidget *parent = nullptr);

    /// \p variant outlives it.
    void setVariant(const Variant &variant);
    /// Nothing happened, or \p hint says what will.
    void showNothing(const QString &hint);
    /// See RunChart::setRun().
    void showRun(const VariantRun &run, const RunTrace *live, qint64 lengthNs);
    /// Empty: it can be run. Otherwise why not.
    void setObstacle(const QString &reason);
    RunChart &chart() { return *m_chart; }

signals:
    void runRequested(QLatin1StringView variant);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QLayout *setupHeader();
    void showStatus(TaskStatus status, const QString &message);
    void showMessage();

    const Variant *m_variant = nullptr;
    QBoxLayout *m_header = nullptr;
    QBoxLayout *m_headline = nullptr; // of the header; the title stands in it or below it
    IconText *m_role;
    QLabel *m_title;
    IconText *m_status; // how it ended, when not well
    QLabel *m_message;
    QPushButton *m_run;
    RunChart *m_chart;
    FigureFlow *m_figures;
};
