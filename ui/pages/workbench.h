// SPDX-License-Identifier: MIT
#pragma once

#include "views/gallerymodel.h"
#include "views/spanindex.h"
#include "views/taskmodel.h"
#include "work/blockrelease.h"
#include "work/blockway.h"

#include <QSet>
#include <QWidget>

#include <chrono>

class BlockedJob;
class ComputePool;
class Fetcher;
class Job;
class Recorder;
class Moment;
class NoticeBar;
class QMimeData;
class QSettings;
class SettingsReader;
class QSplitter;
class Recording;
class ResultFile;
class ResultPane;
class RunControls;
class TaskPane;
class TaskTable;
class TimelinePane;
class TimelineView;
class TotalsBar;

/// What the Workbench works with; all outlive it.
struct WorkbenchParts
{
    Recorder &recorder;
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
    /// What was dropped; refused while a trace is shown.
    void takeList(const QMimeData &data);

    /// While it blocks, Run does the same work on the thread of the GUI, \p length at a time. What
    /// is left when that ends goes on without blocking.
    void setBlocking(bool isBlocking);
    void setBlockWay(BlockWay way, std::chrono::milliseconds length);
    bool isBusy() const;
    /// While a trace is shown, nothing can be run from here; what runs already goes on.
    /// \p base is what the titles of the trace need not repeat.
    void setReadOnly(bool isReadOnly, const QString &base = {});

    /// Ends a block of the loop that this page makes, or the window.
    BlockRelease &blockRelease() { return m_blockRelease; }
    RunControls &controls() { return *m_controls; }
    TaskTable &tasks();
    /// The spans of the recording, for other timelines than the strip.
    const SpanIndex &spans() const { return m_spans; }
    TimelineView &timeline();
    /// Everything that shows tasks marks \p task.
    void selectTask(TaskId task);
    /// Shows the story of \p task.
    void inspect(TaskId task);

    void save(QSettings &settings) const;
    void restore(SettingsReader &settings);
    void tell(const QString &sentence, const QStringList &details = {});

signals:
    /// A block of this page was ended by blockRelease().
    void blockReleased();
    /// Run was pressed and there was something to fetch.
    void started();
    /// What the titles of the tasks shown need not repeat.
    void baseAddressChanged(const QString &base);
    /// Another task was selected, here or by selectTask().
    void taskSelected(TaskId task);

public slots:
    void run();
    void cancelAll();
    void cancelSelected();
    void retryFailed();
    void exportResults();
    void openList();
    void focusFilter();

private:
    QWidget *setupUpper();
    void setupConnections();
    void setBaseAddress(const QString &base);
    void setupTimeline();
    void tellSelected(TaskId task);
    void followMoment();
    TaskId ancestorOf(TaskId task) const;
    void fetchAll();
    void start(const QList<QUrl> &addresses);
    void begin(const QList<QUrl> &addresses);
    void cancel(const QList<TaskId> &tasks);
    void applyLimits();
    void addImage(TaskId task, const QImage &image);
    bool refusesWhileReadOnly();
    void refresh();

    WorkbenchParts m_parts;
    BlockRelease m_blockRelease;
    BlockedJob *m_blockedJob;
    bool m_isBlocking = false;
    bool m_isSelecting = false;
    bool m_isReadOnly = false;
    QString m_practiceBase;
    TaskModel m_tasks;
    GalleryModel m_images;
    QSet<TaskId> m_retried; // failed, and fetched once more since
    SpanIndex m_spans;
    RunControls *m_controls;
    NoticeBar *m_notice;
    ResultFile *m_resultFile;
    QSplitter *m_splitter;
    TaskPane *m_taskPane;
    ResultPane *m_results;
    TotalsBar *m_totals;
    TimelinePane *m_strip;
    QSplitter *m_strips; // what is above, and the strip
};
