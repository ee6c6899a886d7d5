// SPDX-License-Identifier: MIT
#include "ui/lab/variantrow.h"

#include "record/recorder.h"
#include "ui/lab/runchart.h"
#include "ui/lab/variantcard.h"

#include <QHBoxLayout>

#include <algorithm>

namespace {

constexpr qint64 shortestNs = 20'000'000;

/// While it runs the clock is longer than it, and grows by steps: a picture that shrinks all the
/// time cannot be read.
qint64 withRoom(qint64 elapsedNs)
{
    qint64 lengthNs = 250'000'000;
    while (lengthNs < elapsedNs * 21 / 20)
        lengthNs = lengthNs * 3 / 2;
    return lengthNs;
}

} // namespace

VariantRow::VariantRow(const Notebook &notebook, QWidget *parent)
    : QWidget(parent)
    , m_notebook(notebook)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(12);
    for (VariantCard *&card : m_cards) {
        card = new VariantCard(this);
        layout->addWidget(card, 1);
        connect(card, &VariantCard::runRequested, this, &VariantRow::runRequested);
    }
}

void VariantRow::setExperiment(const Experiment &experiment)
{
    Q_ASSERT(experiment.variants.size() <= most);
    m_experiment = &experiment;
    for (size_t i = 0; i < most; ++i) {
        const bool isUsed = i < experiment.variants.size();
        if (isUsed)
            m_cards[i]->setVariant(experiment.variants[i]);
        m_cards[i]->setVisible(isUsed);
    }
    refresh();
}

void VariantRow::refresh()
{
    const NotebookPage &page = m_notebook.page(*m_experiment);
    for (size_t i = 0; i < m_experiment->variants.size(); ++i)
        refreshCard(*m_cards[i], m_experiment->variants[i], page);
}

void VariantRow::refreshCard(VariantCard &card, const Variant &variant, const NotebookPage &page)
{
    const bool isBusy = m_notebook.running() == m_experiment;
    const VariantRun *run = page.run(variant.id);
    if (!run)
        card.showNothing(isBusy ? tr("Waits for the other") : tr("Not run yet"));
    else
        card.showRun(*run, run->result ? nullptr : &m_notebook.liveTrace(),
                     lengthNs(Recorder::now()));
}

qint64 VariantRow::lengthNs(qint64 nowNs) const
{
    qint64 longestNs = shortestNs;
    for (const VariantRun &run : m_notebook.page(*m_experiment).runs) {
        const qint64 runNs = run.endNs(nowNs) - run.beginNs();
        longestNs = std::max(longestNs, run.result ? runNs : withRoom(runNs));
    }
    return longestNs;
}

void VariantRow::follow(qint64 nowNs)
{
    const qint64 length = lengthNs(nowNs);
    for (size_t i = 0; i < m_experiment->variants.size(); ++i)
        m_cards[i]->chart().follow(nowNs, length);
}

void VariantRow::setObstacle(const QString &reason)
{
    for (VariantCard *card : m_cards)
        card->setObstacle(reason);
}

void VariantRow::setThreshold(std::chrono::milliseconds threshold)
{
    for (VariantCard *card : m_cards)
        card->chart().setThreshold(threshold);
}
