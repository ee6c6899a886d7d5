// SPDX-License-Identifier: MIT
#pragma once

#include "trace/eventcheck.h"
#include "trace/jsonreader.h"
#include "trace/trace.h"
#include "trace/traceversion1.h"

#include <QCoreApplication>

/// Reads a trace that Loopscope wrote, from a device whose every byte may be a lie. Believes
/// nothing that EventCheck does not, needs memory for the events only, and blocks; for any thread.
class TraceReader final
{
    Q_DECLARE_TR_FUNCTIONS(Trace)
public:
    /// All outlive it. \p device is open.
    TraceReader(QIODevice &device, const TraceWatch &watch);

    /// What the trace holds, or a fault: a sentence about "the file".
    Trace read();

private:
    using Token = JsonReader::Token;

    bool goOn(qint64 bytes);
    QString readDocument();
    QString readSection();
    QString readEvents();
    QString readEvent();
    QString keep(TaskEvent event);
    QString readNumber(qint64 &number);
    QString damaged(const QString &what) const;
    QString faultText() const;

    QIODevice &m_device;
    const TraceWatch &m_watch;
    JsonReader m_json;
    TraceVersion1 m_version1;
    EventCheck m_check;
    Trace m_trace;
    qint64 m_format = 0;
    qint64 m_originNs = 0;
    qint64 m_textUnits = 0;
    bool m_isTooLarge = false;
    bool m_isOurs = false;
};
