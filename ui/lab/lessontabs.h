// SPDX-License-Identifier: MIT
#pragma once

#include "ui/widgets/card.h"

#include <QHash>
#include <QSet>

class CodePage;
class ElsewherePage;
class QTabWidget;
class TryPage;
class WhyPage;
struct Experiment;

/// What there is to read about an experiment and to turn on it: why, the code, its knobs, and the
/// same idea in other languages. A card. A tab is written when it is first in sight: that takes the
/// better part of a frame, and who starts the program has not asked for it.
class LessonTabs final : public Card
{
    Q_OBJECT
public:
    explicit LessonTabs(QWidget *parent = nullptr);

    /// Of the catalogue, or one that outlives this.
    void setExperiment(const Experiment &experiment);

    /// As they are set on the Try tab; kept for each experiment as long as this lives.
    QHash<QLatin1StringView, int> knobs() const;
    /// One for all experiments, 1 at first.
    quint32 seed() const;
    /// Only once there is an experiment.
    void setSeed(quint32 seed);
    /// While it runs nothing can be turned.
    void setRunning(bool isRunning);

    /// To be remembered: "why", "code", "try", "elsewhere". Unknown ones change nothing, and return
    /// false.
    QString tab() const;
    bool setTab(const QString &tab);
    static bool hasTab(const QString &name);
    /// Likewise: "JavaScript", "C++", … of Elsewhere; an empty one changes nothing.
    QString language() const;
    void setLanguage(const QString &language);

signals:
    /// A link to another experiment was followed. Only to one that exists.
    void experimentRequested(const QString &id);
    /// A knob or the seed was turned.
    void termsChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void add(QWidget *page, const QString &title);
    void showTab();
    void write(const QWidget *page);

    QTabWidget *m_tabs;
    WhyPage *m_why;
    CodePage *m_code;
    TryPage *m_try;
    ElsewherePage *m_elsewhere;
    const Experiment *m_experiment = nullptr;
    QSet<const QWidget *> m_unwritten; // pages that still show another experiment
};
