// SPDX-License-Identifier: MIT
#include "trace/tracereader.h"

#include <QIODevice>

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

TraceReader::TraceReader(QIODevice &device, const TraceWatch &watch)
    : m_device(device)
    , m_watch(watch)
    , m_json(device, [this](qint64 bytes) { return goOn(bytes); })
{
}

Trace TraceReader::read()
{
    QString fault = readDocument();
    if (m_json.fault() != JsonReader::Fault::None)
        fault = faultText(); // whatever was missing, this is why
    if (!fault.isEmpty())
        return {{}, fault};
    return std::move(m_trace);
}

bool TraceReader::goOn(qint64 bytes)
{
    m_isTooLarge = bytes > TraceFormat::maxBytes;
    const qint64 size = m_device.isSequential() ? 0 : m_device.size();
    m_watch.progress(size > 0 ? std::min(1.0, double(bytes) / double(size)) : 0);
    return !m_isTooLarge && !m_watch.stop.stop_requested();
}

QString TraceReader::readDocument()
{
    const QString foreign = tr("The file was made by another program. Loopscope opens only the "
                               "traces that it exported itself.");
    const Token first = m_json.next();
    if (first == Token::BeginArray && m_json.next() == Token::BeginObject)
        return foreign; // the other form of Chrome's format, which has no place for anything of
                        // ours
    if (first != Token::BeginObject)
        return tr("The file is no trace.");
    bool isTrace = false;
    Token token = m_json.next();
    for (; token == Token::Key; token = m_json.next()) {
        isTrace = isTrace || m_json.text() == "traceEvents"_L1;
        if (m_json.text() == "loopscope"_L1 && !m_isOurs) {
            m_isOurs = true;
            if (const QString fault = readSection(); !fault.isEmpty())
                return fault;
        } else if (!m_json.skip()) {
            return faultText();
        }
    }
    if (m_json.next() != Token::End)
        return faultText();
    if (!m_isOurs)
        return isTrace ? foreign : tr("The file is no trace.");
    return {};
}

/// The order of the members is fixed, so that each event can be judged as it comes.
QString TraceReader::readSection()
{
    if (m_json.next() != Token::BeginObject)
        return damaged(tr("no object"));
    bool hasEvents = false;
    bool hasOrigin = false;
    while (m_json.next() == Token::Key) {
        const QString name = m_json.text();
        QString fault;
        if (name == "format"_L1) {
            fault = readNumber(m_format);
            if (m_format > TraceFormat::version)
                return tr("The file was made by a newer Loopscope. Update this one to open it.");
        } else if (name == "originNs"_L1 && !hasOrigin) {
            fault = readNumber(m_originNs);
            hasOrigin = m_originNs >= 0 && m_originNs <= TraceFormat::maxOriginNs;
            m_check = EventCheck(m_originNs);
            m_trace.events = Snapshot(m_originNs);
        } else if (name == "events"_L1 && !hasEvents && hasOrigin && m_format > 0) {
            hasEvents = true;
            fault = readEvents();
        } else if (!m_json.skip()) {
            return faultText();
        }
        if (!fault.isEmpty())
            return fault;
    }
    return hasEvents ? QString() : damaged(tr("no events"));
}

QString TraceReader::readEvents()
{
    if (m_json.next() != Token::BeginArray)
        return damaged(tr("no list of events"));
    Token token = m_json.next();
    for (; token == Token::BeginArray; token = m_json.next()) {
        if (const QString fault = readEvent(); !fault.isEmpty())
            return fault;
        if (m_trace.events.size() > TraceFormat::maxEvents
            || m_check.taskCount() > TraceFormat::maxTasks
            || m_textUnits > TraceFormat::maxTextUnits)
            return tr("The file holds more than Loopscope can show: the limits are %L1 events and "
                      "%L2 tasks.")
                .arg(TraceFormat::maxEvents)
                .arg(TraceFormat::maxTasks);
    }
    return token == Token::EndArray ? QString() : damaged(tr("no event"));
}

/// In the order of TraceFormat::Field.
QString TraceReader::readEvent()
{
    using namespace TraceFormat;
    constexpr std::array<qint64, TextField> highest {
        maxTimeNs, 0xff,   0xff,       0xffff'ffff, std::numeric_limits<qint64>::max(),
        0xff,      0xffff, 0xffff'ffff};
    std::array<qint64, TextField> fields {};
    TaskEvent event;
    int count = 0;
    Token token = m_json.next();
    for (; token != Token::EndArray && count < FieldCount; token = m_json.next(), ++count) {
        if (token == Token::String && count > fewestFields - 1) {
            if (count != TextField)
                return damaged(tr("a text in the wrong place"));
            event.text = m_json.text();
            continue;
        }
        const auto number = m_json.integer();
        const bool maySink = count == Time || count == Value;
        if (token != Token::Number || count == TextField || !number
            || *number > highest[size_t(count)]
            || *number < (maySink ? -highest[size_t(count)] : 0))
            return damaged(tr("an impossible number"));
        fields[size_t(count)] = *number;
    }
    if (token != Token::EndArray || count < fewestFields)
        return damaged(tr("an event of the wrong length"));
    event.timeNs = m_originNs + fields[Time];
    event.value = fields[Value];
    event.task = TaskId(fields[Task]);
    event.parent = TaskId(fields[Parent]);
    event.lane = {Lane::Kind(fields[LaneKind]), quint16(fields[LaneNumber])};
    event.kind = EventKind(fields[Kind]);
    event.code = quint8(fields[Code]);
    if (m_format > 1)
        return keep(std::move(event));
    for (const TaskEvent &read : m_version1.read(event)) {
        if (const QString fault = keep(read); !fault.isEmpty())
            return fault;
    }
    return {};
}

QString TraceReader::keep(TaskEvent event)
{
    if (const QString fault = m_check.fault(event); !fault.isEmpty())
        return damaged(fault);
    m_textUnits += event.text.size();
    event.text.squeeze();
    m_trace.events.append(std::move(event));
    return {};
}

QString TraceReader::readNumber(qint64 &number)
{
    const auto read = m_json.next() == Token::Number ? m_json.integer() : std::nullopt;
    if (!read)
        return damaged(tr("no number"));
    number = *read;
    return {};
}

QString TraceReader::damaged(const QString &what) const
{
    return tr("The file is damaged at line %1 (%2).").arg(m_json.line()).arg(what);
}

QString TraceReader::faultText() const
{
    switch (m_json.fault()) {
    case JsonReader::Fault::Empty: return tr("The file is empty.");
    case JsonReader::Fault::CutShort:
        return tr("The file ends too early, at line %1; it was cut short.").arg(m_json.line());
    case JsonReader::Fault::TooDeep:
    case JsonReader::Fault::TextTooLong:
        return damaged(tr("nested too deeply, or a text too long"));
    case JsonReader::Fault::ReadError: return m_device.errorString();
    case JsonReader::Fault::Stopped:
        return m_isTooLarge ? tr("The file is larger than 2 GiB.") : tr("Opening was stopped.");
    case JsonReader::Fault::None:
    case JsonReader::Fault::NoJson: break;
    }
    return m_isOurs ? damaged(tr("no JSON"))
                    : tr("The file is no trace: line %1 is no JSON.").arg(m_json.line());
}
