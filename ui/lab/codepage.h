// SPDX-License-Identifier: MIT
#pragma once

#include "lab/experiment.h"

#include <QWidget>

class CodeHeader;
class CodeView;
class QLabel;
class QStackedWidget;
class QToolButton;

/// The code of an experiment as it was compiled: its variants side by side, or the whole file.
class CodePage final : public QWidget
{
    Q_OBJECT
public:
    explicit CodePage(QWidget *parent = nullptr);

    void setExperiment(const Experiment &experiment);
    /// What the signs mean, and the choice between the parts and the whole; for a place beside the
    /// tabs.
    QWidget *corner() const { return m_corner; }

private:
    void setupCorner();
    QWidget *filePage();
    void showChosen();
    void showVariants(const Experiment &experiment, const QString &source);
    QWidget *columnOf(const Variant &variant, const QStringList &lines,
                      const QList<bool> &onlyHere);
    void showFile(const Experiment &experiment, const QString &source);

    QStackedWidget *m_stack;
    QWidget *m_columns = nullptr; // one for each variant
    CodeHeader *m_fileHeader;
    CodeView *m_file;
    QWidget *m_corner;
    QLabel *m_legend;
    QToolButton *m_wholeFile;
};
