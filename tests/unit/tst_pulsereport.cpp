// SPDX-License-Identifier: MIT
#include "loop/pulsereport.h"
#include "shared/namedmain.h"

#include <QRandomGenerator>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 highest = std::numeric_limits<qint64>::max();

PulseReport report()
{
    return {12'345'678'901'234, 12'345'000'000'001, 678'901'233, 5, true, u"sleepInSlot"_s};
}

} // namespace

/// What goes over the socket comes back as it was; what somebody else sends is nothing.
class TestPulseReport : public QObject
{
    Q_OBJECT
private slots:
    void thereAndBack_data();
    void thereAndBack();
    void aLineIsNeverTooLong_data();
    void aLineIsNeverTooLong();
    void foreignLinesAreNothing_data();
    void foreignLinesAreNothing();
    void damagedLinesDoNoHarm();
    void anythingDoesNoHarm();
};

void TestPulseReport::thereAndBack_data()
{
    QTest::addColumn<PulseReport>("told");
    QTest::newRow("empty") << PulseReport();
    QTest::newRow("all of it") << report();
    QTest::newRow("the highest times")
        << PulseReport {highest, highest - 1, highest - 2, highest - 3};
    QTest::newRow("what no double can hold")
        << PulseReport {(1LL << 53) + 1, (1LL << 60) + 3, 1, 1};
    QTest::newRow("a name with everything") << PulseReport {
        1,
        1,
        1,
        1,
        false,
        u"ns::f<QMap<QString, \"a\\b\">>(int)::{lambda()#1}::operator()\n\t\x01 für 漢字 😀"_s};
}

void TestPulseReport::thereAndBack()
{
    QFETCH(PulseReport, told);
    const QByteArray line = told.toLine();
    QCOMPARE(line.count('\n'), 1);
    QVERIFY(line.endsWith('\n'));
    QCOMPARE(PulseReport::fromLine(line), told);
    QCOMPARE(PulseReport::fromLine(line.chopped(1)), told);
}

void TestPulseReport::aLineIsNeverTooLong_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("letters") << QString(100'000, u'x');
    QTest::newRow("controls, six bytes each") << QString(100'000, QChar(1));
    QTest::newRow("wide") << QString(100'000, QChar(0x6f22));
    QTest::newRow("pairs") << u"😀"_s.repeated(50'000);
    QTest::newRow("a pair cut in two") << u"x"_s + u"😀"_s.repeated(50'000);
    QTest::newRow("halves of pairs") << QString(100'000, QChar(0xd83d));
}

void TestPulseReport::aLineIsNeverTooLong()
{
    QFETCH(QString, name);
    PulseReport told = report();
    told.function = name;
    const QByteArray line = told.toLine();
    QVERIFY2(line.size() <= PulseReport::longestLine, qPrintable(QString::number(line.size())));
    const auto heard = PulseReport::fromLine(line);
    QVERIFY(heard);
    QCOMPARE(heard->lateNs, told.lateNs);
    QVERIFY(heard->function.size() >= 300);
    QVERIFY(name.at(0).isSurrogate() || heard->function.startsWith(name.first(1)));
}

void TestPulseReport::foreignLinesAreNothing_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("line feed") << QByteArray("\n");
    QTest::newRow("words") << QByteArray("release\n");
    QTest::newRow("a request") << QByteArray("GET / HTTP/1.1\r\n");
    QTest::newRow("no object") << QByteArray("[1,2,3,4]\n");
    QTest::newRow("a number") << QByteArray("5\n");
    QTest::newRow("no fields") << QByteArray("{}\n");
    QTest::newRow("one is missing")
        << QByteArray(R"({"time":1,"beat":1,"late":0,"release":false})");
    QTest::newRow("one is text") << QByteArray(R"({"time":"1","beat":1,"late":0,"stall":0})");
    QTest::newRow("one is null") << QByteArray(R"({"time":null,"beat":1,"late":0,"stall":0})");
    QTest::newRow("one is negative") << QByteArray(R"({"time":1,"beat":1,"late":-1,"stall":0})");
    QTest::newRow("one is broken") << QByteArray(R"({"time":1,"beat":1.5,"late":0,"stall":0})");
    QTest::newRow("one is too large")
        << QByteArray(R"({"time":1e300,"beat":1,"late":0,"stall":0})");
    QTest::newRow("two at once") << report().toLine().chopped(1) + report().toLine();
    QTest::newRow("bad UTF-8") << QByteArray(
        "{\"time\":1,\"beat\":1,\"late\":0,\"stall\":0,\"function\":\"\xff\xfe\"}");
    QTest::newRow("deep") << QByteArray(100'000, '[');
    QTest::newRow("zeros") << QByteArray(4'096, '\0');
}

void TestPulseReport::foreignLinesAreNothing()
{
    QFETCH(QByteArray, line);
    QVERIFY(!PulseReport::fromLine(line));
}

/// Every beginning of a line, and a line with each of its bytes spoilt.
void TestPulseReport::damagedLinesDoNoHarm()
{
    const QByteArray line = report().toLine().chopped(1);
    for (qsizetype length = 0; length < line.size(); ++length)
        QVERIFY2(!PulseReport::fromLine(line.first(length)), line.first(length).constData());
    int accepted = 0;
    for (qsizetype place = 0; place < line.size(); ++place) {
        for (const char byte : {'\0', '"', '}', '-', '9', 'x', '\xff'}) {
            QByteArray spoilt = line;
            spoilt[place] = byte;
            const auto heard = PulseReport::fromLine(spoilt);
            accepted += heard.has_value();
            QVERIFY(!heard || (heard->timeNs >= 0 && heard->stallNs >= 0));
        }
    }
    QVERIFY(accepted > 0); // another digit is another time, and that nobody can tell
    QVERIFY(accepted < line.size() * 7 / 2);
}

void TestPulseReport::anythingDoesNoHarm()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const QByteArray line = report().toLine();
    for (int i = 0; i < 20'000; ++i) {
        QByteArray bytes = i % 2 == 0 ? line : QByteArray(random.bounded(200), ' ');
        const int changes = i % 2 == 0 ? random.bounded(1, 6) : int(bytes.size());
        for (int change = 0; change < changes; ++change)
            bytes[i % 2 == 0 ? random.bounded(int(bytes.size())) : change]
                = char(random.bounded(256));
        const auto heard = PulseReport::fromLine(bytes);
        if (!heard)
            continue;
        QVERIFY(heard->timeNs >= 0 && heard->lastBeatNs >= 0 && heard->lateNs >= 0
                && heard->stallNs >= 0);
        QCOMPARE(PulseReport::fromLine(heard->toLine()), *heard);
    }
}

QTEST_GUILESS_MAIN(TestPulseReport)
#include "tst_pulsereport.moc"
