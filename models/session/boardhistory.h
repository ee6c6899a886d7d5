// SPDX-License-Identifier: MIT
#pragma once

#include "session/board.h"

class Recording;

/// Boards of a recording's past: one every so many events, so that any other is some events away
/// from one that is there. They share what did not change between them. When there are too many,
/// or they differ in too much, every second one is let go and the steps become longer; so memory
/// has a bound however long the recording is.
class BoardHistory
{
public:
    static constexpr qsizetype maxBoards = 128;
    static constexpr qint64 maxBytes = 48'000'000; ///< of tasks that boards do not share
    static constexpr qsizetype firstStep = 1'024; ///< events from one board to the next

    /// \p board is the fold over the first \p events; kept if the last one is far enough behind.
    void offer(qsizetype events, const Board &board);
    /// The fold over the first \p events of \p recording, beginning with \p nearby, the fold over
    /// \p nearbyEvents, unless one that is kept is nearer. Keeps boards on a long way.
    Board fold(const Recording &recording, qsizetype events, const Board &nearby,
               qsizetype nearbyEvents);
    void clear() { *this = BoardHistory(); }

    qsizetype size() const { return qsizetype(m_boards.size()); }
    qsizetype step() const { return m_step; }

private:
    struct Kept
    {
        qsizetype events;
        Board board;
    };
    void insert(qsizetype events, const Board &board);
    void thin();

    std::vector<Kept> m_boards; // by events
    qsizetype m_step = firstStep;
    qint64 m_bytes = 0; // about what the kept boards do not share
    qint64 m_copiedBefore = 0; // Board::copiedBytes() of the board offered last
};
