// SPDX-License-Identifier: MIT
#pragma once

#include "lab/notebook.h"

#include <QWidget>

class CataloguePane;
class LessonHeader;
class LessonTabs;
class QSettings;
class SettingsReader;
class VariantRow;
class VerdictBanner;

/// The page of the experiments: the catalogue, and of the one chosen its lesson, its variants side
/// by side, what came out, and what there is to read and to turn. One experiment runs at a time;
/// the others can be read meanwhile.
class LabPage final : public QWidget
{
    Q_OBJECT
public:
    /// \p runner outlives it.
    explicit LabPage(LabRunner &runner, QWidget *parent = nullptr);

    /// Chooses the experiment \p id; unknown ones change nothing, and return false.
    bool choose(QStringView id);
    const Experiment &experiment() const;
    const Notebook &notebook() const { return m_notebook; }
    bool isRunning() const { return m_notebook.running(); }
    /// While a trace is shown nothing can be run: what is done meanwhile is not seen.
    /// Cancels what runs.
    void setReadOnly(bool isReadOnly);
    /// The loop turned: what runs is drawn on, not more often than can be seen.
    void follow();
    /// Its list gets the keys.
    void takeFocus();
    void focusSearch();

    void save(QSettings &settings) const;
    void restore(SettingsReader &settings);

public slots:
    /// All variants of the experiment that is shown, if nothing hinders it.
    void run();
    void cancel();

private:
    QWidget *setupLesson();
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
    CataloguePane *m_catalogue;
    LessonHeader *m_header;
    VariantRow *m_variants;
    VerdictBanner *m_banner;
    LessonTabs *m_tabs;
    bool m_isReadOnly = false;
    qint64 m_followedNs = 0;
};
