// SPDX-License-Identifier: MIT
#include "shared/namedmain.h"
#include "trace/tracereader.h"

#include <QBuffer>
#include <QTest>

using namespace Qt::StringLiterals;

/// Row 23: an event that no recording could hold is refused, with the file it is in; whatever can
/// be is read, in each version of the format.
class TestFaultEvents : public QObject
{
    Q_OBJECT
private slots:
    void anEventThatCannotBeIsRefused_data();
    void anEventThatCannotBeIsRefused();
    void stallsThatCanBeAreRead();
};

namespace {

/// What is said of a trace with \p events.
QString faultOf(const QByteArray &events, int format)
{
    QByteArray json = R"({"traceEvents":[],"loopscope":{"format":)" + QByteArray::number(format)
        + R"(,"originNs":1000,"events":[)" + events + "]}}";
    QBuffer buffer(&json);
    buffer.open(QIODevice::ReadOnly);
    const TraceWatch watch;
    return TraceReader(buffer, watch).read().fault;
}

} // namespace

void TestFaultEvents::anEventThatCannotBeIsRefused_data()
{
    QTest::addColumn<QByteArray>("events");
    QTest::addColumn<int>("format");
    const auto row = [](const char *name, const char *events, int format = 2) {
        QTest::newRow(name) << QByteArray(events) << format;
    };
    row("short", "[1]");
    row("long", R"([0,0,0,1,0,0,0,0,"a",1])");
    row("no list", R"([0,0,0,1],{"a":1})");
    row("text for a number", R"(["0",0,0,1])");
    row("fraction", "[0.5,0,0,1]");
    row("not a number", "[0,null,0,1]");
    row("overflow", "[99999999999999999999,0,0,1]");
    row("far past", "[-9007199254740993,0,0,1]");
    row("far future", "[9007199254740993,0,0,1]");
    row("kind", "[0,20,0,1]");
    row("kind of a newer version", "[0,9,0,1]", 1);
    row("negative kind", "[0,-1,0,1]");
    row("type of task", "[0,0,6,1]");
    row("type of task then", "[0,0,7,1]", 1);
    row("note", "[0,0,0,1],[0,5,13,1]");
    row("note then", "[0,0,0,1],[0,5,20,1]", 1);
    row("note of a stall then", "[0,0,5,1],[0,5,20,1]", 1);
    row("outcome", "[0,0,0,1],[0,6,5,1]");
    row("code", "[0,0,0,1],[0,1,1,1]");
    row("lane", "[0,0,0,1],[0,1,0,1,1,5]");
    row("lane number", "[0,0,0,1],[0,1,0,1,1,2,65536]");
    row("id", "[0,0,0,4294967296]");
    row("no id", "[0,0,0,0]");
    row("a turn of a task", "[0,0,0,1],[0,7,0,1,5]");
    row("a negative turn", "[0,7,0,0,-5]");
    row("negative progress", "[0,0,0,1],[0,2,0,1,-1]");
    row("huge progress", "[0,0,0,1],[0,2,0,1,9007199254740993]");
    row("attempts", "[0,0,0,1],[0,1,0,1,9007199254740993]");
    row("integrity", "[0,0,0,1],[0,5,9,1,5]");
    row("began later", "[0,9,0,1,1001]");
    row("began later then", "[0,0,5,1],[0,5,13,1,9223372036854775807]", 1);
    row("began long before", "[0,9,0,1,-9007199254740992]");
    row("a stall that is no one", "[0,9,0,0]");
    row("a stall that did not begin", "[0,17,0,1]");
    row("a stall that is a task", "[0,0,0,1],[0,9,0,1]");
    row("a task that is a stall", "[0,9,0,1],[0,0,0,1]");
    row("a stall twice then", "[0,0,5,1],[0,0,5,1]", 1);
    row("a stall in itself", "[0,9,0,1,0,0,0,1]");
    row("a stall in a parent where none is", "[0,9,0,1],[0,15,0,1,1,0,0,2]");
    row("state of a thread", "[0,9,0,1],[0,10,6,1]");
    row("a stack nobody saw", "[0,9,0,1],[0,10,0,1,1]");
    row("a stack too far", R"([0,9,0,1],[0,10,0,1,2,0,0,0,"a"])");
    row("a stack again", R"([0,9,0,1],[0,10,0,1,1,0,0,0,"a"],[0,10,0,1,1,0,0,0,"a"])");
    row("a stack of another stall", R"([0,9,0,1],[0,9,0,2],[0,10,0,1,1,0,0,0,"a"],[0,10,0,2,1])");
    row("fewer samples than none then", R"([0,0,5,1],[0,5,16,1,-1,0,0,0,"a"])", 1);
    row("share", "[0,9,0,1],[0,11,3,1]");
    row("a negative share", "[0,9,0,1],[0,11,0,1,-1]");
    row("what it waited for", "[0,9,0,1],[0,12,7,1]");
    row("input", "[0,9,0,1],[0,13,6,1]");
    row("first input", "[0,9,0,1],[0,14,0,1,9007199254740993]");
    row("pause", "[0,9,0,1],[0,15,3,1]");
    row("gap", "[0,9,0,1],[0,16,0,1,-1]");
    row("kind of stall", "[0,9,0,1],[0,17,2,1]");
    row("a module of a task", "[0,0,0,1],[0,18,0,1,1]");
    row("a module without a number", "[0,18,0,0]");
    row("a module too far", "[0,18,0,0,4294967296]");
    row("end of the process", "[0,19,2,0]");
    row("status of the process", "[0,19,0,0,-1]");
    row("back in time", "[5,0,0,1],[4,0,0,2]");
    row("queued twice", "[0,0,0,1],[0,0,0,1]");
    row("its own parent", "[0,0,0,1,0,0,0,1]");
    row("parents in a ring", "[0,0,0,1,0,0,0,2],[0,0,0,2,0,0,0,1]");
    row("a parent where none is", "[0,0,0,1],[0,1,0,1,1,1,0,1]");
}

