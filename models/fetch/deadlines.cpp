// SPDX-License-Identifier: MIT
#include "fetch/deadlines.h"

#include "record/recorder.h"

#include <algorithm>

Deadlines::Deadlines(QObject *context, std::function<void()> onDue)
    : m_timer(context)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_timer, &QTimer::timeout, context, std::move(onDue));
}

void Deadlines::set(quint64 ticket, qint64 dueNs)
{
    remove(ticket);
    if (dueNs != Recorder::never) {
        m_order.emplace(dueNs, ticket);
        m_times.emplace(ticket, dueNs);
    }
    arm();
}

void Deadlines::remove(quint64 ticket)
{
    if (const auto time = m_times.extract(ticket))
        m_order.erase({time.mapped(), ticket});
}

std::optional<quint64> Deadlines::due(qint64 nowNs) const
{
    if (isEmpty() || m_order.begin()->first > nowNs)
        return std::nullopt;
    return m_order.begin()->second;
}

void Deadlines::arm()
{
    if (isEmpty())
        return m_timer.stop();
    const qint64 dueNs = m_order.begin()->first;
    if (m_timer.isActive() && m_timerNs <= dueNs)
        return;
    const qint64 leftNs = dueNs - Recorder::now();
    m_timerNs = dueNs;
    m_timer.start(int(std::clamp<qint64>((leftNs + 999'999) / 1'000'000, 0, 3'600'000)));
}
