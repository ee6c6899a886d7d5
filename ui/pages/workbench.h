// SPDX-License-Identifier: MIT
#pragma once

#include "views/gallerymodel.h"
#include "views/taskmodel.h"

#include <QWidget>

class ComputePool;
class Fetcher;
class Job;
class Moment;
class NoticeBar;
class QSettings;
class QSplitter;
class Recording;
class ResultPane;
class RunControls;
class TaskPane;
class TotalsBar;

/// What the Workbench works with; all outlive it.
struct WorkbenchParts
{
    Recording &recording;
    Moment &moment;
    Fetcher &fetcher;
    ComputePool &pool;
    Job &job;
};

/// The page of the main job: addresses in, fetched and processed at once, results out.
class Workbench final : public QWidget
{
    Q_OBJECT
public:
    explicit Workbench(const WorkbenchParts &parts, QWidget *parent = nullptr);

    /// The addresses of the practice server, and what they all begin with.
    void setPracticeSet(const QStringList &addresses, const QString &base);
    /// Addresses given on the command line.
    void setAddresses(const QStringList &addresses);

    void save(QSettings &settings) const;
    void restore(const QSettings &settings);
    void tell(const QString &sentence, const QStringList &details = {});

public slots:
    void run();
    void cancelAll();
    void retryFailed();
    void exportResults();
    void openList();
    void focusFilter();

private:
    void setupConnections();
    void start(const QList<QUrl> &addresses);
    void cancel(const QList<TaskId> &tasks);
    void applyLimits();
    void refresh();
    void write(const QString &path);

    WorkbenchParts m_parts;
    TaskModel m_tasks;
    GalleryModel m_images;
    RunControls *m_controls;
    NoticeBar *m_notice;
    QSplitter *m_splitter;
    TaskPane *m_taskPane;
    ResultPane *m_results;
    TotalsBar *m_totals;
};
