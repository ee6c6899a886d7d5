// SPDX-License-Identifier: MIT
#pragma once

#include "lab/notebook.h"

#include <QWidget>

class IconText;
class QLabel;
class QSpinBox;

/// What came out, in one sentence. Before anything did: what can be guessed, and what will happen.
class VerdictBanner final : public QWidget
{
    Q_OBJECT
public:
    explicit VerdictBanner(QWidget *parent = nullptr);

    /// \p guess as made so far.
    void ask(const Prediction &prediction, std::optional<int> guess);
    /// \p isTurned: knobs or seed are others by now.
    void showVerdict(const Verdict &verdict, TaskStatus status, const QString &prediction,
                     bool isTurned);
    /// One plain sentence; \p status gives the icon and its word.
    void tell(TaskStatus status, const QString &sentence);
    void tell(const QString &sentence);
    QString text() const { return m_important.isEmpty() ? m_rest : m_important + u' ' + m_rest; }

signals:
    void guessed(std::optional<int> guess);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void say(const QString &important, const QString &rest);
    void render();
    void setAsking(bool isAsking);
    void sayStatus(TaskStatus status);

    IconText *m_icon;
    QLabel *m_text;
    QSpinBox *m_guess;
    QString m_important;
    QString m_rest;
    bool m_isAsking = false;
};
