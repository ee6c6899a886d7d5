// SPDX-License-Identifier: MIT
#include "ui/lab/labpage.h"

#include "lab/catalogue.h"
#include "lab/labtext.h"
#include "record/recorder.h"
#include "session/session.h"
#include "ui/lab/cataloguepane.h"
#include "ui/lab/codelanguage.h"
#include "ui/lab/lessonheader.h"
#include "ui/lab/lessontabs.h"
#include "ui/lab/variantrow.h"
#include "ui/lab/verdictbanner.h"
#include "ui/widgets/scrollcolumn.h"
#include "ui/widgets/settingsreader.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QSettings>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace {

constexpr int catalogueWidth = 228;
constexpr int leastCatalogue = 170;
constexpr int cataloguePercent = 27;
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
    : Page(IconName::Lab, tr("Lab"), u"lab"_s, parent)
    , m_notebook(runner)
{
    m_kept.experiment = catalogue().front().id.toString();
}

void LabPage::makeContents()
{
    m_catalogue = new CataloguePane(this);
    fitCatalogue();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_catalogue);
    layout->addWidget(new ScrollColumn(setupLesson(), this), 1);
    setupConnections();
    m_variants->setThreshold(m_threshold);
    showExperiment(shown());
    apply(m_kept);
}

void LabPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    if (isBuilt())
        fitCatalogue();
}

void LabPage::fitCatalogue()
{
    m_catalogue->setFixedWidth(
        std::clamp(width() * cataloguePercent / 100, leastCatalogue, catalogueWidth));
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
    connect(m_header, &LessonHeader::cancelRequested, this, &LabPage::cancelFocused);
    connect(m_variants, &VariantRow::runRequested, this,
            [this](QLatin1StringView variant) { runVariants({variant}); });
    connect(m_banner, &VerdictBanner::guessed, this,
            [this](std::optional<int> guess) { m_notebook.setGuess(shown(), guess); });
    connect(m_tabs, &LessonTabs::experimentRequested, this, &LabPage::choose);
    connect(m_tabs, &LessonTabs::termsChanged, this, &LabPage::refreshBanner);
    connect(&m_notebook, &Notebook::changed, this, &LabPage::refresh);
    connect(&m_notebook, &Notebook::grown, this, &LabPage::follow);
    connect(&m_notebook, &Notebook::explored, this,
            [this](const Experiment &explored) { m_catalogue->model().setExplored(explored.id); });
}

const Experiment &LabPage::experiment()
{
    build();
    return shown();
}

const Experiment &LabPage::shown() const
{
    return m_catalogue->current();
}

bool LabPage::choose(QStringView id)
{
    const Experiment *chosen = experimentOf(id);
    if (chosen) {
        build();
        m_catalogue->choose(*chosen);
    }
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
    const LabRunner::Terms ran = m_notebook.page(shown()).terms;
    return ran.seed != m_tabs->seed() || ran.knobs != m_tabs->knobs();
}

QString LabPage::obstacle() const
{
    if (m_isReadOnly)
        return tr("This tab shows a trace. Experiments run in “This program” (Ctrl+Tab).");
    const Experiment *running = m_notebook.running();
    if (running == &shown())
        return tr("It runs.");
    return running ? tr("“%1” runs. When it has ended, this one can.").arg(labText(running->title))
                   : QString();
}

bool LabPage::run()
{
    build();
    QList<QLatin1StringView> variants;
    for (const Variant &variant : shown().variants)
        variants.append(variant.id);
    runVariants(variants);
    return true;
}

void LabPage::runVariants(const QList<QLatin1StringView> &variants)
{
    if (obstacle().isEmpty())
        m_notebook.run(shown(), variants, terms());
}

bool LabPage::cancelFocused()
{
    if (!isBuilt() || m_notebook.running() != &shown())
        return false;
    m_notebook.cancel();
    return true;
}

void LabPage::setSession(Session &session)
{
    m_isReadOnly = !session.isGrowing();
    if (isBuilt())
        refresh();
}

void LabPage::follow()
{
    const qint64 nowNs = Recorder::now();
    if (!isBuilt() || m_notebook.running() != &shown() || nowNs - m_followedNs < followEveryNs)
        return;
    m_followedNs = nowNs;
    m_variants->follow(nowNs);
}

