// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskevent.h"

#include <QWidget>

#include <memory>

class QTextBrowser;
struct StallReceipt;

/// The whole receipt of a stall: what it cost, which function was to blame and on which stack, and
/// what to do instead.
class StallDetail final : public QWidget
{
    Q_OBJECT
public:
    explicit StallDetail(QWidget *parent = nullptr);
    ~StallDetail() override;

    void setReceipt(const StallReceipt &receipt);
    void clear();
    QString plainText() const;

signals:
    /// The task in which it happened was chosen.
    void taskRequested(TaskId task);
    /// The experiment \p id of the lab was chosen, which shows what to do instead.
    void experimentRequested(const QString &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void render();
    QString figures() const;
    QString circumstances() const;
    QString culprit() const;
    QString instead() const;
    void follow(const QUrl &link);

    QTextBrowser *m_text;
    std::unique_ptr<StallReceipt> m_receipt;
    bool m_showsAllFrames = false;
};
