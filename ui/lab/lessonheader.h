// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

struct Experiment;
class KeyButton;
class QLabel;

/// What an experiment is about, in its title and one sentence, and the buttons that run it.
class LessonHeader final : public QWidget
{
    Q_OBJECT
public:
    explicit LessonHeader(QWidget *parent = nullptr);

    void setExperiment(const Experiment &experiment);
    /// \p obstacle is empty when it can be run, and else says why not. While something runs it can
    /// be cancelled. The keys stay on these buttons when they are.
    void setState(const QString &obstacle, bool isRunning);
    /// The keys were where something runs now.
    void takeFocus();

signals:
    void runRequested();
    void cancelRequested();

private:
    QLabel *m_title;
    QLabel *m_lesson;
    KeyButton *m_cancel;
    KeyButton *m_run;
};
