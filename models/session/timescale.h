// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

/// A mark of the ruler. \c x is in pixels.
struct TimeTick
{
    double x = 0;
    QString label; ///< of the time since the range began, with its unit; translated
};

/// Which times a timeline shows at which pixels: an affine mapping that never leaves the range of
/// the recording and never gets closer than minNsPerPixel. A value without any pixel of its own.
/// Times are those of TaskEvent::timeNs; pixels count from the left edge and may be fractions.
class TimeScale
{
public:
    static constexpr double minNsPerPixel = 100; ///< a thousand pixels are a tenth of a millisecond
    static constexpr qint64 shortestRangeNs
        = 20'000'000; ///< a shorter recording does not fill the width

    void setWidth(int pixels);
    /// What can be shown at all. What is shown stays where it is unless it must move.
    void setRange(qint64 beginNs, qint64 endNs);

    /// Shows the whole range.
    void fit();
    bool isFitted() const;
    void show(qint64 fromNs, qint64 toNs);
    /// Shows the last \p windowNs of the range, or all of a shorter one.
    void showEnd(qint64 windowNs);
    /// The time under \p x stays there as far as the range allows; a \p factor above 1 gets closer.
    void zoomAt(double x, double factor);
    /// What is shown moves to the right by \p pixels.
    void pan(double pixels);
    /// Moves as little as needed for \p ns to be shown, with some room around it.
    void reveal(qint64 ns);

    double xOf(qint64 ns) const;
    qint64 nsAt(double x) const;
    qint64 fromNs() const { return nsAt(0); }
    qint64 toNs() const { return nsAt(m_width); }
    qint64 beginNs() const { return m_beginNs; }
    qint64 endNs() const { return m_beginNs + m_lengthNs; }
    double nsPerPixel() const { return m_nsPerPixel; }
    int width() const { return m_width; }

    /// Ticks at steps of 1, 2 or 5 times a power of ten, at least \p minPixels apart.
    QList<TimeTick> ticks(int minPixels) const;

    bool operator==(const TimeScale &) const = default;

private:
    double widestNsPerPixel() const;
    void clamp();

    int m_width = 1;
    qint64 m_beginNs = 0;
    qint64 m_lengthNs = shortestRangeNs;
    double m_offsetNs = 0; // of the left edge from the begin: small enough for a double to be exact
    double m_nsPerPixel = shortestRangeNs;
};
