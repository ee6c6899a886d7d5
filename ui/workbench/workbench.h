// SPDX-License-Identifier: MIT
#pragma once

#include "job/blockway.h"
#include "session/gallerymodel.h"
#include "session/taskmodel.h"
#include "ui/widgets/page.h"

#include <QSet>

#include <chrono>

class Engine;
class NoticeBar;
class QMimeData;
class QSplitter;
class ResultPane;
class RunControls;
class StripSplitter;
class TaskPane;
class TaskTable;
class TimelinePane;
class TimelineView;
class TotalsBar;

/// The page of the main job: addresses in, fetched and processed at once, results out. It is made
/// along with the window, as what it does is done whichever page is shown. GUI thread.
class Workbench final : public Page
{
    Q_OBJECT
public:
    /// \p engine outlives the page.
    explicit Workbench(Engine &engine, QWidget *parent = nullptr);

    /// The addresses of the practice server, and what they all begin with.
    void setPracticeSet(const QStringList &addresses, const QString &base);
    /// Addresses given on the command line.
    void setAddresses(const QStringList &addresses);
    /// What was dropped; refused while another session is shown than that of the engine.
    void takeList(const QMimeData &data);

    /// The addresses are fetched, unless another session is shown.
    bool run() override;
    /// The selected tasks, or the picture.
    bool cancelFocused() override;
    bool find() override;
    bool step(int events) override;
    /// While it blocks, Run does the same work on the thread of the GUI, \p length at a time. What
    /// is left when that ends goes on without blocking.
    void setBlocking(bool isBlocking);
    void setBlockWay(BlockWay way, std::chrono::milliseconds length);
    bool isBusy() const;
    /// Nothing can be run from here while it is another one than that of the engine; what runs
    /// already goes on.
    void setSession(Session &session) override;

    RunControls &controls() { return *m_controls; }
    TaskTable &tasks();
    TimelineView &timeline();
    /// Shows the story of \p task.
    void inspect(TaskId task);

    void save(QSettings &settings) const override;
    void restore(SettingsReader &settings) override;
    void tell(const QString &sentence, const QStringList &details = {});

signals:
    /// A block of this page was ended by Engine::blockRelease().
    void blockReleased();
    /// Run was pressed and there was something to fetch.
    void started();

public slots:
    /// Everything that runs, the lab too.
    void cancelAll();
    void cancelSelected();
    void retryFailed();
    void exportResults();
    /// Asks for the file of a list of addresses.
    void openList();

private:
    QWidget *setupUpper();
    void setupConnections();
    void fetchAll();
    void begin(const QList<QUrl> &addresses);
    void cancel(const QList<TaskId> &tasks);
    void applyLimits();
    bool isAcquiring() const;
    bool isReadOnly() const;
    bool refusesWhileReadOnly();
    void refresh();

    Engine &m_engine;
    Session *m_session; // the one that is shown
    bool m_isBlocking = false;
    TaskModel m_tasks;
    GalleryModel m_images;
    QSet<TaskId> m_retried; // failed, and fetched once more since
    RunControls *m_controls;
    NoticeBar *m_notice;
    QSplitter *m_splitter;
    TaskPane *m_taskPane;
    ResultPane *m_results;
    TotalsBar *m_totals;
    TimelinePane *m_strip;
    StripSplitter *m_strips = nullptr; // what is above, and the strip
};
