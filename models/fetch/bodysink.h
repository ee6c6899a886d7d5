// SPDX-License-Identifier: MIT
#pragma once

#include "fetch/fetchrequest.h"

/// Takes the bytes of one body as they come, decompressed, and keeps them in memory, in a file, or,
/// as this class itself, not at all. Belongs to one thread, the network's: a file is written there,
/// into the system's cache, without waiting for the disk.
class BodySink
{
public:
    /// A sink that could not be opened has a fault from the beginning.
    static std::unique_ptr<BodySink> make(const BodyDestination &destination);
    /// Whatever was not committed goes with it.
    virtual ~BodySink() = default;

    /// False when they could not be kept. Nothing more is to be written then.
    virtual bool write(QByteArrayView bytes [[maybe_unused]]) { return true; }
    /// The body is whole, and what was kept of it is to stay. False when that is not possible.
    virtual bool commit() { return true; }
    /// What memory has of it; leaves it empty there.
    virtual QByteArray take() { return {}; }
    /// What went wrong, a sentence that names the file; else empty.
    const QString &fault() const { return m_fault; }

protected:
    QString m_fault {};
};
