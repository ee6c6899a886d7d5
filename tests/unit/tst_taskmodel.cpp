// SPDX-License-Identifier: MIT
#include "record/recorder.h"
#include "record/taskhandle.h"
#include "session/gallerymodel.h"
#include "session/session.h"
#include "session/taskmodel.h"
#include "session/tasktext.h"
#include "shared/boardrows.h"
#include "shared/namedmain.h"
#include "shared/randomstream.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

using Mode = QAbstractItemModelTester::FailureReportingMode;

TaskEvent queued(quint32 id, TaskId parent = TaskId::None)
{
    return {.timeNs = id,
            .text = u"http://h.example/%1"_s.arg(id),
            .task = TaskId {id},
            .parent = parent,
            .kind = EventKind::Queued};
}
TaskEvent started(quint32 id)
{
    return {.timeNs = 1'000 + id,
            .value = 1,
            .task = TaskId {id},
            .lane = {Lane::Kind::Network, 1},
            .kind = EventKind::Started};
}

} // namespace

/// Playhead, TaskModel and GalleryModel under the eyes of QAbstractItemModelTester.
class TestTaskModel : public QObject
{
    Q_OBJECT
private slots:
    void rowsComeInOneBatch();
    void changesAreToldOncePerRun();
    void childrenAndRepetitionsAreNoRows();
    void resetAndStartAnew();
    void cellsSayWhatHappened();
    void tipsAreNoHtml();
    void randomStreamsKeepTheModelsTrue();
    void theGalleryIsBounded();
    void addressesShareABase_data();
    void addressesShareABase();
};

