// SPDX-License-Identifier: MIT
#include "session/stalllist.h"

#include "session/session.h"
#include "session/tasktext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

StallList::StallList(Session &session, QObject *parent)
    : QAbstractListModel(parent)
{
    setSession(session);
}

void StallList::setSession(Session &session)
{
    beginResetModel();
    if (m_session)
        m_session->disconnectView(*this);
    m_session = &session;
    restart();
    const Playhead &playhead = session.playhead();
    connect(&playhead, &Playhead::changed, this, &StallList::refresh);
    connect(&playhead, &Playhead::aboutToReset, this, &StallList::beginResetModel);
    connect(&playhead, &Playhead::reset, this, &StallList::restart);
}

const Stalls &StallList::stalls() const
{
    return m_session->playhead().projection().stalls();
}

const StallReceipt &StallList::receipt(int row) const
{
    static const StallReceipt gone; // dropped, and the views are about to hear of it
    const qint64 number = m_last - row;
    const auto then = m_then.constFind(number);
    if (then != m_then.cend())
        return *then;
    return number < stalls().firstNumber() ? gone : stalls().at(number);
}

int StallList::rowOf(TaskId stall) const
{
    const qint64 number = stalls().numberOf(stall);
    return number < m_first || number > m_last ? -1 : int(m_last - number);
}

int StallList::rowAt(qint64 timeNs) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (receipt(row).beginNs <= timeNs)
            return row;
    }
    return -1;
}

qint64 StallList::sinceOriginNs(const StallReceipt &receipt) const
{
    return std::max<qint64>(0, receipt.beginNs - m_session->recording().originNs());
}

QString StallList::text(int row) const
{
    return receipt(row).toText(m_session->recording().originNs());
}

int StallList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_last - m_first + 1);
}

QVariant StallList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const StallReceipt &receipt = this->receipt(index.row());
    switch (role) {
    case Qt::DisplayRole: {
        const QString culprit = receipt.culpritText();
        return tr("%1 · %2").arg(receipt.lengthText(),
                                 culprit.isEmpty() ? receipt.kindText() : culprit);
    }
    case Qt::ToolTipRole: return TaskText::tip(receipt.waitedText());
    case IdRole: return QVariant::fromValue(receipt.id);
    default: return {};
    }
}

/// The number of the last one that was recorded up to the moment shown.
qint64 StallList::lastShown() const
{
    qint64 last = stalls().lastNumber();
    while (!m_session->playhead().isLive() && last >= stalls().firstNumber()
           && stalls().at(last).recordedNs > m_session->playhead().timeNs())
        --last;
    return last;
}

/// What was known of it at the moment shown.
StallReceipt StallList::asOfThen(const StallReceipt &receipt) const
{
    const Recording &recording = m_session->recording();
    StallReceipt then;
    // Of some events at the very same time the moment may be among them.
    const qsizetype end = std::max(m_session->playhead().events(),
                                   m_session->playhead().eventsUntil(receipt.recordedNs));
    for (qsizetype i = m_session->playhead().eventsUntil(receipt.recordedNs - 1); i < end; ++i) {
        const TaskEvent &event = recording.at(i);
        if (event.task == receipt.id && familyOf(event.kind) == EventFamily::Stall)
            then.apply(event);
    }
    if (then.parent != TaskId::None)
        then.taskTitle = receipt.taskTitle;
    return then;
}

/// Finds those up to number \p last that more was told of after the moment shown.
void StallList::lookBack(qint64 last)
{
    const qsizetype events = m_session->playhead().isLive() ? -1 : m_session->playhead().events();
    if (std::exchange(m_thenEvents, events) != events) {
        for (const qint64 number : m_then.keys())
            m_changed.insert(number);
        m_then.clear();
    }
    for (qint64 number = stalls().firstNumber(); events >= 0 && number <= last; ++number) {
        const StallReceipt &receipt = stalls().at(number);
        if (receipt.lastToldNs <= m_session->playhead().timeNs() || m_then.contains(number))
            continue;
        m_then.insert(number, asOfThen(receipt));
        m_changed.insert(number);
    }
}

void StallList::refresh()
{
    dropOldest();
    const qint64 last = std::max(lastShown(), m_first - 1);
    lookBack(last);
    if (last < m_last) {
        beginRemoveRows({}, 0, int(m_last - last - 1));
        m_last = last;
        endRemoveRows();
    } else if (last > m_last) {
        beginInsertRows({}, 0, int(last - m_last - 1));
        m_last = last;
        endInsertRows();
    }
    tellChanges();
}

void StallList::dropOldest()
{
    const qint64 first = stalls().firstNumber();
    if (first <= m_first)
        return;
    const int rows = rowCount();
    const int kept = int(std::max<qint64>(0, m_last - first + 1));
    if (kept < rows)
        beginRemoveRows({}, kept, rows - 1);
    m_first = first;
    m_last = std::max(m_last, first - 1);
    if (kept < rows)
        endRemoveRows();
}

/// What is known of a stall comes bit by bit, also after its end.
void StallList::tellChanges()
{
    const quint64 seen = std::exchange(m_revision, stalls().revision());
    const QSet<qint64> looksOtherwise = std::exchange(m_changed, {});
    if (seen == m_revision && looksOtherwise.isEmpty())
        return;
    for (int row = 0; row < rowCount(); ++row) {
        const qint64 number = m_last - row;
        const bool isNews = !m_then.contains(number) && receipt(row).revision > seen;
        if (isNews || looksOtherwise.contains(number))
            emit dataChanged(index(row), index(row));
    }
}

void StallList::restart()
{
    m_first = stalls().firstNumber();
    m_last = std::max(lastShown(), m_first - 1);
    m_revision = stalls().revision();
    m_then.clear();
    m_thenEvents = -1;
    lookBack(m_last);
    m_changed.clear();
    endResetModel();
}
