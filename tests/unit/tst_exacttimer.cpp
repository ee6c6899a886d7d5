// SPDX-License-Identifier: MIT
#include "loop/exacttimer.h"
#include "record/recorder.h"
#include "shared/namedmain.h"

#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <memory>
#include <vector>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

namespace {

constexpr qint64 msNs = 1'000'000;
constexpr int guardMs = 10'000;

qint64 in(qint64 milliseconds)
{
    return Recorder::now() + milliseconds * msNs;
}

/// Without the handle that the exact way needs; nullptr where that cannot be had.
std::unique_ptr<ExactTimer> withoutHandles()
{
#ifdef Q_OS_LINUX
    rlimit before {};
    getrlimit(RLIMIT_NOFILE, &before);
    const rlimit none {0, before.rlim_max};
    setrlimit(RLIMIT_NOFILE, &none);
    auto timer = std::make_unique<ExactTimer>();
    setrlimit(RLIMIT_NOFILE, &before);
    return timer;
#else
    return std::make_unique<ExactTimer>(); // it never has one
#endif
}

} // namespace

/// Each with the kernel's timer and with the QTimer in its place.
class TestExactTimer : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase_data();
    void init();
    void cleanup();

    void ringsOnceAndNotEarly();
    void whatIsPastRingsAtOnce();
    void aStoppedOneIsSilent();
    void setAnewInTheTurnThatItWasDue();
    void isSetAnewFromItsOwnSlot();

private:
    std::unique_ptr<ExactTimer> m_timer;
    std::unique_ptr<QSignalSpy> m_rings;
};

void TestExactTimer::initTestCase_data()
{
    QTest::addColumn<bool>("hasHandle");
    QTest::newRow("exact") << true;
    QTest::newRow("without a handle") << false;
}

void TestExactTimer::init()
{
    QFETCH_GLOBAL(bool, hasHandle);
    m_timer = hasHandle ? std::make_unique<ExactTimer>() : withoutHandles();
    m_rings = std::make_unique<QSignalSpy>(m_timer.get(), &ExactTimer::timeout);
    QVERIFY(!m_timer->isActive());
}

void TestExactTimer::cleanup()
{
    m_rings.reset();
    m_timer.reset();
}

void TestExactTimer::ringsOnceAndNotEarly()
{
    const qint64 due = in(30);
    qint64 rangNs = 0;
    connect(m_timer.get(), &ExactTimer::timeout, this, [&rangNs] { rangNs = Recorder::now(); });
    m_timer->start(due);
    QVERIFY(m_timer->isActive());
    QVERIFY(m_rings->wait(guardMs));
    QVERIFY2(rangNs >= due, qPrintable(QString::number(rangNs - due)));
    QVERIFY(!m_timer->isActive());
    QVERIFY(!m_rings->wait(60));
    QCOMPARE(m_rings->size(), 1);
}

void TestExactTimer::whatIsPastRingsAtOnce()
{
    for (const qint64 due : {in(-1'000), qint64(0), qint64(-5)}) {
        m_rings->clear();
        m_timer->start(due);
        QVERIFY(m_rings->isEmpty()); // with the loop, though
        QVERIFY(m_rings->wait(guardMs));
        QCOMPARE(m_rings->size(), 1);
    }
}

void TestExactTimer::aStoppedOneIsSilent()
{
    m_timer->start(in(5));
    m_timer->stop();
    QVERIFY(!m_timer->isActive());
    QVERIFY(!m_rings->wait(60));
    m_timer->start(in(1));
    QThread::msleep(10); // due, and not yet handed out
    m_timer->stop();
    QVERIFY(!m_rings->wait(60));
}

/// Another slot of the same turn puts it off when the loop has already seen that it is due.
void TestExactTimer::setAnewInTheTurnThatItWasDue()
{
    const qint64 later = in(60'000);
    std::vector<std::unique_ptr<ExactTimer>> others;
    int rang = 0;
    for (int i = 0; i < 5; ++i) {
        others.push_back(std::make_unique<ExactTimer>());
        connect(others.back().get(), &ExactTimer::timeout, this, [&others, &rang, later] {
            if (rang++ == 0) {
                for (const auto &other : others)
                    other->start(later);
            }
        });
        others.back()->start(in(2));
    }
    QThread::msleep(20); // all are due when the loop looks next
    QTRY_VERIFY_WITH_TIMEOUT(rang > 0, guardMs);
    QVERIFY(!m_rings->wait(60));
    QCOMPARE(rang, 1);
    for (const auto &other : others)
        QVERIFY(other->isActive());
}

void TestExactTimer::isSetAnewFromItsOwnSlot()
{
    connect(m_timer.get(), &ExactTimer::timeout, this, [this] {
        if (m_rings->size() < 20)
            m_timer->start(in(2));
    });
    m_timer->start(in(2));
    QTRY_COMPARE_WITH_TIMEOUT(m_rings->size(), 20, guardMs);
    QVERIFY(!m_rings->wait(30));
}

QTEST_GUILESS_MAIN(TestExactTimer)
#include "tst_exacttimer.moc"
