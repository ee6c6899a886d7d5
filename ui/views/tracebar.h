// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

/// The strip that says, for as long as it is so, that a trace is being opened or saved, or that the
/// window shows one. Hidden otherwise. Accessible name: Trace.
class TraceBar final : public QFrame
{
    Q_OBJECT
public:
    explicit TraceBar(QWidget *parent = nullptr);

    /// Something is under way; \p sentence is empty when it no longer is.
    void setBusy(const QString &sentence);
    /// The window shows the trace \p name; empty: it is live.
    void setTrace(const QString &name);
    QString sentence() const;

signals:
    void stopRequested();
    void liveRequested();

private:
    void refresh();

    QLabel *m_label;
    QPushButton *m_button;
    QString m_busy;
    QString m_trace;
};
