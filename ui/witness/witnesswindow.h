// SPDX-License-Identifier: MIT
#pragma once

#include "loop/pulsereport.h"

#include <QTimer>
#include <QWidget>

#include <deque>

class QLabel;
class QPushButton;

/// The pulse of another process over the last six seconds: a stroke for every report that a beat
/// came before, and a flat line while none does.
class WitnessTrace final : public QWidget
{
    Q_OBJECT
public:
    explicit WitnessTrace(QWidget *parent = nullptr);

    void add(const PulseReport &report);

    QSize sizeHint() const override { return {320, 56}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int xOf(qint64 timeNs) const;

    std::deque<PulseReport> m_reports;
};

/// What a second process shows of the main window's pulse, above all other windows: that it beats,
/// that it does not, for how long and because of which function. It is fed with reports and knows
/// nothing of how they come.
class WitnessWindow final : public QWidget
{
    Q_OBJECT
public:
    explicit WitnessWindow(QWidget *parent = nullptr);

    void take(const PulseReport &report);
    /// The main window is gone: says so and closes a little later.
    void sayGoodbye();

    static constexpr int silenceMs = 1'000; ///< without a report, and it says so
    static constexpr int goodbyeMs = 4'000;

signals:
    void releaseRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class State { Waiting, Free, Frozen, Silent, Gone };
    void setState(State state);
    void say(const QString &state, const QString &detail);
    void release();

    QLabel *m_state;
    QLabel *m_detail;
    WitnessTrace *m_trace;
    QPushButton *m_release;
    QTimer m_silence;
    State m_now = State::Waiting;
    QString m_last; // how the last stall went
    PulseReport m_report;
};
