// SPDX-License-Identifier: MIT
#pragma once

#include "record/outcome.h"
#include "record/recorder.h"
#include "session/session.h"
#include "shared/named.h"
#include "ui/style/theme.h"
#include "ui/timeline/timelinepane.h"
#include "ui/timeline/timelineview.h"

#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include <memory>

using namespace Qt::StringLiterals;

/// A timeline of a recording written by hand: ten seconds, two network slots and a pool thread.
class TimelineFixture : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { Theme::apply(*qApp, Theme::Mode::Light); }
    void init();
    void cleanup();

protected:
    static constexpr qint64 second = 1'000'000'000;

    void add(quint32 task, EventKind kind, qint64 tenths, Lane lane = {}, quint8 code = 0);
    void tellTale();
    const TimelineScene &scene() const { return m_view->scene(); }
    QPoint at(qint64 tenths, int row) const
    {
        return {int(scene().xOf(m_session->recording().originNs() + tenths * second / 10)),
                scene().geometry.laneRect(row).center().y()};
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers keys = {});
    void roll(QPoint position, int notches, Qt::KeyboardModifiers keys = {});
    void hover(QPoint position)
    {
        QMouseEvent event(QEvent::MouseMove, position, m_view->viewport()->mapToGlobal(position),
                          Qt::NoButton, Qt::NoButton, {});
        QApplication::sendEvent(m_view->viewport(), &event);
    }
    void key(int key) { QTest::keyClick(m_view, Qt::Key(key)); }

    std::unique_ptr<Session> m_session;
    std::unique_ptr<TimelinePane> m_pane;
    TimelineView *m_view = nullptr;
    std::vector<TaskEvent> m_batch;
};

inline void TimelineFixture::add(quint32 task, EventKind kind, qint64 tenths, Lane lane,
                                 quint8 code)
{
    m_batch.push_back({.timeNs = m_session->recording().originNs() + tenths * second / 10,
                       .text = kind == EventKind::Queued ? u"http://h/t%1"_s.arg(task) : QString(),
                       .task = TaskId {task},
                       .lane = lane,
                       .kind = kind,
                       .code = code});
}

inline void TimelineFixture::tellTale()
{
    const Lane one {Lane::Kind::Network, 1};
    const Lane two {Lane::Kind::Network, 2};
    const Lane pool {Lane::Kind::Pool, 1};
    for (quint32 task = 1; task <= 3; ++task)
        add(task, EventKind::Queued, 1);
    m_batch.push_back({.timeNs = m_session->recording().originNs() + second / 10,
                       .text = u"tile"_s,
                       .task = TaskId {4},
                       .parent = TaskId {1},
                       .kind = EventKind::Queued,
                       .code = quint8(TaskType::Tile)});
    add(1, EventKind::Started, 10, one);
    add(2, EventKind::Started, 20, two);
    add(1, EventKind::Suspended, 30, one);
    add(1, EventKind::Resumed, 32, pool);
    add(3, EventKind::Started, 40, one);
    add(1, EventKind::Finished, 50, pool);
    add(4, EventKind::Started, 55, pool);
    add(2, EventKind::Finished, 60, two, quint8(Outcome::Kind::TimedOut));
    add(4, EventKind::Finished, 65, pool);
    add(3, EventKind::Finished, 100, one, quint8(Outcome::Kind::Failed));
    m_session->recording().append(std::exchange(m_batch, {}));
}

inline void TimelineFixture::init()
{
    m_session = std::make_unique<Session>();
    m_pane = std::make_unique<TimelinePane>(*m_session, TimelinePane::Kind::Page);
    m_view = &m_pane->view();
    m_session->setBaseAddress(u"http://h/"_s);
    m_pane->resize(900, 260);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    tellTale();
    m_view->setFocus();
}

inline void TimelineFixture::cleanup()
{
    m_pane.reset();
    m_session.reset();
}

inline void TimelineFixture::drag(QPoint from, QPoint to, Qt::KeyboardModifiers keys)
{
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, keys, from);
    QTest::mouseMove(m_view->viewport(), (from + to) / 2);
    QTest::mouseMove(m_view->viewport(), to);
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, keys, to);
}

inline void TimelineFixture::roll(QPoint position, int notches, Qt::KeyboardModifiers keys)
{
    QWheelEvent event(position, m_view->viewport()->mapToGlobal(position), {}, {0, notches * 120},
                      Qt::NoButton, keys, Qt::NoScrollPhase, false);
    QApplication::sendEvent(m_view->viewport(), &event);
}
