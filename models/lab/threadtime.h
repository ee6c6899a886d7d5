// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

/// What became of a thread's time, in nanoseconds: a sum, or the difference of two. Any thread.
struct ThreadTime
{
    qint64 ran = 0; ///< on a core
    qint64 waited = 0; ///< ready to run, while others had the cores

    /// Of the calling thread since it began. Who waited how long is known on Linux, and taken as 0
    /// elsewhere. Takes some 20 µs.
    static ThreadTime now();

    ThreadTime operator-(const ThreadTime &other) const
    {
        return {ran - other.ran, waited - other.waited};
    }
    ThreadTime &operator+=(const ThreadTime &other)
    {
        ran += other.ran;
        waited += other.waited;
        return *this;
    }
};
