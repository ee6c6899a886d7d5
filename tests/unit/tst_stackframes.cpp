// SPDX-License-Identifier: MIT
#include "record/stackframes.h"
#include "shared/namedmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// A stack as the text of an event.
class TestStackFrames : public QObject
{
    Q_OBJECT
private slots:
    void comesBackAsItWas();
    void takesForeignText();
};

void TestStackFrames::comesBackAsItWas()
{
    const QList<StackFrame> frames {
        {u"read"_s, {}, u"libc.so.6"_s, false},
        {u"Loader::load(QString const&)"_s, u"loader.cpp:12"_s, u"loopscope"_s, true},
        {{}, {}, u"focuswriter"_s, true, 3, 0xdead'beef'0042}, // to be named later
        {u"main"_s, {}, {}, false, 4'000'000'000, 0}};
    QCOMPARE(StackFrames::fromText(StackFrames::toText(frames)), frames);
    QCOMPARE(StackFrames::fromText({}), QList<StackFrame>());
}

void TestStackFrames::takesForeignText()
{
    QCOMPARE(StackFrames::fromText(u"main"_s), (QList<StackFrame> {{u"main"_s, {}, {}, false}}));
    QCOMPARE(StackFrames::fromText(u"\n\na\tb\tc\tours\tsurplus\n"_s),
             (QList<StackFrame> {{u"a"_s, u"b"_s, u"c"_s, true}}));
    QCOMPARE(StackFrames::fromText(u"a\tb\tc\t\t-1\t5\nd\t\t\t\t7\tno number\ne\t\t\t\t7"_s),
             (QList<StackFrame> {{u"a"_s, u"b"_s, u"c"_s},
                                 {u"d"_s, {}, {}, false, 7, 0},
                                 {u"e"_s, {}, {}, false, 7, 0}}));
    QCOMPARE(StackFrames::fromText(u"f\n"_s.repeated(1'000)).size(), StackFrames::longest);
}

QTEST_GUILESS_MAIN(TestStackFrames)
#include "tst_stackframes.moc"
