// SPDX-License-Identifier: MIT
#pragma once

#include "lab/notebook.h"
#include "ui/widgets/page.h"

class CataloguePane;
class LessonHeader;
class LessonTabs;
class VariantRow;
class VerdictBanner;

/// The page of the experiments: the catalogue, and of the one chosen its lesson, its variants side
/// by side, what came out, and what there is to read and to turn. One experiment runs at a time;
/// the others can be read meanwhile. GUI thread.
class LabPage final : public Page
{
    Q_OBJECT
public:
    /// \p runner outlives it.
    explicit LabPage(LabRunner &runner, QWidget *parent = nullptr);

    /// Chooses the experiment \p id; unknown ones change nothing, and return false.
    bool choose(QStringView id);
    /// The one that is shown. Builds the page.
    const Experiment &experiment();
    const Notebook &notebook() const { return m_notebook; }
    bool isRunning() const { return m_notebook.running(); }
    /// While it is one that is complete nothing can be run, as what is done is not seen there.
    /// What runs goes on.
    void setSession(Session &session) override;
    /// The loop turned: what runs is drawn on, not more often than can be seen.
    void follow();
    void setThreshold(std::chrono::milliseconds threshold) override;

    /// All variants of the experiment that is shown, if nothing hinders it.
    bool run() override;
    /// The experiment that is shown, wherever on the page the focus is.
    bool cancelFocused() override;
    bool find() override;
    void takeFocus() override;
    void save(QSettings &settings) const override;
    void restore(SettingsReader &settings) override;

protected:
    void makeContents() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// What the settings say, or how it begins.
    struct Kept
    {
        QStringList explored {};
        int seed = 1;
        QString tab = QStringLiteral("why");
        QString language = QStringLiteral("JavaScript");
        QString experiment {}; // the first
    };

    const Experiment &shown() const;
    void apply(const Kept &kept);
    QWidget *setupLesson();
    void fitCatalogue();
    void setupConnections();
    void showExperiment(const Experiment &experiment);
    void runVariants(const QList<QLatin1StringView> &variants);
    void refresh();
    void refreshBanner();
    QString obstacle() const;
    QString progress() const;
    QString predicted(const Verdict &verdict) const;
    bool isTurned() const;
    LabRunner::Terms terms() const;

    Notebook m_notebook;
    Kept m_kept; // until it is built
    std::chrono::milliseconds m_threshold {100};
    bool m_isReadOnly = false;
    // What follows is there once it is built.
    CataloguePane *m_catalogue = nullptr;
    LessonHeader *m_header = nullptr;
    VariantRow *m_variants = nullptr;
    VerdictBanner *m_banner = nullptr;
    LessonTabs *m_tabs = nullptr;
    qint64 m_followedNs = 0;
};
