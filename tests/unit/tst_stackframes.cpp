// SPDX-License-Identifier: MIT
#include "record/board.h"
#include "record/outcome.h"
#include "record/stackframes.h"
#include "shared/namedmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// A stack as the text of an event, and the stall it belongs to on the board.
class TestStackFrames : public QObject
{
    Q_OBJECT
private slots:
    void comesBackAsItWas();
    void takesForeignText();
    void findsTheGuilty();
    void stallHasNoRow();
};

void TestStackFrames::comesBackAsItWas()
{
    const QList<StackFrame> frames {
        {u"read"_s, {}, u"libc.so.6"_s, false},
        {u"Loader::load(QString const&)"_s, u"loader.cpp:12"_s, u"loopscope"_s, true}};
    QCOMPARE(StackFrames::fromText(StackFrames::toText(frames)), frames);
    QCOMPARE(StackFrames::fromText({}), QList<StackFrame>());
}

void TestStackFrames::takesForeignText()
{
    QCOMPARE(StackFrames::fromText(u"main"_s), (QList<StackFrame> {{u"main"_s, {}, {}, false}}));
    QCOMPARE(StackFrames::fromText(u"\n\na\tb\tc\tours\tsurplus\n"_s),
             (QList<StackFrame> {{u"a"_s, u"b"_s, u"c"_s, true}}));
    QCOMPARE(StackFrames::fromText(u"f\n"_s.repeated(1'000)).size(), StackFrames::longest);
}

void TestStackFrames::findsTheGuilty()
{
    const StackFrame theirs {u"nanosleep"_s, {}, u"libc.so.6"_s, false};
    const StackFrame nameless {{}, {}, u"loopscope"_s, true};
    const StackFrame ours {u"main"_s, {}, u"loopscope"_s, true};
    QCOMPARE(StackFrames::guilty({theirs, nameless, ours}), 2);
    QCOMPARE(StackFrames::guilty({theirs, nameless}), -1);
}

void TestStackFrames::stallHasNoRow()
{
    Board board;
    const TaskId id {1};
    board.apply(
        {.timeNs = 90, .task = id, .kind = EventKind::Queued, .code = quint8(TaskType::Stall)});
    board.apply({.timeNs = 90, .task = id, .kind = EventKind::Started});
    board.apply({.timeNs = 90,
                 .value = 10,
                 .task = id,
                 .kind = EventKind::Note,
                 .code = quint8(NoteCode::Began)});
    board.apply({.timeNs = 95,
                 .task = id,
                 .kind = EventKind::Finished,
                 .code = quint8(Outcome::Kind::Succeeded)});
    QCOMPARE(board.rowCount(), 0);
    QCOMPARE(board.unfinished(), 0);
    QCOMPARE(board.task(id)->startedNs, 10);
    QCOMPARE(board.task(id)->finishedNs, 95);
}

QTEST_GUILESS_MAIN(TestStackFrames)
#include "tst_stackframes.moc"
