// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskevent.h"

#include <QTimer>
#include <QWidget>

class QTextBrowser;
class Session;

/// The whole story of one task: attempts, redirects, header fields, timing, error.
class Inspector final : public QWidget
{
    Q_OBJECT
public:
    /// \p session outlives it, or is followed by another one before it goes.
    explicit Inspector(Session &session, QWidget *parent = nullptr);

    void setSession(Session &session);
    void setTask(TaskId task);
    TaskId task() const { return m_task; }
    QString plainText() const;

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void refresh();

    Session *m_session = nullptr;
    QTextBrowser *m_browser;
    QTimer m_refresh;
    TaskId m_task = TaskId::None;
};
