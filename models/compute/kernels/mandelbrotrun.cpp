// SPDX-License-Identifier: MIT
#include "compute/kernels/mandelbrotrun.h"

#include "compute/computepool.h"
#include "record/recorder.h"

#include <QPromise>

#include <mutex>

namespace {

/// Shared by the tiles on their way; the last of them ends the picture.
class Picture : public std::enable_shared_from_this<Picture>
{
    Q_DECLARE_TR_FUNCTIONS(MandelbrotRun)
public:
    Picture(ComputePool &pool, const MandelbrotView &view)
        : m_pool(pool)
        , m_view(view)
        , m_tiles(mandelbrotTiles(view))
        , m_task(pool.recorder(), TaskType::Picture,
                 tr("Mandelbrot %1 × %2").arg(view.size.width()).arg(view.size.height()))
        , m_id(m_task.id())
        , m_stop(m_task.stopToken())
    {
        m_task.note(NoteCode::Total, m_tiles.size());
        m_promise.start();
        m_end.start();
    }

    MandelbrotRun start()
    {
        MandelbrotRun run {m_id, m_promise.future(), m_end.future()};
        m_onStop.emplace(m_stop, [this] { onStop(); });
        const int feeders = int(std::clamp<qsizetype>(m_tiles.size(), 1, m_pool.threadCount()));
        m_feeders = feeders;
        for (int i = 0; i < feeders; ++i)
            next();
        return run;
    }

private:
    /// Begins the next tile, or ends one of the feeders.
    void next()
    {
        const qsizetype index = m_next++;
        if (index >= m_tiles.size() || m_stop.stop_requested() || m_broken) {
            if (--m_feeders == 0)
                end();
            return;
        }
        const QRect rect = m_tiles[index];
        const QString title = tr("tile %1, %2").arg(rect.x()).arg(rect.y());
        m_pool.runThen(
            title,
            [self = shared_from_this(),
             kernel = mandelbrotTileKernel(m_view, rect)](KernelContext &context) {
                self->begin();
                return kernel(context);
            },
            [self = shared_from_this()](const Computed<MandelbrotTile> &tile) {
                self->take(tile);
                self->next();
            },
            m_stop, m_id, TaskType::Tile);
    }

    void begin()
    {
        const std::lock_guard lock(m_mutex);
        if (!std::exchange(m_running, true))
            m_task.run({}); // its tiles have the lanes
    }

    void take(const Computed<MandelbrotTile> &tile)
    {
        if (tile.value)
            m_promise.addResult(*tile.value);
        const std::lock_guard lock(m_mutex);
        if (tile.value)
            m_task.progress(++m_done);
        else if (!m_broken.exchange(true))
            m_trouble = tile.outcome;
    }

    /// On the thread that asks for the stop.
    void onStop()
    {
        const std::lock_guard lock(m_mutex);
        if (m_running)
            recordCancelling();
    }

    void recordCancelling()
    {
        if (!std::exchange(m_cancelling, true))
            m_task.note(NoteCode::Cancelling);
    }

    /// On the thread of the last feeder; nothing else runs for this picture any more.
    void end()
    {
        m_onStop.reset();
        const Outcome outcome = judge();
        if (m_running && outcome.kind == Outcome::Kind::Cancelled)
            recordCancelling();
        m_task.finish(outcome);
        m_promise.finish();
        m_end.addResult(outcome);
        m_end.finish();
    }

    Outcome judge() const
    {
        if (m_done == m_tiles.size())
            return Outcome::succeeded();
        if (m_broken && m_trouble.kind == Outcome::Kind::Failed)
            return m_trouble;
        return Outcome::cancelled(
            tr("Cancelled after %1 of %2 tiles.").arg(m_done).arg(m_tiles.size()));
    }

    ComputePool &m_pool;
    const MandelbrotView m_view;
    const QList<QRect> m_tiles;
    std::mutex m_mutex; // guards everything down to m_cancelling while feeders are left
    TaskHandle m_task;
    Outcome m_trouble;
    qsizetype m_done = 0;
    bool m_running = false;
    bool m_cancelling = false;
    const TaskId m_id;
    const std::stop_token m_stop;
    std::atomic<bool> m_broken = false; // a tile did not succeed: begin no further one
    std::atomic<qsizetype> m_next = 0;
    std::atomic<int> m_feeders = 0;
    QPromise<MandelbrotTile> m_promise;
    QPromise<Outcome> m_end;
    std::optional<std::stop_callback<std::function<void()>>> m_onStop;
};

} // namespace

MandelbrotRun runMandelbrot(ComputePool &pool, const MandelbrotView &view)
{
    return std::make_shared<Picture>(pool, view)->start();
}
