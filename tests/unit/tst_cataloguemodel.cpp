// SPDX-License-Identifier: MIT
#include "lab/cataloguemodel.h"
#include "shared/namedmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

using Group = Experiment::Group;

/// A catalogue of three groups, of which the search may leave any.
const std::vector<Experiment> &experiments()
{
    static const std::vector<Experiment> all {
        {.id = "loop"_L1, .group = Group::Foundations, .title = "The loop", .lesson = "It turns."},
        {.id = "wait"_L1, .group = Group::Foundations, .title = "Waiting", .lesson = "One thread."},
        {.id = "gather"_L1, .group = Group::Patterns, .title = "Gather", .lesson = "Start all."},
        {.id = "queue"_L1,
         .group = Group::Pitfalls,
         .title = "A queue",
         .lesson = "The loop waits."}};
    return all;
}

QStringList textsOf(const CatalogueModel &model)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts.append(model.index(row).data().toString());
    return texts;
}

} // namespace

/// The list of experiments: headings, search, ticks.
class TestCatalogueModel : public QObject
{
    Q_OBJECT
private slots:
    void everyGroupHasItsHeading();
    void headingsCannotBeChosen();
    void searchLeavesWhatHasAllWords_data();
    void searchLeavesWhatHasAllWords();
    void ticksAreKept();
    void whatRunsIsTold();
};

void TestCatalogueModel::everyGroupHasItsHeading()
{
    CatalogueModel model(experiments());
    const QAbstractItemModelTester tester(&model);
    QCOMPARE(textsOf(model),
             QStringList({u"Foundations"_s, u"The loop"_s, u"Waiting"_s, u"Patterns"_s, u"Gather"_s,
                          u"Pitfalls"_s, u"A queue"_s}));
    QCOMPARE(model.count(), 4);
    QCOMPARE(model.rowOf(&experiments()[2]), 4);
    QCOMPARE(model.experimentAt(4), &experiments()[2]);
    QCOMPARE(model.experimentAt(3), nullptr);
    QCOMPARE(model.experimentAt(7), nullptr);
    QCOMPARE(model.experimentAt(-1), nullptr);
    QCOMPARE(model.rowOf(nullptr), -1);
}

void TestCatalogueModel::headingsCannotBeChosen()
{
    CatalogueModel model(experiments());
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row);
        const bool isHeading = index.data(CatalogueModel::IsHeadingRole).toBool();
        QCOMPARE(isHeading, model.experimentAt(row) == nullptr);
        QCOMPARE(bool(index.flags() & Qt::ItemIsSelectable), !isHeading);
        QCOMPARE(bool(index.flags() & Qt::ItemIsEnabled), !isHeading);
    }
}

void TestCatalogueModel::searchLeavesWhatHasAllWords_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QStringList>("left");
    QTest::newRow("title") << u"gather"_s << QStringList {u"Patterns"_s, u"Gather"_s};
    QTest::newRow("lesson") << u"THREAD"_s << QStringList {u"Foundations"_s, u"Waiting"_s};
    QTest::newRow("id") << u"queue"_s << QStringList {u"Pitfalls"_s, u"A queue"_s};
    QTest::newRow("in several groups")
        << u" loop "_s
        << QStringList {u"Foundations"_s, u"The loop"_s, u"Pitfalls"_s, u"A queue"_s};
    QTest::newRow("all words") << u"loop  waits"_s << QStringList {u"Pitfalls"_s, u"A queue"_s};
    QTest::newRow("nothing") << u"zebra"_s << QStringList();
}

void TestCatalogueModel::searchLeavesWhatHasAllWords()
{
    QFETCH(QString, words);
    QFETCH(QStringList, left);
    CatalogueModel model(experiments());
    const QAbstractItemModelTester tester(&model);
    const QStringList all = textsOf(model);
    model.setFilter(words);
    QCOMPARE(textsOf(model), left);
    model.setFilter({});
    QCOMPARE(textsOf(model), all);
}

void TestCatalogueModel::ticksAreKept()
{
    CatalogueModel model(experiments());
    const QAbstractItemModelTester tester(&model);
    QSignalSpy changed(&model, &CatalogueModel::dataChanged);
    model.setExplored(u"gather"_s);
    model.setExplored(u"gather"_s);
    model.setExplored(u"of a newer version"_s);
    QCOMPARE(changed.size(), 1);
    const QModelIndex gather = model.index(model.rowOf(&experiments()[2]));
    QCOMPARE(changed.first().first().toModelIndex(), gather);
    QVERIFY(gather.data(CatalogueModel::IsExploredRole).toBool());
    QCOMPARE(gather.data(Qt::AccessibleTextRole).toString(), u"Gather, explored"_s);
    QVERIFY(!model.index(1).data(CatalogueModel::IsExploredRole).toBool());
    model.setFilter(u"loop"_s); // hides it
    QCOMPARE(model.explored(), QStringList({u"gather"_s, u"of a newer version"_s}));
}

void TestCatalogueModel::whatRunsIsTold()
{
    CatalogueModel model(experiments());
    QSignalSpy changed(&model, &CatalogueModel::dataChanged);
    model.setRunning(&experiments()[0]);
    model.setRunning(&experiments()[3]);
    QCOMPARE(changed.size(), 3); // on, off, on
    QVERIFY(!model.index(1).data(CatalogueModel::IsRunningRole).toBool());
    QCOMPARE(model.index(6).data(Qt::AccessibleTextRole).toString(), u"A queue, running"_s);
    model.setRunning(nullptr);
    QCOMPARE(model.index(6).data(Qt::AccessibleTextRole).toString(), u"A queue"_s);
}

QTEST_GUILESS_MAIN(TestCatalogueModel)
#include "tst_cataloguemodel.moc"
