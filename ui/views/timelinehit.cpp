// SPDX-License-Identifier: MIT
#include "ui/views/timelinehit.h"

#include "ui/views/timelinetext.h"
#include "views/spanindex.h"

namespace {

constexpr int reachPixels = 3;

qint64 reach(const TimelineScene &scene)
{
    return qint64(scene.scale.nsPerPixel() * reachPixels);
}

} // namespace

SpanRef TimelineHit::spanAt(const TimelineScene &scene, const QPoint &position)
{
    const int row = scene.geometry.rowAt(position.y());
    if (row < 0 || row >= scene.index.laneCount() || !scene.geometry.plot().contains(position))
        return {};
    const SpanTrack &track = scene.index.track(row);
    const quint32 found = track.nearest(scene.nsAt(position.x()), reach(scene));
    return found < track.size() ? scene.index.refAt(row, found) : SpanRef();
}

QString TimelineHit::textAt(const TimelineScene &scene, const QPoint &position)
{
    if (!scene.geometry.plot().contains(position))
        return {};
    const qint64 ns = scene.nsAt(position.x());
    const SpanTrack &stalls = scene.index.stalls();
    if (const quint32 stall = stalls.nearest(ns, reach(scene)); stall < stalls.size())
        return TimelineText::stall(scene.index, stalls.at(stall));
    const SpanTrack &turns = scene.index.turns();
    const bool isLoop = scene.geometry.rowAt(position.y()) == 0;
    if (const quint32 turn = isLoop ? turns.nearest(ns, reach(scene)) : turns.size();
        turn < turns.size())
        return TimelineText::turn(scene.index, turns.at(turn));
    return TimelineText::moment(scene.index, ns);
}
