// SPDX-License-Identifier: MIT
#include "loop/stackcounts.h"
#include "shared/namedmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Which function is to blame, by the stacks that were seen.
class TestHotPath : public QObject
{
    Q_OBJECT
private slots:
    void guilty_data();
    void guilty();
    void sameFunctionsAreTheSameStack();
    void theHeaviestComeFirst();
};

namespace {

/// "spin! QEventLoop::exec main!": innermost first, ours with an exclamation mark.
QList<StackFrame> frames(const QString &text)
{
    QList<StackFrame> frames;
    for (QString word : text.split(u' ', Qt::SkipEmptyParts)) {
        const bool isOurs = word.endsWith(u'!');
        word.remove(u'!');
        frames.append({word,
                       {},
                       isOurs                      ? u"program"_s
                           : word.startsWith(u'Q') ? u"libQt6Core.so.6"_s
                                                   : u"libc.so.6"_s,
                       isOurs});
    }
    return frames;
}

} // namespace

void TestHotPath::guilty_data()
{
    QTest::addColumn<QStringList>("stacks");
    QTest::addColumn<QString>("expected");
    const QString outer = u" QEventLoop::exec run! main!"_s;
    QTest::newRow("nothing") << QStringList() << QString();
    QTest::newRow("nearest of ours")
        << QStringList {u"nanosleep QThread::msleep sleep! slot!"_s + outer} << u"sleep"_s;
    QTest::newRow("what it only calls at times")
        << QStringList {u"isOver! spin! slot!"_s + outer, u"spin! slot!"_s + outer,
                        u"now isOver! spin! slot!"_s + outer}
        << u"spin"_s;
    QTest::newRow("what is in all of it")
        << QStringList {u"round! spin! slot!"_s + outer, u"now round! spin! slot!"_s + outer}
        << u"round"_s;
    QTest::newRow("one after the other")
        << QStringList {u"first! slot!"_s + outer, u"second! slot!"_s + outer} << u"slot"_s;
    QTest::newRow("not who called the loop")
        << QStringList {u"memmove QPainter::drawImage"_s + outer} << u"QPainter::drawImage"_s;
    QTest::newRow("not who called a loop that a jump left off the stack")
        << QStringList {u"memmove QPainter::drawImage QEventDispatcherGlib::processEvents run! main!"_s}
        << u"QPainter::drawImage"_s;
    QTest::newRow("a loop within")
        << QStringList {u"sleep inner! QEventLoop::exec slot!"_s + outer} << u"inner"_s;
    QTest::newRow("no loop at all") << QStringList {u"sleep work! main!"_s} << u"work"_s;
    QTest::newRow("without a name") << QStringList {u"program+0x12! slot!"_s + outer} << u"slot"_s;
    QTest::newRow("no names") << QStringList {u"libc.so.6+0x12 libc.so.6+0x13"_s} << QString();
}

void TestHotPath::guilty()
{
    QFETCH(QStringList, stacks);
    StackCounts counts;
    for (const QString &stack : stacks)
        counts.add(frames(stack));
    QTEST(counts.guilty().function, "expected");
}

void TestHotPath::sameFunctionsAreTheSameStack()
{
    StackCounts counts;
    QList<StackFrame> stack = frames(u"spin! main!"_s);
    for (int line = 1; line <= 5; ++line) {
        stack[0].place = u"spin.cpp:%1"_s.arg(line);
        counts.add(stack);
    }
    QCOMPARE(counts.samples(), 5);
    QCOMPARE(counts.heaviest(8).size(), 1);
    QCOMPARE(counts.heaviest(8).first().count, 5);
    QCOMPARE(counts.heaviest(8).first().frames.first().place, u"spin.cpp:1"_s);
}

void TestHotPath::theHeaviestComeFirst()
{
    StackCounts counts;
    for (const char *name : {"a!", "b!", "c!", "b!", "c!", "c!"})
        counts.add(frames(QString::fromLatin1(name)));
    const QList<CountedStack> heaviest = counts.heaviest(2);
    QCOMPARE(heaviest.size(), 2);
    QCOMPARE(heaviest[0].frames.first().function, u"c"_s);
    QCOMPARE(heaviest[1].frames.first().function, u"b"_s);
    QCOMPARE(heaviest[1].count, 2);
}

QTEST_GUILESS_MAIN(TestHotPath)
#include "tst_hotpath.moc"
