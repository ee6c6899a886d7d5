// SPDX-License-Identifier: MIT
#include "lab/footprint.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <chrono>
#include <stdexcept>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The number of the line "name:  123 kB"; 0 without one.
qint64 numberOf(const QByteArray &status, QByteArrayView name)
{
    for (const QByteArray &line : status.split('\n')) {
        if (line.startsWith(name))
            return line.mid(name.size()).simplified().split(' ').first().toLongLong();
    }
    return 0;
}

Footprint mostOf(const Footprint &a, const Footprint &b)
{
    return {.threads = std::max(a.threads, b.threads),
            .reserved = std::max(a.reserved, b.reserved),
            .resident = std::max(a.resident, b.resident)};
}

} // namespace

Footprint Footprint::now()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error(
            QCoreApplication::translate("Lab",
                                        "This system does not tell threads and memory in /proc.")
                .toStdString());
    const QByteArray status = file.readAll();
    return {.threads = int(numberOf(status, "Threads:")),
            .reserved = numberOf(status, "VmSize:") * 1024,
            .resident = numberOf(status, "VmRSS:") * 1024};
}

FootprintMeter::FootprintMeter()
    : m_first(Footprint::now())
    , m_most(m_first)
{
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { look(); });
    m_timer.start(10ms);
}

void FootprintMeter::look()
{
    m_most = mostOf(m_most, Footprint::now());
}

Footprint FootprintMeter::growth()
{
    look();
    const Footprint last = Footprint::now();
    return {.threads = m_most.threads - std::min(m_first.threads, last.threads),
            .reserved = m_most.reserved - std::min(m_first.reserved, last.reserved),
            .resident = m_most.resident - std::min(m_first.resident, last.resident)};
}
