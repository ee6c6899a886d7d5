// SPDX-License-Identifier: MIT
#include "lab/notebook.h"

#include "record/recorder.h"

#include <algorithm>

namespace {

qsizetype placeOf(const Experiment &experiment, QLatin1StringView variant)
{
    return std::ranges::find(experiment.variants, variant, &Variant::id)
        - experiment.variants.begin();
}

} // namespace

const VariantRun *NotebookPage::run(QLatin1StringView variant) const
{
    const auto found = std::ranges::find(runs, variant, &VariantRun::variant);
    return found == runs.end() ? nullptr : &*found;
}

Notebook::Notebook(LabRunner &runner, QObject *parent)
    : QObject(parent)
    , m_runner(runner)
{
    connect(&runner, &LabRunner::variantStarted, this, &Notebook::begin);
    connect(&runner, &LabRunner::variantEnded, this, &Notebook::end);
    connect(&runner, &LabRunner::ended, this, &Notebook::finish);
    connect(&runner, &LabRunner::traceGrown, this, [this] {
        if (m_running) // else it is not one of ours
            emit grown();
    });
}

void Notebook::run(const Experiment &experiment, const QList<QLatin1StringView> &variants,
                   const LabRunner::Terms &terms)
{
    Q_ASSERT(!m_running && !m_runner.isRunning());
    NotebookPage &page = m_pages[experiment.id];
    if (page.terms.seed != terms.seed || page.terms.knobs != terms.knobs)
        page.runs.clear();
    page.terms = terms;
    std::erase_if(page.runs,
                  [&variants](const VariantRun &run) { return variants.contains(run.variant); });
    m_running = &experiment;
    m_runner.run(experiment, variants, terms);
}

const NotebookPage &Notebook::page(const Experiment &experiment) const
{
    static const NotebookPage empty;
    const auto found = m_pages.find(experiment.id);
    return found == m_pages.end() ? empty : found->second;
}

void Notebook::setGuess(const Experiment &experiment, std::optional<int> guess)
{
    NotebookPage &page = m_pages[experiment.id];
    if (page.runs.empty())
        page.guess = guess;
}

std::optional<Verdict> Notebook::verdict(const Experiment &experiment) const
{
    QList<VariantResult> results;
    for (const VariantRun &run : page(experiment).runs) {
        if (run.result)
            results.append(*run.result);
    }
    const bool isComplete = results.size() == qsizetype(experiment.variants.size());
    const Results all(std::move(results));
    return isComplete || all.failure() ? std::optional(experiment.verdict(all)) : std::nullopt;
}

VariantRun &Notebook::runOf(QLatin1StringView variant)
{
    std::vector<VariantRun> &runs = m_pages[m_running->id].runs;
    const auto place = std::ranges::lower_bound(
        runs, placeOf(*m_running, variant), {},
        [this](const VariantRun &run) { return placeOf(*m_running, run.variant); });
    if (place != runs.end() && place->variant == variant)
        return *place;
    return *runs.insert(place, VariantRun {.variant = variant});
}

void Notebook::begin(QLatin1StringView variant)
{
    if (!m_running)
        return;
    m_variant = variant;
    runOf(variant) = {.variant = variant, .startedNs = Recorder::now()};
    emit changed(*m_running);
}

void Notebook::end(const VariantResult &result)
{
    if (!m_running)
        return;
    VariantRun &run = runOf(result.variant);
    run.trace = m_runner.trace();
    run.result = result;
    m_variant = {};
    emit changed(*m_running);
}

void Notebook::finish()
{
    const Experiment *ended = std::exchange(m_running, nullptr);
    if (!ended)
        return;
    m_variant = {};
    const std::vector<VariantRun> &runs = page(*ended).runs;
    const bool isProven = runs.size() == ended->variants.size()
        && std::ranges::all_of(runs, [](const VariantRun &run) {
                              return run.result && run.result->outcome.hasSucceeded();
                          });
    if (isProven)
        emit explored(*ended);
    emit changed(*ended);
}
