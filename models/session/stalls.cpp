// SPDX-License-Identifier: MIT
#include "session/stalls.h"

#include "session/board.h"

const StallReceipt *Stalls::apply(const TaskEvent &event, const Board &board)
{
    if (event.kind == EventKind::StallBegan && !m_numbers.contains(event.task))
        begin(event.task);
    const auto number = m_numbers.constFind(event.task);
    if (number == m_numbers.cend())
        return nullptr;
    StallReceipt &receipt = m_receipts[size_t(*number - firstNumber())];
    receipt.apply(event);
    receipt.revision = ++m_revision;
    if (const TaskState *parent = board.task(event.parent))
        receipt.taskTitle = parent->title;
    return &receipt;
}

void Stalls::begin(TaskId stall)
{
    if (qsizetype(m_receipts.size()) == m_most) {
        m_numbers.remove(m_receipts.front().id);
        m_receipts.pop_front();
    }
    m_receipts.emplace_back();
    m_numbers.insert(stall, ++m_lastNumber);
}

const StallReceipt *Stalls::find(TaskId stall) const
{
    const auto number = m_numbers.constFind(stall);
    return number == m_numbers.cend() ? nullptr : &at(*number);
}
