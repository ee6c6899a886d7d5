// SPDX-License-Identifier: MIT
#pragma once

#include "lab/experiment.h"
#include "ui/style/theme.h"

#include <QColor>
#include <QPainter>
#include <QWidget>

class CodeView;
class QLabel;
class QStackedWidget;
class QToolButton;

/// A hairline between two columns.
class Divider final : public QWidget
{
public:
    explicit Divider(QWidget *parent = nullptr)
        : QWidget(parent)
    {
        setFixedWidth(1);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(rect(), Theme::current().line);
    }
};

/// Above code: what it is, and a button that copies it.
class CodeHeader final : public QWidget
{
    Q_OBJECT
public:
    explicit CodeHeader(QWidget *parent = nullptr);

    /// \p word stands out, \p rest follows it in plain.
    void setTitle(const QString &word, const QString &rest = {});
    /// What the word is drawn in; asked for again when the palette changes.
    void setWordColour(QColor (*colour)());
    /// What the button copies.
    void setCode(const QString &code);

protected:
    void changeEvent(QEvent *event) override;

private:
    void copy();
    void colour();

    QLabel *m_word;
    QLabel *m_rest;
    QToolButton *m_copy;
    QColor (*m_colour)() = nullptr;
    QString m_code;
};

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
