// SPDX-License-Identifier: MIT
#include "session/boardhistory.h"

#include "record/recording.h"

#include <algorithm>

void BoardHistory::offer(qsizetype events, const Board &board)
{
    if (events - (m_boards.empty() ? 0 : m_boards.back().events) < m_step)
        return;
    m_bytes += std::max<qint64>(
        0, board.copiedBytes() - std::exchange(m_copiedBefore, board.copiedBytes()));
    insert(events, board);
}

void BoardHistory::insert(qsizetype events, const Board &board)
{
    const auto place = std::ranges::lower_bound(m_boards, events, {}, &Kept::events);
    if (place != m_boards.end() && place->events == events)
        return;
    m_boards.insert(place, {events, board});
    while (m_boards.size() > 4 && (size() > maxBoards || m_bytes > maxBytes))
        thin();
}

void BoardHistory::thin()
{
    size_t kept = 0;
    for (size_t i = 1; i < m_boards.size(); i += 2) // the last of an even number stays
        m_boards[kept++] = std::move(m_boards[i]);
    m_boards.resize(kept);
    m_step *= 2;
    m_bytes /= 2;
}

Board BoardHistory::fold(const Recording &recording, qsizetype events, const Board &nearby,
                         qsizetype nearbyEvents)
{
    const auto next = std::ranges::upper_bound(m_boards, events, {}, &Kept::events);
    qsizetype from = 0;
    Board board;
    if (next != m_boards.begin()) {
        from = std::prev(next)->events;
        board = std::prev(next)->board;
    }
    if (nearbyEvents <= events && nearbyEvents >= from) {
        from = nearbyEvents;
        board = nearby;
    }
    qint64 copied = board.copiedBytes();
    for (qsizetype begin = from; from < events; ++from) {
        if (from - begin >= m_step) { // a batch so long that no board was offered within it
            m_bytes += board.copiedBytes() - std::exchange(copied, board.copiedBytes());
            insert(from, board);
            begin = from;
        }
        board.apply(recording.at(from));
    }
    return board;
}
