// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

class QTabBar;
class Session;
class Snapshot;

/// The slim strip with a tab for each session: this program, and each opened trace. The first one
/// cannot be closed. Hidden while there is only one. A tab of a session that grows has a dot, and
/// while it is not in front, a badge with the stalls that nobody saw. Accessible name: Sessions.
/// GUI thread.
class SessionTabs final : public QFrame
{
    Q_OBJECT
public:
    /// \p first outlives it.
    explicit SessionTabs(Session &first, QWidget *parent = nullptr);

    Session &current() const { return *m_sessions.at(m_current); }
    int count() const { return int(m_sessions.size()); }
    QTabBar &bar() const { return *m_bar; }

    /// Adds a tab for \p session and shows it; \p tip tells more than its name. The session is this
    /// object's from now on, and is deleted when its tab was closed.
    void add(Session *session, const QString &tip);
    /// A tab for the trace that was in the file \p path.
    void addTrace(const QString &path, const Snapshot &events);
    void show(const Session &session);
    /// The tab after the one in front, or before it with -1; around the ends.
    void step(int tabs);
    /// Does nothing with the first one.
    void closeCurrent();

signals:
    /// Another session is in front; the one before is still there.
    void currentChanged(Session &session);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString freeName(const QString &name) const;
    void addTab(Session &session, const QString &tip);
    void close(const Session &session);
    void setCurrent(int index);

    QTabBar *m_bar;
    QList<Session *> m_sessions; // by the index of the tab
    qsizetype m_current = 0;
};
