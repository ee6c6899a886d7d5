// SPDX-License-Identifier: MIT
#pragma once

#include "compute/kernelcontext.h"
#include "compute/kernels/mandelbrotkernel.h"

/// Real work that ends only when it is stopped: a tile inside the set, iterated for ever so long.
inline KernelFunction<MandelbrotTile> endlessKernel()
{
    MandelbrotView view;
    view.centre = {-0.1, 0.75}; // inside, but not in one of the parts known beforehand
    view.scale = 1e-6;
    view.maxIterations = 2'000'000'000;
    return mandelbrotTileKernel(view, {{0, 0}, view.size});
}
