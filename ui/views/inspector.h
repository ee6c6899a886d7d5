// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskevent.h"

#include <QTimer>
#include <QWidget>

class Moment;
class QTextBrowser;

/// The whole story of one task: attempts, redirects, header fields, timing, error.
class Inspector final : public QWidget
{
    Q_OBJECT
public:
    explicit Inspector(const Moment &moment, QWidget *parent = nullptr);

    /// Addresses below it are headed by the path that is left; the whole one stands below.
    void setBaseAddress(const QString &base) { m_base = base; }
    void setTask(TaskId task);
    TaskId task() const { return m_task; }
    QString plainText() const;

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void refresh();

    const Moment &m_moment;
    QTextBrowser *m_browser;
    QTimer m_refresh;
    TaskId m_task = TaskId::None;
    QString m_base;
};
