// SPDX-License-Identifier: MIT
#include "fetch/addressreader.h"
#include "shared/namedmain.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <memory>

using namespace Qt::StringLiterals;

namespace {

constexpr int guardMs = 30'000;

/// What a fetch does, as the test tells it.
struct Slow
{
    QSemaphore goesOn;
    std::atomic<bool> hasBegun = false;
    std::atomic<bool> wasStopped = false;
    std::atomic<QThread *> thread = nullptr;

    /// Waits for goesOn or a stop.
    AddressText fetch(const QByteArray &text, const std::stop_token &stop)
    {
        thread = QThread::currentThread();
        hasBegun = true;
        const QDeadlineTimer guard(guardMs);
        while (!goesOn.tryAcquire(1, 1) && !stop.stop_requested() && !guard.hasExpired()) { }
        wasStopped = stop.stop_requested();
        return {text};
    }
};

AddressReader::Fetch fetchOf(const std::shared_ptr<Slow> &slow, const QByteArray &text)
{
    return [slow, text](const std::stop_token &stop) { return slow->fetch(text, stop); };
}

} // namespace

/// A list of any size is read beside the loop, and only the latest is heard of.
class TestAddressReader : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void aShortTextIsThereAtOnce();
    void aLongTextIsReadBesideTheLoop();
    void theLoopTurnsWhileItReads();
    void theLatestWins();
    void aShortTextWinsToo();
    void whatIsStoppedIsNotHeardOf();
    void whatWasReadAlreadyIsDroppedAsWell();
    void destroyingItStopsAndDoesNotWait();
    void aFaultIsPassedOn();
    void aStopEndsTheParse();

private:
    AddressSource taken() const { return m_finished->last().first().value<AddressSource>(); }

    std::unique_ptr<AddressReader> m_reader;
    std::unique_ptr<QSignalSpy> m_finished;
    std::unique_ptr<QSignalSpy> m_changed;
};

void TestAddressReader::init()
{
    m_reader = std::make_unique<AddressReader>();
    m_finished = std::make_unique<QSignalSpy>(m_reader.get(), &AddressReader::finished);
    m_changed = std::make_unique<QSignalSpy>(m_reader.get(), &AddressReader::readingChanged);
}

void TestAddressReader::cleanup()
{
    m_reader.reset();
    QVERIFY(QThreadPool::globalInstance()->waitForDone(guardMs));
}

void TestAddressReader::aShortTextIsThereAtOnce()
{
    m_reader->read(u"bytes"_s, "http://a.example/\nnonsense\n"_ba);
    QCOMPARE(m_finished->size(), 1);
    QCOMPARE(taken().label, u"bytes"_s);
    QCOMPARE(taken().text, "http://a.example/\nnonsense\n"_ba);
    QCOMPARE(taken().list.addresses().size(), 1);
    QCOMPARE(taken().list.rejected().size(), 1);
    m_reader->read(u"text"_s, u"http://ü.example/\n"_s);
    QCOMPARE(m_finished->size(), 2);
    QCOMPARE(taken().text, "http://ü.example/\n"_ba);
    QCOMPARE(m_changed->size(), 0);
    QVERIFY(!m_reader->isReading());
}

