// SPDX-License-Identifier: MIT
#include "session/session.h"

#include "session/tasktext.h"

#include <algorithm>
#include <utility>

Session::Session(const QString &name, QObject *parent)
    : QObject(parent)
    , m_name(name)
    , m_playhead(m_recording)
{
    connect(&m_playhead, &Playhead::aboutToReset, this, [this] { select(TaskId::None); });
    connect(&m_playhead, &Playhead::changed, this, &Session::countStalls);
}

Session::Session(const QString &name, const Snapshot &events, QObject *parent)
    : QObject(parent)
    , m_name(name)
    , m_recording(events)
    , m_playhead(m_recording)
    , m_baseAddress(TaskText::commonBase(events))
{
    connect(&m_playhead, &Playhead::changed, this, &Session::countStalls);
}

void Session::setBaseAddress(const QString &base)
{
    if (std::exchange(m_baseAddress, base) != base)
        emit baseAddressChanged();
}

void Session::select(TaskId task)
{
    if (std::exchange(m_selectedTask, task) != task)
        emit selected(task);
}

/// Whichever moment is shown, those that came meanwhile count.
void Session::countStalls()
{
    const Stalls &stalls = m_playhead.projection().stalls();
    int unseen = 0;
    for (qint64 number = stalls.lastNumber();
         number >= stalls.firstNumber() && stalls.at(number).id > m_seenStall; --number)
        ++unseen;
    if (std::exchange(m_unseenStalls, unseen) != unseen)
        emit unseenStallsChanged();
}

void Session::markStallsSeen(TaskId newest)
{
    m_seenStall = std::max(m_seenStall, newest);
    countStalls();
}

void Session::disconnectView(const QObject &view)
{
    for (QObject *part : std::initializer_list<QObject *> {this, &m_recording, &m_playhead})
        QObject::disconnect(part, nullptr, &view, nullptr);
}
