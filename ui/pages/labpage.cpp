// SPDX-License-Identifier: MIT
#include "ui/pages/labpage.h"

#include "lab/catalogue.h"
#include "lab/labtext.h"
#include "record/recorder.h"
#include "ui/lab/cataloguepane.h"
#include "ui/lab/codelanguage.h"
#include "ui/lab/lessonheader.h"
#include "ui/lab/lessontabs.h"
#include "ui/lab/variantrow.h"
#include "ui/lab/verdictbanner.h"
#include "ui/settingsreader.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QSettings>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace {

constexpr int catalogueWidth = 228;
constexpr qint64 followEveryNs = 50'000'000; // painting is work of the loop that is measured;

/// How the variants ended together: the first that did not succeed decides.
TaskStatus statusOfAll(const NotebookPage &page)
{
    const auto failed = std::ranges::find_if(page.runs, [](const VariantRun &run) {
        return run.result && !run.result->outcome.hasSucceeded();
    });
    return failed == page.runs.end() ? TaskStatus::Succeeded
                                     : statusOf(failed->result->outcome.kind);
}

} // namespace

LabPage::LabPage(LabRunner &runner, QWidget *parent)
    : QWidget(parent)
    , m_notebook(runner)
    , m_catalogue(new CataloguePane(this))
{
    setObjectName(u"lab"_s);
    m_catalogue->setFixedWidth(catalogueWidth);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_catalogue);
    layout->addWidget(setupLesson(), 1);
    setupConnections();
    showExperiment(experiment());
}

QWidget *LabPage::setupLesson()
{
    auto *lesson = new QWidget(this);
    m_header = new LessonHeader(lesson);
    m_variants = new VariantRow(m_notebook, lesson);
    m_banner = new VerdictBanner(lesson);
    m_tabs = new LessonTabs(lesson);
    m_tabs->setMinimumHeight(120);
    auto *layout = new QVBoxLayout(lesson);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(m_header);
    layout->addWidget(m_variants, 3);
    layout->addWidget(m_banner);
    layout->addWidget(m_tabs, 4);
    return lesson;
}

void LabPage::setupConnections()
{
    connect(m_catalogue, &CataloguePane::chosen, this, &LabPage::showExperiment);
    connect(m_header, &LessonHeader::runRequested, this, &LabPage::run);
    connect(m_header, &LessonHeader::cancelRequested, this, &LabPage::cancel);
    connect(m_variants, &VariantRow::runRequested, this,
            [this](QLatin1StringView variant) { runVariants({variant}); });
    connect(m_banner, &VerdictBanner::guessed, this,
            [this](std::optional<int> guess) { m_notebook.setGuess(experiment(), guess); });
    connect(m_tabs, &LessonTabs::experimentRequested, this, &LabPage::choose);
    connect(m_tabs, &LessonTabs::termsChanged, this, &LabPage::refreshBanner);
    connect(&m_notebook, &Notebook::changed, this, &LabPage::refresh);
    connect(&m_notebook, &Notebook::grown, this, &LabPage::follow);
    connect(&m_notebook, &Notebook::explored, this,
            [this](const Experiment &explored) { m_catalogue->model().setExplored(explored.id); });
}

const Experiment &LabPage::experiment() const
{
    return m_catalogue->current();
}

bool LabPage::choose(QStringView id)
{
    const Experiment *chosen = experimentOf(id);
    if (chosen)
        m_catalogue->choose(*chosen);
    return chosen != nullptr;
}

void LabPage::showExperiment(const Experiment &experiment)
{
    m_header->setExperiment(experiment);
    m_variants->setExperiment(experiment);
    m_tabs->setExperiment(experiment);
    refresh();
}

LabRunner::Terms LabPage::terms() const
{
    return {.seed = m_tabs->seed(), .knobs = m_tabs->knobs()};
}

bool LabPage::isTurned() const
{
    const LabRunner::Terms ran = m_notebook.page(experiment()).terms;
    return ran.seed != m_tabs->seed() || ran.knobs != m_tabs->knobs();
}

QString LabPage::obstacle() const
{
    if (m_isReadOnly)
        return tr("A trace is shown. Go back to live to run an experiment.");
    const Experiment *running = m_notebook.running();
    if (running == &experiment())
        return tr("It runs.");
    return running ? tr("“%1” runs. When it has ended, this one can.").arg(labText(running->title))
                   : QString();
}

void LabPage::run()
{
    QList<QLatin1StringView> variants;
    for (const Variant &variant : experiment().variants)
        variants.append(variant.id);
    runVariants(variants);
}