void TestFaultEvents::anEventThatCannotBeIsRefused()
{
    QFETCH(QByteArray, events);
    QFETCH(int, format);
    const QString fault = faultOf(events, format);
    QVERIFY2(fault.startsWith(u"The file is damaged at line 1 ("_s), qPrintable(fault));
    // The same in order: it was not the frame around it.
    QCOMPARE(faultOf(R"([0,0,0,1],[5,0,3,2,0,0,0,1,"a"],[5,7,0,0,4,1])", format), QString());
}

/// All that a stall can have, to the limit; and what then was a stall.
void TestFaultEvents::stallsThatCanBeAreRead()
{
    QCOMPARE(faultOf(R"([0,18,0,0,4294967295,0,0,0,"8f\t/bin/a"],[1,9,0,1,1],[2,9,0,1,0],
        [3,10,0,1],[3,10,5,1,1,0,0,0,"a"],[3,10,1,1,1],[3,10,1,1,2,0,0,0,"b"],[3,10,1,1,1],
        [4,11,2,1,9007199254740992],[4,12,6,1,5,0,0,0,"x"],[4,13,5,1,2,0,0,0,"touch"],[4,14,5,1,9],
        [5,15,2,1,7],[5,16,0,1,7],[6,0,0,2],[6,17,1,1,60,1,0,2],[7,13,0,1,3],[8,19,1,0,11])",
                     2),
             QString());
    // A program that ran for long: what was between has gone with earlier acquisitions.
    QCOMPARE(faultOf("[0,9,0,5],[1,17,0,5,60],[2,0,0,70000],[3,0,0,4294967295]", 2), QString());
    QCOMPARE(faultOf(R"([0,0,5,1],[0,1,0,1,1,1],[0,5,13,1,900],[0,5,15,1,3],[0,6,0,1],
        [1,5,16,1,9007199254740992,0,0,0,"a"],[1,5,17,1,1,0,0,0,"touch"],[1,5,19,1,5,0,0,0,"?"],
        [1,0,0,2],[1,5,16,2,3],[2,0,6,3])",
                     1),
             QString());
}

QTEST_GUILESS_MAIN(TestFaultEvents)
#include "tst_faultevents.moc"
