// SPDX-License-Identifier: MIT
#pragma once

#include "lab/cataloguemodel.h"

#include <QWidget>

class CatalogueView;
class EmptyState;
class QLineEdit;

/// The experiments to choose from, with a search.
class CataloguePane final : public QWidget
{
    Q_OBJECT
public:
    explicit CataloguePane(QWidget *parent = nullptr);

    CatalogueModel &model() { return m_model; }
    const CatalogueModel &model() const { return m_model; }
    /// What was chosen last, though the search may hide it by now.
    const Experiment &current() const { return *m_current; }
    /// Chooses it; the search is emptied when it hides it.
    void choose(const Experiment &experiment);
    void focusList();
    void focusSearch();

signals:
    void chosen(const Experiment &experiment);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search(const QString &words);
    void showCurrent();

    CatalogueModel m_model;
    const Experiment *m_current;
    QLineEdit *m_search;
    CatalogueView *m_list;
    EmptyState *m_empty;
};
