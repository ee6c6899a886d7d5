// SPDX-License-Identifier: MIT
#include "record/culprit.h"
#include "shared/namedmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Which function is to blame, by the stacks that were seen.
class TestCulprit : public QObject
{
    Q_OBJECT
private slots:
    void culprit_data();
    void culprit();
    void howSure_data();
    void howSure();
    void sameFunctionsAreTheSameStack();
    void withoutANameThePlaceTells();
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

void TestCulprit::culprit_data()
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

void TestCulprit::culprit()
{
    QFETCH(QStringList, stacks);
    StackCounts counts;
    for (const QString &stack : stacks)
        counts.add(frames(stack));
    QTEST(culpritOf(counts.stacks()).frame.function, "expected");
}

void TestCulprit::howSure_data()
{
    using Confidence = Culprit::Confidence;
    QTest::addColumn<QStringList>("stacks");
    QTest::addColumn<Confidence>("expected");
    const auto times = [](int count, const char *stack) {
        return QStringList(count, QString::fromLatin1(stack));
    };
    QTest::newRow("nothing") << QStringList() << Confidence::None;
    QTest::newRow("no names") << times(9, "libc.so.6+0x12") << Confidence::None;
    QTest::newRow("two samples") << times(2, "spin! main!") << Confidence::Probable;
    QTest::newRow("three samples") << times(3, "spin! main!") << Confidence::Certain;
    QTest::newRow("three of four") << times(3, "spin!") + times(1, "other!") << Confidence::Certain;
    QTest::newRow("two of three") << times(2, "spin!") + times(1, "other!") << Confidence::Probable;
    QTest::newRow("a library") << times(3, "memmove QPainter::drawImage") << Confidence::Certain;
    QTest::newRow("one of many libraries")
        << times(2, "QPainter::drawImage") + times(1, "QFont::fromString") << Confidence::Probable;
}

void TestCulprit::howSure()
{
    QFETCH(QStringList, stacks);
    StackCounts counts;
    for (const QString &stack : stacks)
        counts.add(frames(stack));
    QTEST(culpritOf(counts.stacks()).confidence, "expected");
}

void TestCulprit::sameFunctionsAreTheSameStack()
{
    StackCounts counts;
    QList<StackFrame> stack = frames(u"spin! main!"_s);
    for (int line = 1; line <= 5; ++line) {
        stack[0].place = u"spin.cpp:%1"_s.arg(line);
        stack[0].offset = quint64(line);
        QCOMPARE(counts.add(stack), 1);
    }
    QCOMPARE(counts.samples(), 5);
    QCOMPARE(counts.stacks().size(), 1);
    QCOMPARE(counts.stacks().first().count, 5);
    QCOMPARE(counts.stacks().first().frames.first().place, u"spin.cpp:1"_s);
    QCOMPARE(counts.add(frames(u"other! main!"_s)), 2);
}

/// Those of a program whose names are found later.
void TestCulprit::withoutANameThePlaceTells()
{
    StackCounts counts;
    const auto add = [&counts](quint32 module, quint64 offset) {
        return counts.add({{{}, {}, u"program"_s, true, module, offset}});
    };
    QCOMPARE(add(1, 5), 1);
    QCOMPARE(add(1, 6), 2);
    QCOMPARE(add(2, 5), 3);
    QCOMPARE(add(1, 5), 1);
}

void TestCulprit::theHeaviestComeFirst()
{
    StackCounts counts;
    for (const char *name : {"a!", "b!", "c!", "b!", "c!", "c!"})
        counts.add(frames(QString::fromLatin1(name)));
    const QList<CountedStack> most = heaviest(counts.stacks(), 2);
    QCOMPARE(most.size(), 2);
    QCOMPARE(most[0].frames.first().function, u"c"_s);
    QCOMPARE(most[1].frames.first().function, u"b"_s);
    QCOMPARE(most[1].count, 2);
    QCOMPARE(heaviest(counts.stacks(), 8).size(), 3);
}

QTEST_GUILESS_MAIN(TestCulprit)
#include "tst_culprit.moc"
