// SPDX-License-Identifier: MIT
#pragma once

#include "session/stalllist.h"
#include "ui/widgets/page.h"

class EmptyState;
class QLabel;
class QListView;
class QPushButton;
class QSpinBox;
class StallDetail;

/// The page of the receipts: every stall at the left, newest first, and what it cost at the right.
/// GUI thread.
class StallsPage final : public Page
{
    Q_OBJECT
public:
    explicit StallsPage(Session &session, QWidget *parent = nullptr);

    void setSession(Session &session) override;
    void setThreshold(std::chrono::milliseconds threshold) override;
    void takeFocus() override;
    /// Shows the stall that \p timeNs lies in, or the last one before.
    void showAt(qint64 timeNs);
    const StallList &stalls() const { return m_stalls; }

signals:
    void thresholdChosen(std::chrono::milliseconds threshold);
    /// All of them are to go.
    void clearRequested();
    /// The empty page was asked for something to show.
    void freezeRequested();
    void taskRequested(TaskId task);
    /// The experiment \p id of the lab shows what to do instead.
    void experimentRequested(const QString &id);

protected:
    void makeContents() override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *setupHeader();
    QLabel *thresholdLabel(QWidget *parent);
    void setupConnections();
    void added(int first, int last);
    void showRead();
    void showCurrent();
    void copy();
    void refresh();
    void showWhetherEmpty();
    void showSentence();
    void fitList();
    void see();
    void tellUnseen();

    Session *m_session;
    StallList m_stalls;
    std::chrono::milliseconds m_thresholdLength {100};
    // What follows is there once it is built.
    QLabel *m_sentence = nullptr;
    QSpinBox *m_threshold = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_clear = nullptr;
    QWidget *m_listCard = nullptr;
    QListView *m_list = nullptr;
    StallDetail *m_detail = nullptr;
    EmptyState *m_empty = nullptr;
    int m_toldUnseen = 0;
};
