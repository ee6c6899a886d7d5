// SPDX-License-Identifier: MIT
#pragma once

#include "record/snapshot.h"

#include <QFutureWatcher>
#include <QObject>

class QWidget;
struct Trace;

/// Saves and opens traces on another thread, one at a time; the window goes on meanwhile. GUI
/// thread. Destroying it stops what is under way, and leaves no half a file.
class TraceFiles final : public QObject
{
    Q_OBJECT
public:
    /// \p window owns it and the dialogs.
    explicit TraceFiles(QWidget *window);
    ~TraceFiles() override;

    bool isBusy() const;
    /// Asks for a file first. Both do nothing while it is busy.
    void chooseAndOpen();
    void chooseAndSave(const Snapshot &events);
    void open(const QString &path);
    void save(const Snapshot &events, const QString &path);
    void stop();

signals:
    /// A file is being saved or opened: what and how far, as a sentence.
    void began(const QString &sentence);
    /// That is over, whichever way.
    void ended();
    void opened(const QString &path, const Snapshot &events);
    /// It was saved, or it went wrong: a sentence.
    void told(const QString &sentence);

private:
    void finishOpening();
    void finishSaving();

    QWidget *m_window;
    QFutureWatcher<Trace> *m_opening;
    QFutureWatcher<QString> *m_saving;
    QString m_path;
};
