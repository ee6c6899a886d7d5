// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

class QLabel;

/// The strip that says, for as long as it is so, that a trace is being opened or saved. Hidden
/// otherwise. Accessible name: Trace.
class TraceBar final : public QFrame
{
    Q_OBJECT
public:
    explicit TraceBar(QWidget *parent = nullptr);

    /// Something is under way; \p sentence is empty when it no longer is.
    void setBusy(const QString &sentence);
    QString sentence() const;

signals:
    void stopRequested();

private:
    QLabel *m_label;
};
