// SPDX-License-Identifier: MIT
#pragma once

#include "compute/kernels/mandelbrotkernel.h"
#include "record/outcome.h"
#include "record/taskevent.h"

#include <QFuture>

class ComputePool;

/// A Mandelbrot picture in the making: one Picture task, and below it a Tile task for each tile
/// that was begun.
struct MandelbrotRun
{
    TaskId picture = TaskId::None;
    /// The tiles as they are ready, from any thread; finished after the last one really stopped.
    QFuture<MandelbrotTile> tiles;
    /// How the picture ended; finished last, after the terminal event and after \c tiles. Neither
    /// future is ever cancelled.
    QFuture<Outcome> outcome;
};

/// Renders \p view on \p pool, until Recorder::cancellation() stops the picture and with it its
/// tiles. As many of them as the pool has threads are on their way at any time, so other work gets
/// its turn and a stop has little to clear away. Thread-safe.
MandelbrotRun runMandelbrot(ComputePool &pool, const MandelbrotView &view);
