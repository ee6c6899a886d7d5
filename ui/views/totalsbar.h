// SPDX-License-Identifier: MIT
#pragma once

#include <QTimer>
#include <QWidget>

#include <deque>

class CountStrip;
class Moment;
class QLabel;
class QPushButton;
class TotalBar;

/// The whole of the work in a line: how many tasks are in which state, the progress of all with
/// rate and time left, and the buttons that act on all.
class TotalsBar final : public QWidget
{
    Q_OBJECT
public:
    explicit TotalsBar(const Moment &moment, QWidget *parent = nullptr);

    /// Of a trace, whose tasks can neither be stopped nor tried again.
    void setReadOnly(bool isReadOnly);

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

    const Moment &m_moment;
    CountStrip *m_counts;
    TotalBar *m_bar;
    QLabel *m_text;
    QPushButton *m_retry;
    QPushButton *m_export;
    QPushButton *m_cancel;
    bool m_isReadOnly = false;
    QTimer m_refresh; // a few times a second is all a person can read
    std::deque<Sample> m_samples; // of the last seconds, for rate and time left
};