void TestAddressReader::aLongTextIsReadBesideTheLoop()
{
    const QByteArray line = "http://a.example/\n";
    const QByteArray text = line.repeated(AddressReader::atOnce / line.size() + 1);
    const auto count = text.count('\n');
    m_reader->read(u"bytes"_s, text);
    QVERIFY(m_reader->isReading());
    QCOMPARE(m_finished->size(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_finished->size(), 1, guardMs);
    QCOMPARE(taken().list.addresses().size(), count);
    QCOMPARE(m_changed->size(), 2);
    m_reader->read(u"text"_s, QString::fromUtf8(text));
    QVERIFY(m_reader->isReading());
    QTRY_COMPARE_WITH_TIMEOUT(m_finished->size(), 2, guardMs);
    QCOMPARE(taken().text, text);
    QCOMPARE(m_changed->size(), 4);
}

/// It goes on only once the loop has turned a hundred times: were it on this thread, it never
/// would.
void TestAddressReader::theLoopTurnsWhileItReads()
{
    const auto slow = std::make_shared<Slow>();
    m_reader->read(u"slow"_s, fetchOf(slow, "http://a.example/\n"));
    int turns = 0;
    QTimer turn;
    connect(&turn, &QTimer::timeout, this, [&] {
        if (++turns == 100)
            slow->goesOn.release();
    });
    turn.start(0);
    QTRY_COMPARE_WITH_TIMEOUT(m_finished->size(), 1, guardMs);
    QVERIFY(turns >= 100);
    QVERIFY(!slow->wasStopped);
    QVERIFY(slow->thread != nullptr && slow->thread != QThread::currentThread());
}

void TestAddressReader::theLatestWins()
{
    const auto first = std::make_shared<Slow>();
    const auto second = std::make_shared<Slow>();
    m_reader->read(u"first"_s, fetchOf(first, "http://first.example/\n"));
    QTRY_VERIFY_WITH_TIMEOUT(first->hasBegun, guardMs);
    m_reader->read(u"second"_s, fetchOf(second, "http://second.example/\n"));
    QTRY_VERIFY_WITH_TIMEOUT(first->wasStopped, guardMs);
    second->goesOn.release();
    QTRY_COMPARE_WITH_TIMEOUT(m_finished->size(), 1, guardMs);
    QCOMPARE(taken().label, u"second"_s);
    QVERIFY(QThreadPool::globalInstance()->waitForDone(guardMs));
    QCoreApplication::processEvents();
    QCOMPARE(m_finished->size(), 1);
    QCOMPARE(m_changed->size(), 2); // it never ceased to read in between
}

void TestAddressReader::aShortTextWinsToo()
{
    const auto slow = std::make_shared<Slow>();
    m_reader->read(u"slow"_s, fetchOf(slow, "http://slow.example/\n"));
    QTRY_VERIFY_WITH_TIMEOUT(slow->hasBegun, guardMs);
    m_reader->read(u"short"_s, "http://short.example/\n"_ba);
    QCOMPARE(taken().label, u"short"_s);
    QVERIFY(QThreadPool::globalInstance()->waitForDone(guardMs));
    QVERIFY(slow->wasStopped);
    QCoreApplication::processEvents();
    QCOMPARE(m_finished->size(), 1);
    QCOMPARE(m_changed->size(), 2);
}

void TestAddressReader::whatIsStoppedIsNotHeardOf()
{
    const auto slow = std::make_shared<Slow>();
    m_reader->read(u"slow"_s, fetchOf(slow, "http://slow.example/\n"));
    QTRY_VERIFY_WITH_TIMEOUT(slow->hasBegun, guardMs);
    m_reader->stop();
    QVERIFY(!m_reader->isReading());
    QVERIFY(QThreadPool::globalInstance()->waitForDone(guardMs));
    QVERIFY(slow->wasStopped);
    QCoreApplication::processEvents();
    QCOMPARE(m_finished->size(), 0);
    QCOMPARE(m_changed->size(), 2);
}

/// It has ended, but the loop has not told yet when the newer one comes.
void TestAddressReader::whatWasReadAlreadyIsDroppedAsWell()
{
    const auto first = std::make_shared<Slow>();
    first->goesOn.release();
    m_reader->read(u"first"_s, fetchOf(first, "http://first.example/\n"));
    QVERIFY(QThreadPool::globalInstance()->waitForDone(guardMs)); // without the loop
    const auto second = std::make_shared<Slow>();
    second->goesOn.release();
    m_reader->read(u"second"_s, fetchOf(second, "http://second.example/\n"));
    QTRY_COMPARE_WITH_TIMEOUT(m_finished->size(), 1, guardMs);
    QCOMPARE(taken().label, u"second"_s);
    QCoreApplication::processEvents();
    QCOMPARE(m_finished->size(), 1);
}

void TestAddressReader::destroyingItStopsAndDoesNotWait()
{
    const auto slow = std::make_shared<Slow>();
    m_reader->read(u"slow"_s, fetchOf(slow, "http://slow.example/\n"));
    QTRY_VERIFY_WITH_TIMEOUT(slow->hasBegun, guardMs);
    m_reader.reset();
    QVERIFY(QThreadPool::globalInstance()->waitForDone(guardMs));
    QVERIFY(slow->wasStopped);
    QCoreApplication::processEvents();
    QCOMPARE(m_finished->size(), 0);
}

void TestAddressReader::aFaultIsPassedOn()
{
    m_reader->read(u"gone"_s,
                   [](const std::stop_token &) { return AddressText {.fault = u"It is gone."_s}; });
    QTRY_COMPARE_WITH_TIMEOUT(m_finished->size(), 1, guardMs);
    QCOMPARE(taken().fault, u"It is gone."_s);
    QVERIFY(taken().list.addresses().isEmpty());
}

void TestAddressReader::aStopEndsTheParse()
{
    const QByteArray text = QByteArray("http://a.example/\n").repeated(10'000);
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(AddressList::parse(text, stop.get_token()).addresses().size(), 0);
    QCOMPARE(AddressList::parse(text).addresses().size(), 10'000);
}

QTEST_GUILESS_MAIN(TestAddressReader)
#include "tst_addressreader.moc"
