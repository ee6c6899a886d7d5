// SPDX-License-Identifier: MIT
#include "compute/computejob.h"

#include "compute/kernelattempt.h"
#include "record/recorder.h"

#include <new>

ComputeJob::ComputeJob(Recorder &recorder, PoolLoad &load, std::shared_ptr<TaskHandle> task,
                       Role role)
    : m_recorder(recorder)
    , m_load(load)
    , m_task(std::move(task))
    , m_id(m_task->id())
    , m_role(role)
{
    ++m_load.queued;
}

void ComputeJob::follow(std::stop_token asked, std::stop_token pool)
{
    m_asked = asked;
    m_pool = pool;
    m_onAsked.emplace(std::move(asked), [this] { onStop(); });
    m_onPool.emplace(std::move(pool), [this] { onStop(); });
}

void ComputeJob::unfollow()
{
    m_onAsked.reset();
    m_onPool.reset();
}

void ComputeJob::execute(quint16 poolThread)
{
    if (m_asked.stop_requested() || m_pool.stop_requested())
        onStop(); // its own callback may come last of a thousand
    State waiting = State::Waiting;
    if (!m_state.compare_exchange_strong(waiting, State::Starting))
        return;
    --m_load.queued;
    ++m_load.active;
    m_lane = {Lane::Kind::Pool, poolThread};
    m_task->run(m_lane);
    m_state = State::Running;
    // A stop that fell into Starting left nothing behind but the token, and stopRequested() records
    // it. One that falls after this line finds Running.
    stopRequested();
    const Outcome outcome
        = attemptKernel([this] { return invokeKernel(); }, [this] { return stopRequested(); });
    dropKernel();
    unfollow(); // so that Cancelling is never recorded after the end
    m_state = State::Ended;
    --m_load.active;
    end(outcome);
}

bool ComputeJob::stopRequested() const
{
    if (!m_asked.stop_requested() && !m_pool.stop_requested())
        return false;
    recordCancelling();
    return true;
}

void ComputeJob::setTotal(qint64 units)
{
    m_task->note(NoteCode::Total, units);
}

void ComputeJob::progress(qint64 done)
{
    m_task->progress(done);
}

/// On the thread that asks for the stop, or on the one that was about to start. The handle belongs
/// to the pool thread as soon as the job was claimed, so a running job is reported past it.
void ComputeJob::onStop()
{
    State waiting = State::Waiting;
    if (m_state.compare_exchange_strong(waiting, State::Ended)) {
        --m_load.queued;
        dropKernel();
        end(Outcome::cancelled(tr("Cancelled before it started.")));
    } else if (m_state == State::Running) {
        recordCancelling();
    }
}

void ComputeJob::recordCancelling() const
{
    if (m_cancelling.exchange(true))
        return;
    m_recorder.record({.task = m_id,
                       .lane = m_lane,
                       .kind = EventKind::Note,
                       .code = quint8(NoteCode::Cancelling)});
}

/// The event comes first: whoever gets the future's value finds the task finished in the record.
void ComputeJob::end(const Outcome &outcome)
{
    if (m_role == Role::WholeTask)
        m_task->finish(outcome);
    m_task.reset();
    complete(outcome, m_id);
}