void TestTaskModel::rowsComeInOneBatch()
{
    Session session;
    Recording &recording = session.recording();
    Playhead &playhead = session.playhead();
    TaskModel model(session);
    QAbstractItemModelTester tester(&model, Mode::Fatal);
    QSignalSpy inserted(&model, &TaskModel::rowsInserted);
    QSignalSpy changed(&playhead, &Playhead::changed);
    std::vector<TaskEvent> batch;
    for (quint32 id = 1; id <= 1'000; ++id) {
        batch.push_back(queued(id));
        batch.push_back(started(id));
    }
    recording.append(batch);
    QCOMPARE(model.rowCount(), 1'000);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(inserted[0][1].toInt(), 0);
    QCOMPARE(inserted[0][2].toInt(), 999);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.taskAt(999), TaskId {1'000});
    QCOMPARE(model.taskAt(1'000), TaskId::None);
    QCOMPARE(model.taskAt(-1), TaskId::None);
}

void TestTaskModel::changesAreToldOncePerRun()
{
    Session session;
    Recording &recording = session.recording();
    TaskModel model(session);
    QAbstractItemModelTester tester(&model, Mode::Fatal);
    recording.append({queued(1), queued(2), queued(3), queued(4), queued(5)});
    QSignalSpy spy(&model, &TaskModel::dataChanged);
    recording.append({started(5), started(1), started(2), started(2), queued(6), started(6)});
    QCOMPARE(spy.size(), 2); // rows 0 to 1, and 4; the new one is not a change
    QCOMPARE(spy[0][0].toModelIndex(), model.index(0, 0));
    QCOMPARE(spy[0][1].toModelIndex(), model.index(1, TaskModel::ColumnCount - 1));
    QCOMPARE(spy[1][0].toModelIndex(), model.index(4, 0));
}

void TestTaskModel::childrenAndRepetitionsAreNoRows()
{
    Session session;
    Recording &recording = session.recording();
    TaskModel model(session);
    QAbstractItemModelTester tester(&model, Mode::Fatal);
    QSignalSpy inserted(&model, &TaskModel::rowsInserted);
    recording.append({queued(1), queued(2, TaskId {1}), queued(1), queued(1)});
    QCOMPARE(model.rowCount(), 1);
    recording.append({queued(1), started(9)});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(inserted[0][2].toInt(), 0);
}

void TestTaskModel::resetAndStartAnew()
{
    Session session;
    Recording &recording = session.recording();
    TaskModel model(session);
    GalleryModel gallery(session);
    QAbstractItemModelTester tester(&model, Mode::Fatal);
    QAbstractItemModelTester galleryTester(&gallery, Mode::Fatal);
    recording.append({queued(1), queued(2)});
    gallery.add(TaskId {1}, QImage(4, 4, QImage::Format_RGB32));
    QSignalSpy reset(&model, &TaskModel::modelReset);
    recording.clear();
    QCOMPARE(reset.size(), 1);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(gallery.rowCount(), 0);
    recording.append({started(1)}); // of a task from before
    QCOMPARE(model.rowCount(), 0);
    recording.append({queued(3)});
    QCOMPARE(model.taskAt(0), TaskId {3});
    // A model made later begins with what is there.
    QCOMPARE(TaskModel(session).rowCount(), 1);
}

void TestTaskModel::cellsSayWhatHappened()
{
    Recorder recorder;
    Session session;
    Recording &recording = session.recording();
    TaskModel model(session);
    session.setBaseAddress(u"http://h.example/"_s);
    const auto cell = [&](int column, int role = Qt::DisplayRole) {
        recording.append(recorder.take());
        return model.index(0, column).data(role);
    };
    TaskHandle task(recorder, TaskType::Fetch, u"http://h.example/page"_s);
    QCOMPARE(cell(TaskModel::TaskColumn).toString(), u"page"_s);
    QCOMPARE(cell(TaskModel::TaskColumn, Qt::ToolTipRole).toString(), u"http://h.example/page"_s);
    QCOMPARE(cell(TaskModel::StateColumn).toString(), u"queued"_s);
    QCOMPARE(cell(TaskModel::TriesColumn).toString(), QString());
    QCOMPARE(cell(TaskModel::TimeColumn).toString(), QString());
    task.run({Lane::Kind::Network, 1}, 2);
    task.note(NoteCode::FirstByte);
    task.note(NoteCode::Total, 200);
    task.progress(50);
    task.note(NoteCode::Message);
    QCOMPARE(cell(TaskModel::StateColumn).toString(), u"running"_s);
    QCOMPARE(cell(TaskModel::ProgressColumn).toString(), u"25 %"_s);
    QCOMPARE(cell(TaskModel::TaskColumn, TaskModel::FractionRole).toDouble(), 0.25);
    QCOMPARE(cell(TaskModel::TriesColumn).toString(), u"2"_s);
    task.finish(Outcome::failed(u"because"_s));
    QCOMPARE(cell(TaskModel::StateColumn).toString(), u"failed"_s);
    QCOMPARE(cell(TaskModel::DetailColumn).toString(), u"because"_s);
    QCOMPARE(cell(TaskModel::TaskColumn, TaskModel::StatusRole).toInt(), int(TaskStatus::Failed));
    QCOMPARE(cell(TaskModel::TaskColumn, TaskModel::IdRole).value<TaskId>(), task.id());
    for (int column = 0; column < TaskModel::ColumnCount; ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    QVERIFY(!model.headerData(TaskModel::ColumnCount, Qt::Horizontal, Qt::DisplayRole).isValid());
}

/// A view would load the picture, whatever file that is.
void TestTaskModel::tipsAreNoHtml()
{
    Session session;
    Recording &recording = session.recording();
    TaskModel model(session);
    GalleryModel gallery(session);
    const QString foreign = u"http://h.example/<img src='file:///dev/zero'>"_s;
    TaskEvent event = queued(1);
    event.text = foreign;
    recording.append({event, started(1)});
    recording.append({{.timeNs = 2'000,
                       .text = foreign,
                       .task = TaskId {1},
                       .kind = EventKind::Finished,
                       .code = quint8(Outcome::Kind::Failed)}});
    gallery.add(TaskId {1}, QImage(4, 4, QImage::Format_RGB32));
    const QString safe = u"http://h.example/&lt;img src='file:///dev/zero'&gt;"_s;
    for (int column = 0; column < TaskModel::ColumnCount; ++column) {
        const QString tip = model.index(0, column).data(Qt::ToolTipRole).toString();
        QVERIFY2(!tip.contains(u"<img"_s), qPrintable(tip));
    }
    QVERIFY(model.index(0, TaskModel::TaskColumn).data(Qt::ToolTipRole).toString().contains(safe));
    QVERIFY(!gallery.index(0).data(Qt::ToolTipRole).toString().contains(u"<img"_s));
    QCOMPARE(TaskText::tip(u"plain & simple"_s), u"plain & simple"_s);
}

void TestTaskModel::randomStreamsKeepTheModelsTrue()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    RandomStream stream(seed);
    Session session;
    Recording &recording = session.recording();
    TaskModel model(session);
    QAbstractItemModelTester tester(&model, Mode::Fatal);
    QSortFilterProxyModel sorted; // a user that trusts every signal
    sorted.setSourceModel(&model);
    sorted.setSortRole(TaskModel::SortRole);
    sorted.sort(TaskModel::StateColumn);
    QAbstractItemModelTester sortedTester(&sorted, Mode::Fatal);
    for (int i = 0; i < 150; ++i) {
        if (stream.below(60) == 0)
            recording.clear();
        recording.append(stream.batch());
        Board board;
        for (qsizetype event = 0; event < recording.size(); ++event)
            board.apply(recording.at(event));
        compareRows(model, sorted, board);
        if (QTest::currentTestFailed())
            return;
    }
}

void TestTaskModel::theGalleryIsBounded()
{
    Session session;
    Recording &recording = session.recording();
    GalleryModel gallery(session);
    QAbstractItemModelTester tester(&gallery, Mode::Fatal);
    recording.append({queued(1), queued(2)});
    session.setBaseAddress(u"http://h.example/"_s);
    gallery.add(TaskId {1}, QImage());
    QCOMPARE(gallery.rowCount(), 0);
    for (quint32 id = 1; id <= GalleryModel::maxImages + 10; ++id) {
        QImage image(2, 2, QImage::Format_RGB32);
        image.fill(id);
        gallery.add(TaskId {id}, image);
    }
    QCOMPARE(gallery.rowCount(), GalleryModel::maxImages);
    QCOMPARE(gallery.taskAt(0), TaskId {11});
    QCOMPARE(gallery.taskAt(1), TaskId {12});
    const QModelIndex last = gallery.index(gallery.rowCount() - 1);
    QCOMPARE(last.data(GalleryModel::IdRole).value<TaskId>(),
             TaskId {GalleryModel::maxImages + 10});
    QCOMPARE(last.data(Qt::DecorationRole).value<QImage>().pixel(0, 0) & 0xffffff,
             QRgb(GalleryModel::maxImages + 10));
    recording.append({queued(520)});
    const QModelIndex named = gallery.index(520 - 11);
    QCOMPARE(gallery.taskAt(named.row()), TaskId {520});
    QCOMPARE(named.data(Qt::ToolTipRole).toString(), u"520"_s);
}

void TestTaskModel::addressesShareABase_data()
{
    QTest::addColumn<QStringList>("addresses");
    QTest::addColumn<QString>("base");
    QTest::newRow("none") << QStringList() << QString();
    QTest::newRow("one") << QStringList {u"http://h:1/token/image/7"_s}
                         << u"http://h:1/token/image/"_s;
    QTest::newRow("a path") << QStringList {u"http://h:1/token/image/7"_s,
                                            u"http://h:1/token/bytes/7"_s,
                                            u"http://h:1/token/image/8"_s}
                            << u"http://h:1/token/"_s;
    QTest::newRow("a word cut in two")
        << QStringList {u"http://h/ab"_s, u"http://h/ac"_s} << u"http://h/"_s;
    QTest::newRow("a host that begins alike")
        << QStringList {u"http://hut/a"_s, u"http://hat/a"_s} << QString();
    QTest::newRow("schemes") << QStringList {u"http://h/a"_s, u"https://h/a"_s} << QString();
    QTest::newRow("one begins the other")
        << QStringList {u"http://h/a/"_s, u"http://h/a/b"_s} << u"http://h/a/"_s;
}

void TestTaskModel::addressesShareABase()
{
    QFETCH(QStringList, addresses);
    Snapshot events;
    quint32 id = 0;
    for (const QString &address : addresses) {
        events.append({.text = address, .task = TaskId {++id}, .kind = EventKind::Queued});
        events.append({.text = u"no address"_s,
                       .task = TaskId {++id},
                       .kind = EventKind::Queued,
                       .code = quint8(TaskType::Step)});
    }
    QTEST(TaskText::commonBase(events), "base");
}

QTEST_GUILESS_MAIN(TestTaskModel)
#include "tst_taskmodel.moc"
