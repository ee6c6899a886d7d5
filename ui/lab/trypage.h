// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QScrollArea>

#include <vector>

struct Experiment;
struct Knob;
class QGridLayout;
class QLabel;
class QPushButton;
class QSpinBox;

/// The numbers of an experiment that can be turned, and the seed. It keeps those of each experiment
/// as long as it lives.
class TryPage final : public QScrollArea
{
    Q_OBJECT
public:
    explicit TryPage(QWidget *parent = nullptr);

    void setExperiment(const Experiment &experiment);
    QHash<QLatin1StringView, int> knobs() const;
    quint32 seed() const { return quint32(m_seed); }
    void setSeed(quint32 seed);
    void setRunning(bool isRunning);

signals:
    void termsChanged();

private:
    struct Row
    {
        const Knob *knob = nullptr; // of the experiment
        QSpinBox *spin = nullptr;
    };

    void addRow(const Knob &knob, int row);
    void addSeed(int row);
    void turn(const Knob &knob, int value);
    void reset();
    void showState();

    const Experiment *m_experiment = nullptr;
    QHash<QLatin1StringView, QHash<QLatin1StringView, int>> m_knobs; ///< by experiment and knob
    int m_seed = 1;
    bool m_isRunning = false;

    QWidget *m_form = nullptr;
    QGridLayout *m_grid = nullptr;
    std::vector<Row> m_rows;
    QSpinBox *m_seedBox = nullptr;
    QPushButton *m_reset = nullptr;
    QLabel *m_sentence = nullptr;
};
