// SPDX-License-Identifier: MIT
#pragma once

#include "shared/rendered.h"

/// A session with all that shows it, as the window has them.
struct RenderedViews
{
    Session session;
    Recording &recording = session.recording();
    Playhead &playhead = session.playhead();
    TaskModel table {session};
    StallList stalls {session};
    GalleryModel gallery {session};

    RenderedViews() = default;
    /// Of what was saved.
    explicit RenderedViews(const Snapshot &events)
        : session({}, events)
        , m_lastNs(events.endNs())
    {
        session.setBaseAddress({}); // whole titles, as in one that grows
        while (recording.size() < events.size())
            QCoreApplication::processEvents(); // they come in portions
    }
    Q_DISABLE_COPY_MOVE(RenderedViews)

    /// Feeds \p events, in one batch.
    void append(std::vector<TaskEvent> events)
    {
        for (const TaskEvent &event : events)
            m_lastNs = event.timeNs;
        recording.append(std::move(events));
    }
    /// Each task of \p tasks has a picture, as the window gives them to the gallery.
    void addPictures()
    {
        QImage image(1, 1, QImage::Format_RGB32);
        image.fill(0);
        for (qsizetype i = 0; i < playhead.latest().taskCount(); ++i)
            gallery.add(playhead.latest().at(i).id, image);
    }

    /// What depends on the moment shown: the last event's, so that "now" is the same each time.
    QStringList atMoment() const
    {
        const Board &board = playhead.board();
        return section("counts", Rendered::counts(board)) + section("table", Rendered::table(table))
            + section("gallery", Rendered::gallery(gallery));
    }
    /// What shows all that was recorded so far.
    QStringList soFar() const
    {
        return section(
                   "timeline",
                   Rendered::timeline(playhead.projection().spans(), playhead.latest(), m_lastNs))
            + section("stalls drawn", Rendered::drawnStalls(playhead.projection()))
            + section("stalls", Rendered::receipts(stalls));
    }
    /// What is asked for now and then.
    QStringList onDemand() const
    {
        const Board &board = playhead.latest();
        const Snapshot &events = recording.snapshot();
        return section("family", Rendered::family(playhead.projection(), board))
            + section("report", Rendered::report(board))
            + section("command line", Rendered::printed(board))
            + section("runs", Rendered::runs(events))
            + section("stories", Rendered::stories(recording, board, recording.size()))
            + section("trace", Rendered::traceEvents(Rendered::traceFile(events)));
    }

    static QStringList section(const char *title, const QStringList &lines)
    {
        return QStringList {QStringLiteral("-- ") + QString::fromLatin1(title)} + lines;
    }

private:
    qint64 m_lastNs = 0;
};
