// SPDX-License-Identifier: MIT
#include "session/timescale.h"

#include "session/tasktext.h"

#include <algorithm>
#include <cmath>

namespace {

/// The smallest of 1, 2, 5 times a power of ten that is not below \p least.
double niceStep(double least)
{
    const double power = std::pow(10.0, std::floor(std::log10(std::max(1.0, least))));
    for (const double times : {1.0, 2.0, 5.0}) {
        if (times * power >= least * (1 - 1e-9))
            return times * power;
    }
    return 10 * power;
}

} // namespace

void TimeScale::setWidth(int pixels)
{
    m_width = std::max(1, pixels);
    clamp();
}

void TimeScale::setRange(qint64 beginNs, qint64 endNs)
{
    m_offsetNs += double(m_beginNs - beginNs);
    m_beginNs = beginNs;
    m_lengthNs = std::max(endNs - beginNs, shortestRangeNs);
    clamp();
}

void TimeScale::fit()
{
    m_nsPerPixel = widestNsPerPixel();
    m_offsetNs = 0;
}

bool TimeScale::isFitted() const
{
    return m_nsPerPixel >= widestNsPerPixel();
}

void TimeScale::show(qint64 fromNs, qint64 toNs)
{
    m_nsPerPixel = double(std::max<qint64>(1, toNs - fromNs)) / m_width;
    m_offsetNs = double(fromNs - m_beginNs);
    clamp();
}

void TimeScale::showEnd(qint64 windowNs)
{
    show(endNs() - windowNs, endNs());
}

void TimeScale::zoomAt(double x, double factor)
{
    const double heldNs = m_offsetNs + x * m_nsPerPixel;
    m_nsPerPixel = std::clamp(m_nsPerPixel / factor, minNsPerPixel, widestNsPerPixel());
    m_offsetNs = heldNs - x * m_nsPerPixel;
    clamp();
}

void TimeScale::pan(double pixels)
{
    m_offsetNs -= pixels * m_nsPerPixel;
    clamp();
}

void TimeScale::reveal(qint64 ns)
{
    const double room = m_width * 0.1;
    const double x = xOf(ns);
    if (x < 0 || x > m_width)
        pan(x < 0 ? room - x : m_width - room - x);
}

double TimeScale::xOf(qint64 ns) const
{
    return (double(ns - m_beginNs) - m_offsetNs) / m_nsPerPixel;
}

qint64 TimeScale::nsAt(double x) const
{
    return m_beginNs + std::llround(m_offsetNs + x * m_nsPerPixel);
}

QList<TimeTick> TimeScale::ticks(int minPixels) const
{
    const double step = niceStep(m_nsPerPixel * minPixels);
    QList<TimeTick> ticks;
    const double last = m_offsetNs + m_width * m_nsPerPixel;
    for (double index = std::ceil(m_offsetNs / step); index * step <= last; ++index)
        ticks.append({(index * step - m_offsetNs) / m_nsPerPixel,
                      TaskText::instant(qint64(index * step), qint64(step))});
    return ticks;
}

double TimeScale::widestNsPerPixel() const
{
    return std::max(minNsPerPixel, double(m_lengthNs) / m_width);
}

void TimeScale::clamp()
{
    m_nsPerPixel = std::clamp(m_nsPerPixel, minNsPerPixel, widestNsPerPixel());
    m_offsetNs
        = std::clamp(m_offsetNs, 0.0, std::max(0.0, double(m_lengthNs) - m_width * m_nsPerPixel));
}
