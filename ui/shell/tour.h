// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <array>

class Callout;
class QWidget;

/// What the tour points at, in its order; parts of the same window.
struct TourTargets
{
    QWidget *run;
    QWidget *pulse;
    QWidget *blockSwitch;
    QWidget *receipts;
    QWidget *lab;
};

/// The five steps of the first minute. A step goes on by itself when the person does what it says.
class Tour final : public QObject
{
    Q_OBJECT
public:
    enum Step : int { RunStep, PulseStep, BlockStep, ReceiptStep, LabStep };
    static constexpr int stepCount = 5;

    /// \p window owns it and holds the targets.
    Tour(const TourTargets &targets, QWidget *window);

    /// From the first step, with the keyboard in the callout.
    void start();
    /// Ends it, wherever it stands.
    void end();
    bool isRunning() const { return m_isRunning; }
    Step step() const { return m_step; }
    Callout &callout() const { return *m_callout; }

    /// The person did what \p step asks for: goes on if the tour stands there.
    void did(Step step);

signals:
    /// \p step is about to be pointed at; what it points at has to be in sight.
    void stepping(Tour::Step step);
    void ended();

private:
    void show(int step);

    std::array<QWidget *, stepCount> m_targets;
    Callout *m_callout;
    Step m_step = RunStep;
    bool m_isRunning = false;
};
