// SPDX-License-Identifier: MIT
#include "views/stalllist.h"

#include "record/recording.h"
#include "views/tasktext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

StallList::StallList(const Recording &recording, QObject *parent)
    : QAbstractListModel(parent)
    , m_recording(recording)
{
    connect(&recording, &Recording::appended, this, &StallList::follow);
    connect(&recording, &Recording::cleared, this, &StallList::restart);
    follow(0, recording.size());
}

int StallList::rowOf(TaskId stall) const
{
    const auto number = m_numbers.constFind(stall); // asked for each event there is
    return number == m_numbers.cend() ? -1 : int(m_lastNumber - *number);
}

int StallList::rowAt(qint64 timeNs) const
{
    const auto found = std::ranges::find_if(
        m_receipts, [timeNs](const StallReceipt &receipt) { return receipt.beginNs <= timeNs; });
    return found == m_receipts.end() ? -1 : int(found - m_receipts.begin());
}

qint64 StallList::sinceOriginNs(const StallReceipt &receipt) const
{
    return std::max<qint64>(0, receipt.beginNs - m_recording.originNs());
}

QString StallList::text(int row) const
{
    return receipt(row).toText(m_recording.originNs());
}

int StallList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_receipts.size());
}

QVariant StallList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const StallReceipt &receipt = m_receipts[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole: {
        const QString function = receipt.guilty().function;
        return function.isEmpty() ? tr("%1 · %2").arg(receipt.lengthText(), receipt.kindText())
                                  : tr("%1 · %2").arg(receipt.lengthText(), function);
    }
    case Qt::ToolTipRole: return TaskText::tip(receipt.waitedText());
    case IdRole: return QVariant::fromValue(receipt.task);
    default: return {};
    }
}

void StallList::follow(qsizetype first, qsizetype end)
{
    for (qsizetype i = first; i < end; ++i) {
        const TaskEvent &event = m_recording.at(i);
        if (event.kind == EventKind::Queued) {
            queue(event);
        } else if (const int row = event.task == TaskId::None ? -1 : rowOf(event.task); row >= 0) {
            m_receipts[size_t(row)].apply(event);
            emit dataChanged(index(row), index(row));
        }
    }
}

void StallList::queue(const TaskEvent &event)
{
    if (TaskType(event.code) != TaskType::Stall) {
        m_titles.insert(event.task, event.text);
        return;
    }
    if (rowOf(event.task) >= 0)
        return; // twice, as a foreign recording may have it
    if (rowCount() == maxReceipts) {
        beginRemoveRows({}, maxReceipts - 1, maxReceipts - 1);
        m_numbers.remove(m_receipts.back().task);
        m_receipts.pop_back();
        endRemoveRows();
    }
    StallReceipt receipt;
    receipt.apply(event);
    receipt.taskTitle = m_titles.value(event.parent);
    beginInsertRows({}, 0, 0);
    m_receipts.push_front(std::move(receipt));
    m_numbers.insert(event.task, ++m_lastNumber);
    endInsertRows();
}

void StallList::restart()
{
    beginResetModel();
    m_receipts.clear();
    m_numbers.clear();
    m_titles.clear();
    endResetModel();
}
