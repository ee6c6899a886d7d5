// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class KeyButton;
class QLabel;
struct Experiment;

/// What an experiment is about, in its title and one sentence, and the buttons that run it.
class LessonHeader final : public QWidget
{
    Q_OBJECT
public:
    explicit LessonHeader(QWidget *parent = nullptr);

    void setExperiment(const Experiment &experiment);
    /// Empty: it can be run. Otherwise why not.
    void setObstacle(const QString &reason);
    /// Something runs that can be cancelled.
    void setRunning(bool isRunning);

signals:
    void runRequested();
    void cancelRequested();

private:
    QLabel *m_title;
    QLabel *m_lesson;
    KeyButton *m_cancel;
    KeyButton *m_run;
};
