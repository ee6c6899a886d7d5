// SPDX-License-Identifier: MIT
#pragma once

#include "views/stalllist.h"

#include <QWidget>

#include <chrono>

class EmptyState;
class QLabel;
class QListView;
class QPushButton;
class QSpinBox;
class StallDetail;

/// The page of the receipts: every stall at the left, newest first, and what it cost at the right.
class StallsPage final : public QWidget
{
    Q_OBJECT
public:
    /// \p recording outlives it.
    explicit StallsPage(const Recording &recording, QWidget *parent = nullptr);

    /// Shows from which length on a gap counts.
    void setThreshold(std::chrono::milliseconds threshold);
    /// Its list gets the keys.
    void takeFocus();
    /// Shows the stall that \p timeNs lies in, or the last one before.
    void showAt(qint64 timeNs);
    /// How many came since the page was last looked at.
    int unseen() const { return m_unseen; }
    const StallList &stalls() const { return m_stalls; }

signals:
    void thresholdChosen(std::chrono::milliseconds threshold);
    void unseenChanged(int count);
    /// The empty page was asked for something to show.
    void freezeRequested();
    void taskRequested(TaskId task);
    /// The experiment \p id of the lab shows what to do instead.
    void experimentRequested(const QString &id);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *setupHeader();
    QLabel *thresholdLabel(QWidget *parent);
    void setupConnections();
    void added(int first, int last);
    void showCurrent();
    void copy();
    void refresh();
    void showWhetherEmpty();
    void setUnseen(int count);

    StallList m_stalls;
    QLabel *m_sentence;
    QSpinBox *m_threshold;
    QPushButton *m_copy;
    QListView *m_list;
    StallDetail *m_detail;
    EmptyState *m_empty = nullptr;
    int m_unseen = 0;
};