void LabPage::refresh()
{
    m_catalogue->model().setRunning(m_notebook.running());
    m_header->setState(obstacle(), m_notebook.running());
    const QWidget *focus = QApplication::focusWidget();
    if (m_notebook.running() == &shown()
        && (m_variants->isAncestorOf(focus) || m_banner->isAncestorOf(focus)))
        m_header->takeFocus(); // what had the focus cannot be used now
    m_variants->setObstacle(obstacle());
    m_variants->refresh();
    m_tabs->setRunning(m_notebook.running() == &shown());
    refreshBanner();
}

void LabPage::refreshBanner()
{
    const NotebookPage &page = m_notebook.page(shown());
    const std::optional<Verdict> verdict = m_notebook.verdict(shown());
    if (m_notebook.running() == &shown()) {
        m_banner->tell(TaskStatus::Running, progress());
    } else if (verdict) {
        const TaskStatus status = statusOfAll(page);
        const bool isJudged = status == TaskStatus::Succeeded;
        m_banner->showVerdict(*verdict, status, isJudged ? predicted(*verdict) : QString(),
                              isTurned());
    } else if (!obstacle().isEmpty()) {
        m_banner->tell(obstacle());
    } else if (page.runs.empty()) {
        m_banner->ask(shown().prediction, page.guess);
    } else {
        m_banner->tell(isTurned() ? tr("The knobs were turned since then: what runs now is not "
                                       "compared with it.")
                                  : tr("Run the other one as well: side by side they tell."));
    }
}

QString LabPage::progress() const
{
    const NotebookPage &page = m_notebook.page(shown());
    const QLatin1StringView variant = m_notebook.runningVariant();
    QStringList parts;
    if (!variant.isEmpty())
        parts.append(tr("“%1” …").arg(labText(shown().variant(variant).title)));
    if (page.guess)
        parts.append(tr("You predicted %1.")
                         .arg(MeasurementText::value(*page.guess, shown().prediction.unit)));
    return parts.join(u' ');
}

QString LabPage::predicted(const Verdict &verdict) const
{
    const std::optional<int> guess = m_notebook.page(shown()).guess;
    if (!guess)
        return {};
    const Unit unit = shown().prediction.unit;
    return tr("You predicted %1, it is %2.")
        .arg(MeasurementText::value(*guess, unit), MeasurementText::value(verdict.number, unit));
}

void LabPage::setThreshold(std::chrono::milliseconds threshold)
{
    m_threshold = threshold;
    if (isBuilt())
        m_variants->setThreshold(threshold);
}

void LabPage::takeFocus()
{
    m_catalogue->focusList();
}

bool LabPage::find()
{
    build();
    m_catalogue->focusSearch();
    return true;
}

/// What was never looked at is kept as it was found.
void LabPage::save(QSettings &settings) const
{
    const Kept kept = isBuilt() ? Kept {.explored = m_catalogue->model().explored(),
                                        .seed = int(m_tabs->seed()),
                                        .tab = m_tabs->tab(),
                                        .language = m_tabs->language(),
                                        .experiment = shown().id.toString()}
                                : m_kept;
    settings.setValue("lab/experiment"_L1, kept.experiment);
    settings.setValue("lab/explored"_L1, kept.explored);
    settings.setValue("lab/seed"_L1, kept.seed);
    settings.setValue("lab/tab"_L1, kept.tab);
    settings.setValue("lab/language"_L1, kept.language);
}

void LabPage::restore(SettingsReader &settings)
{
    const auto offer = [&settings](QLatin1StringView key, QString &place, const auto &isKnown) {
        settings.offer(key, [&](const QString &text) {
            const bool isTaken = isKnown(text);
            if (isTaken)
                place = text;
            return isTaken;
        });
    };
    // Experiments that are unknown here may be those of a newer version, which finds them again.
    m_kept.explored = settings.texts("lab/explored"_L1).value_or(QStringList());
    m_kept.seed = settings.number("lab/seed"_L1, 0, std::numeric_limits<int>::max()).value_or(1);
    offer("lab/tab"_L1, m_kept.tab, LessonTabs::hasTab);
    offer("lab/language"_L1, m_kept.language, [](const QString &name) {
        return !name.isEmpty() && CodeLanguage::of(name).name == name;
    });
    offer("lab/experiment"_L1, m_kept.experiment,
          [](const QString &id) { return experimentOf(id) != nullptr; });
    if (isBuilt())
        apply(m_kept);
}

void LabPage::apply(const Kept &kept)
{
    for (const QString &id : kept.explored)
        m_catalogue->model().setExplored(id);
    m_tabs->setSeed(quint32(kept.seed));
    m_tabs->setTab(kept.tab);
    m_tabs->setLanguage(kept.language);
    choose(kept.experiment);
}
