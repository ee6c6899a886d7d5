// SPDX-License-Identifier: MIT
#include "record/recorder.h"
#include "session/session.h"
#include "shared/named.h"
#include "shared/namedmain.h"
#include "shared/recordingwriter.h"
#include "ui/style/theme.h"
#include "ui/workbench/totalsbar.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace {
constexpr int guardMs = 30'000;
}

/// The sums are those of the tasks, and each button can be pressed only when there is something
/// for it to do.
class TestTotalsBar : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { Theme::apply(*qApp, Theme::Mode::Light); }
    void init();
    void cleanup();

    void atFirstNothingCanBePressed();
    void countsAndButtonsFollow();
    void rateAndTimeLeftAreTold();
    void buttonsAsk();
    void itFitsNarrowWithAllStates();

private:
    QPushButton *button(const QString &name) { return named<QPushButton>(*m_bar, name); }
    QString counts() { return named<CountStrip>(*m_bar, u"Counts"_s)->accessibleDescription(); }
    QString progress() { return m_bar->findChild<QLabel *>()->text(); }

    std::unique_ptr<Session> m_session;
    std::unique_ptr<TotalsBar> m_bar;
    std::unique_ptr<RecordingWriter> m_writer;
};

void TestTotalsBar::init()
{
    m_session = std::make_unique<Session>();
    m_bar = std::make_unique<TotalsBar>(*m_session);
    m_writer = std::make_unique<RecordingWriter>(m_session->recording());
    m_bar->resize(900, 40);
    m_bar->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_bar.get()));
}

void TestTotalsBar::cleanup()
{
    m_bar.reset();
    m_session.reset();
}

void TestTotalsBar::atFirstNothingCanBePressed()
{
    for (const QString &name : {u"Retry failed"_s, u"Export…"_s, u"Cancel all"_s})
        QVERIFY2(!button(name)->isEnabled(), qPrintable(name));
    QCOMPARE(progress(), QString());
    QCOMPARE(counts(), QString());
}

void TestTotalsBar::countsAndButtonsFollow()
{
    QList<TaskId> tasks;
    for (int i = 0; i < 4; ++i)
        tasks.append(m_writer->queue(u"http://s/%1"_s.arg(i)));
    m_writer->start(tasks[0]);
    m_writer->finish(tasks[0], Outcome::Kind::Succeeded);
    m_writer->start(tasks[1]);
    m_writer->tell();
    QTRY_COMPARE_WITH_TIMEOUT(counts(), u"2 queued, 1 running, 1 succeeded"_s, guardMs);
    QVERIFY(button(u"Cancel all"_s)->isEnabled());
    QVERIFY(button(u"Export…"_s)->isEnabled());
    QVERIFY(!button(u"Retry failed"_s)->isEnabled());
    QVERIFY2(progress().startsWith(u"25 %"_s), qPrintable(progress()));
    m_writer->finish(tasks[1], Outcome::Kind::TimedOut);
    m_writer->finish(tasks[2], Outcome::Kind::Cancelled);
    m_writer->finish(tasks[3], Outcome::Kind::Failed);
    m_writer->tell();
    QTRY_COMPARE_WITH_TIMEOUT(counts(), u"1 succeeded, 1 failed, 1 timed out, 1 cancelled"_s,
                              guardMs);
    QCOMPARE(progress(), u"100 %"_s);
    QVERIFY(!button(u"Cancel all"_s)->isEnabled());
    QVERIFY(button(u"Retry failed"_s)->isEnabled());
    m_session->recording().clear();
    QTRY_COMPARE_WITH_TIMEOUT(counts(), QString(), guardMs);
    QVERIFY(!button(u"Retry failed"_s)->isEnabled());
}

void TestTotalsBar::rateAndTimeLeftAreTold()
{
    const TaskId task = m_writer->queue(u"http://s/big"_s);
    m_writer->start(task);
    m_writer->note(task, NoteCode::Total, 1'000'000'000);
    m_writer->tell();
    qint64 done = 0;
    QTimer more;
    connect(&more, &QTimer::timeout, this, [&] {
        m_writer->progress(task, done += 2'000'000);
        m_writer->tell();
    });
    more.start(20);
    QTRY_VERIFY2_WITH_TIMEOUT(progress().contains(u"MB/s · "_s)
                                  && progress().endsWith(u" s left"_s),
                              qPrintable(progress()), guardMs);
    const auto *text = m_bar->findChild<QLabel *>();
    m_bar->resize(m_bar->minimumSizeHint());
    QTRY_VERIFY2_WITH_TIMEOUT(text->width() >= text->sizeHint().width(),
                              "the percentage is cut off", guardMs);
}

void TestTotalsBar::buttonsAsk()
{
    const TaskId bad = m_writer->queue(u"http://s/bad"_s);
    m_writer->finish(bad, Outcome::Kind::Failed);
    m_writer->queue(u"http://s/waits"_s);
    m_writer->tell();
    QTRY_VERIFY_WITH_TIMEOUT(button(u"Cancel all"_s)->isEnabled(), guardMs);
    QSignalSpy cancel(m_bar.get(), &TotalsBar::cancelAllRequested);
    QSignalSpy retry(m_bar.get(), &TotalsBar::retryFailedRequested);
    QSignalSpy exportAll(m_bar.get(), &TotalsBar::exportRequested);
    for (const QString &name : {u"Retry failed"_s, u"Export…"_s, u"Cancel all"_s})
        QTest::mouseClick(button(name), Qt::LeftButton);
    QCOMPARE(cancel.size(), 1);
    QCOMPARE(retry.size(), 1);
    QCOMPARE(exportAll.size(), 1);
}

void TestTotalsBar::itFitsNarrowWithAllStates()
{
    for (int kind = 0; kind < 5; ++kind) {
        for (int i = 0; i < 230; ++i)
            m_writer->finish(m_writer->queue(u"http://s/x"_s), Outcome::Kind(kind));
    }
    m_writer->tell();
    QTRY_VERIFY_WITH_TIMEOUT(counts().contains(u"230 abandoned"_s), guardMs);
    QVERIFY2(m_bar->minimumSizeHint().width() <= 928, "fits into a window of 960 pixels");
}

QTEST_MAIN(TestTotalsBar)
#include "tst_totalsbar.moc"
