// SPDX-License-Identifier: MIT
#pragma once

#include "lab/notebook.h"

#include <QWidget>

#include <array>
#include <chrono>

class VariantCard;

/// The variants of an experiment side by side, all on one clock: the longest run decides how long
/// it is, so that lengths can be compared by eye.
class VariantRow final : public QWidget
{
    Q_OBJECT
public:
    static constexpr size_t most = 4; ///< variants of an experiment

    /// \p notebook outlives it.
    explicit VariantRow(const Notebook &notebook, QWidget *parent = nullptr);

    /// \p experiment outlives it.
    void setExperiment(const Experiment &experiment);
    /// Takes what the notebook has.
    void refresh();
    /// What runs goes on up to \p nowNs.
    void follow(qint64 nowNs);
    /// Empty: the variants can be run. Otherwise why not.
    void setObstacle(const QString &reason);
    /// From which lag on a late beat counts as a stall.
    void setThreshold(std::chrono::milliseconds threshold);
    VariantCard &card(size_t place) { return *m_cards[place]; }

signals:
    void runRequested(QLatin1StringView variant);

private:
    void refreshCard(VariantCard &card, const Variant &variant, const NotebookPage &page);
    qint64 lengthNs(qint64 nowNs) const;

    const Notebook &m_notebook;
    const Experiment *m_experiment = nullptr;
    std::array<VariantCard *, most> m_cards; // made once, so that the order of the Tab key stays
};
