// SPDX-License-Identifier: MIT
#include "session/session.h"
#include "session/taskmodel.h"
#include "shared/namedmain.h"
#include "shared/recordingwriter.h"
#include "ui/style/theme.h"
#include "ui/workbench/tasktable.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

/// The table finds, sorts, copies and cancels by keyboard, and many tasks are few signals.
class TestTaskTable : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { Theme::apply(*qApp, Theme::Mode::Light); }
    void init();
    void cleanup();

    void theFilterLooksAtAddressStateAndDetail();
    void headersSortAndUnsort();
    void enterInspects();
    void deleteAsksToCancelTheSelected();
    void copyGivesCells();
    void theSelectionSurvivesMoreRows();
    void columnsFillTheWidth_data();
    void columnsFillTheWidth();
    void aHundredThousandRowsAreFewSignals();

private:
    QString cell(int row, int column) const
    {
        return m_table->model()->index(row, column).data().toString();
    }

    std::unique_ptr<Session> m_session;
    std::unique_ptr<TaskModel> m_model;
    std::unique_ptr<TaskTable> m_table;
    std::unique_ptr<RecordingWriter> m_writer;
};

void TestTaskTable::init()
{
    m_session = std::make_unique<Session>();
    m_model = std::make_unique<TaskModel>(*m_session);
    m_table = std::make_unique<TaskTable>(*m_model, *m_session);
    m_writer = std::make_unique<RecordingWriter>(m_session->recording());
    m_session->setBaseAddress(u"http://s/"_s);
    const TaskId pear = m_writer->queue(u"http://s/pear"_s);
    const TaskId apple = m_writer->queue(u"http://s/apple"_s);
    m_writer->queue(u"http://other/fig"_s);
    m_writer->start(pear);
    m_writer->note(pear, NoteCode::Bytes, 500);
    m_writer->finish(pear, Outcome::Kind::Failed, u"The connection was lost."_s);
    m_writer->start(apple);
    m_writer->tell();
    m_table->resize(700, 300);
    m_table->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_table.get()));
}

void TestTaskTable::cleanup()
{
    m_table.reset();
    m_model.reset();
    m_session.reset();
}

void TestTaskTable::theFilterLooksAtAddressStateAndDetail()
{
    QCOMPARE(m_table->shownRows(), 3);
    for (const auto &[text, rows] :
         std::initializer_list<std::pair<QString, int>> {{u"PEAR"_s, 1},
                                                         {u"failed"_s, 1},
                                                         {u"connection was"_s, 1},
                                                         {u"queued"_s, 1},
                                                         {u"http"_s, 3},
                                                         {u"."_s, 1},
                                                         {u"no such thing"_s, 0},
                                                         {QString(), 3}}) {
        m_table->setFilter(text);
        QVERIFY2(m_table->shownRows() == rows, qPrintable(text));
    }
}

void TestTaskTable::headersSortAndUnsort()
{
    QCOMPARE(cell(0, TaskModel::TaskColumn), u"pear"_s);
    QHeaderView *header = m_table->horizontalHeader();
    const QPoint task(header->sectionViewportPosition(TaskModel::TaskColumn) + 20,
                      header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, task);
    QCOMPARE(cell(0, TaskModel::TaskColumn), u"apple"_s);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, task);
    QCOMPARE(cell(2, TaskModel::TaskColumn), u"apple"_s);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, task);
    QCOMPARE(cell(0, TaskModel::TaskColumn), u"pear"_s); // as they were queued
}

void TestTaskTable::enterInspects()
{
    QSignalSpy inspect(m_table.get(), &TaskTable::inspectRequested);
    m_table->setFilter(u"apple"_s);
    m_table->selectRow(0);
    QTest::keyClick(m_table.get(), Qt::Key_Return);
    QCOMPARE(inspect.size(), 1);
    QCOMPARE(inspect[0][0].value<TaskId>(), TaskId(2));
}

void TestTaskTable::deleteAsksToCancelTheSelected()
{
    QSignalSpy cancel(m_table.get(), &TaskTable::cancelRequested);
    QTest::keyClick(m_table.get(), Qt::Key_Delete);
    QCOMPARE(cancel.size(), 0); // nothing is selected
    m_table->selectAll();
    QTest::keyClick(m_table.get(), Qt::Key_Delete);
    QCOMPARE(cancel.size(), 1);
    QCOMPARE(cancel[0][0].value<QList<TaskId>>().size(), 3);
}

void TestTaskTable::copyGivesCells()
{
    m_table->selectRow(0);
    QTest::keySequence(m_table.get(), QKeySequence::Copy);
    const QStringList cells = QApplication::clipboard()->text().split(u'\t');
    QCOMPARE(cells.size(), int(TaskModel::ColumnCount));
    QCOMPARE(cells[TaskModel::TaskColumn], u"pear"_s);
    QCOMPARE(cells[TaskModel::StateColumn], u"failed"_s);
    QCOMPARE(cells[TaskModel::DetailColumn], u"The connection was lost."_s);
}

void TestTaskTable::theSelectionSurvivesMoreRows()
{
    m_table->sortByColumn(TaskModel::TaskColumn, Qt::AscendingOrder);
    m_session->select(TaskId(1));
    QCOMPARE(m_table->selectedTasks(), QList {TaskId(1)});
    for (const QString &name : {u"aaa"_s, u"zzz"_s})
        m_writer->queue(u"http://s/"_s + name);
    m_writer->tell();
    QCOMPARE(cell(0, TaskModel::TaskColumn), u"aaa"_s);
    QCOMPARE(m_table->selectedTasks(), QList {TaskId(1)});
}

void TestTaskTable::columnsFillTheWidth_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {460, 620, 900, 1500})
        QTest::addRow("%d", width) << width;
}

void TestTaskTable::columnsFillTheWidth()
{
    QFETCH(int, width);
    m_table->resize(width, 300);
    QTRY_COMPARE(m_table->width(), width);
    QVERIFY2(m_table->horizontalHeader()->length() <= m_table->viewport()->width(),
             "the last column is cut off");
    QVERIFY(m_table->horizontalHeader()->length() > m_table->viewport()->width() - 20);
    QCOMPARE(m_table->rowHeight(0), Theme::rowHeight);
}

void TestTaskTable::aHundredThousandRowsAreFewSignals()
{
    constexpr int batches = 20;
    constexpr int batch = 5'000;
    QSignalSpy inserted(m_table->model(), &QAbstractItemModel::rowsInserted);
    QSignalSpy layouts(m_table->model(), &QAbstractItemModel::layoutChanged);
    QSignalSpy resets(m_table->model(), &QAbstractItemModel::modelReset);
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    for (int i = 0; i < batches; ++i) {
        for (int task = 0; task < batch; ++task)
            m_writer->queue(u"http://s/bytes/%1"_s.arg(i * batch + task));
        m_writer->tell();
        QCoreApplication::processEvents();
    }
    QCOMPARE(m_table->shownRows(), batches * batch + 3);
    QCOMPARE(inserted.size(), batches);
    QCOMPARE(layouts.size() + resets.size() + changes.size(), 0);
    for (quint32 task = 1'000; task < 6'000; ++task)
        m_writer->progress(TaskId(task), 1);
    m_writer->tell();
    QCOMPARE(changes.size(), 1); // neighbours are one change
}

QTEST_MAIN(TestTaskTable)
#include "tst_tasktable.moc"