void LabPage::runVariants(const QList<QLatin1StringView> &variants)
{
    if (obstacle().isEmpty())
        m_notebook.run(experiment(), variants, terms());
}

void LabPage::cancel()
{
    m_notebook.cancel();
}

void LabPage::setReadOnly(bool isReadOnly)
{
    m_isReadOnly = isReadOnly;
    if (isReadOnly)
        m_notebook.cancel();
    refresh();
}

void LabPage::follow()
{
    const qint64 nowNs = Recorder::now();
    if (m_notebook.running() != &experiment() || nowNs - m_followedNs < followEveryNs)
        return;
    m_followedNs = nowNs;
    m_variants->follow(nowNs);
}

void LabPage::refresh()
{
    m_catalogue->model().setRunning(m_notebook.running());
    m_header->setState(obstacle(), m_notebook.running());
    const QWidget *focus = QApplication::focusWidget();
    if (m_notebook.running() == &experiment()
        && (m_variants->isAncestorOf(focus) || m_banner->isAncestorOf(focus)))
        m_header->takeFocus(); // what had the keys cannot be used now
    m_variants->setObstacle(obstacle());
    m_variants->refresh();
    m_tabs->setRunning(m_notebook.running() == &experiment());
    refreshBanner();
}

void LabPage::refreshBanner()
{
    const NotebookPage &page = m_notebook.page(experiment());
    const std::optional<Verdict> verdict = m_notebook.verdict(experiment());
    if (m_notebook.running() == &experiment()) {
        m_banner->tell(TaskStatus::Running, progress());
    } else if (verdict) {
        const TaskStatus status = statusOfAll(page);
        const bool isJudged = status == TaskStatus::Succeeded;
        m_banner->showVerdict(*verdict, status, isJudged ? predicted(*verdict) : QString(),
                              isTurned());
    } else if (!obstacle().isEmpty()) {
        m_banner->tell(obstacle());
    } else if (page.runs.empty()) {
        m_banner->ask(experiment().prediction, page.guess);
    } else {
        m_banner->tell(isTurned() ? tr("The knobs were turned since then: what runs now is not "
                                       "compared with it.")
                                  : tr("Run the other one as well: side by side they tell."));
    }
}

QString LabPage::progress() const
{
    const NotebookPage &page = m_notebook.page(experiment());
    const QLatin1StringView variant = m_notebook.runningVariant();
    QStringList parts;
    if (!variant.isEmpty())
        parts.append(tr("“%1” …").arg(labText(experiment().variant(variant).title)));
    if (page.guess)
        parts.append(tr("You predicted %1.")
                         .arg(MeasurementText::value(*page.guess, experiment().prediction.unit)));
    return parts.join(u' ');
}

QString LabPage::predicted(const Verdict &verdict) const
{
    const std::optional<int> guess = m_notebook.page(experiment()).guess;
    if (!guess)
        return {};
    const Unit unit = experiment().prediction.unit;
    return tr("You predicted %1, it is %2.")
        .arg(MeasurementText::value(*guess, unit), MeasurementText::value(verdict.number, unit));
}

void LabPage::takeFocus()
{
    m_catalogue->focusList();
}

void LabPage::focusSearch()
{
    m_catalogue->focusSearch();
}

void LabPage::save(QSettings &settings) const
{
    settings.setValue("lab/experiment"_L1, QString(experiment().id));
    settings.setValue("lab/explored"_L1, m_catalogue->model().explored());
    settings.setValue("lab/seed"_L1, m_tabs->seed());
    settings.setValue("lab/tab"_L1, m_tabs->tab());
    settings.setValue("lab/language"_L1, m_tabs->language());
}

void LabPage::restore(SettingsReader &settings)
{
    // Experiments that are unknown here may be those of a newer version, which finds them again.
    for (const QString &id : settings.texts("lab/explored"_L1).value_or(QStringList()))
        m_catalogue->model().setExplored(id);
    if (const auto seed = settings.number("lab/seed"_L1, 0, std::numeric_limits<int>::max()))
        m_tabs->setSeed(quint32(*seed));
    settings.offer("lab/tab"_L1, [this](const QString &name) { return m_tabs->setTab(name); });
    settings.offer("lab/language"_L1, [this](const QString &name) {
        const bool isKnown = !name.isEmpty() && CodeLanguage::of(name).name == name;
        if (isKnown)
            m_tabs->setLanguage(name);
        return isKnown;
    });
    settings.offer("lab/experiment"_L1, [this](const QString &id) { return choose(id); });
}
