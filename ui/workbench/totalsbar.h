// SPDX-License-Identifier: MIT
#pragma once

#include "session/board.h"

#include <QTimer>
#include <QWidget>

#include <array>
#include <deque>

class OutcomeBar;
class QLabel;
class QPushButton;
class Session;

/// How many tasks are in each state: glyph, number and word, in the state's colour. States that
/// nobody is in are left out but for queued, running and succeeded; words give way when it is
/// narrow.
class CountStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit CountStrip(QWidget *parent = nullptr);

    void setCounts(const Board &board);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool isShown(TaskStatus status) const;
    int width(TaskStatus status, bool withWord) const;
    int totalWidth(bool withWords) const;

    std::array<int, taskStatusCount> m_counts {};
};

/// The whole of the work in a line: how many tasks are in which state, the progress of all with
/// rate and time left, and the buttons that act on all.
class TotalsBar final : public QWidget
{
    Q_OBJECT
public:
    /// \p session outlives it, or is followed by another one before it goes.
    explicit TotalsBar(Session &session, QWidget *parent = nullptr);

    /// The tasks of one that is complete can neither be stopped nor tried again.
    void setSession(Session &session);

signals:
    void cancelAllRequested();
    void retryFailedRequested();
    void exportRequested();

private:
    struct Sample
    {
        qint64 timeNs;
        qint64 bytes;
        double progress;
    };
    void refresh();
    void takeSample();
    QString progressText() const;
    void foldButtons(bool isFolded);
    void foldText(bool isFolded);

    Session *m_session = nullptr;
    CountStrip *m_counts;
    OutcomeBar *m_bar;
    QLabel *m_text;
    QPushButton *m_retry;
    QPushButton *m_export;
    QPushButton *m_cancel;
    bool m_isTextFolded = false; // the share alone
    QTimer m_refresh; // a few times a second is all a person can read
    std::deque<Sample> m_samples; // of the last seconds, for rate and time left
};
