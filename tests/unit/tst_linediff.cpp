// SPDX-License-Identifier: MIT
#include "lab/linediff.h"
#include "shared/namedmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// "-" for a line that only this version has, "=" for another.
QStringList signsOf(const QStringList &versions)
{
    QList<QStringList> lines;
    for (const QString &version : versions)
        lines.append(version.split(u'\n'));
    QStringList signs;
    for (const QList<bool> &marks : LineDiff::onlyHere(lines)) {
        QString text;
        for (const bool isMarked : marks)
            text += isMarked ? u'-' : u'=';
        signs.append(text);
    }
    return signs;
}

} // namespace

class TestLineDiff : public QObject
{
    Q_OBJECT
private slots:
    void versions_data();
    void versions();
    void eachLineIsJudged();
};

void TestLineDiff::versions_data()
{
    QTest::addColumn<QStringList>("texts");
    QTest::addColumn<QStringList>("signs");
    QTest::newRow("nothing") << QStringList() << QStringList();
    QTest::newRow("one alone is all its own")
        << QStringList {u"a\n\nb"_s} << QStringList {u"-=-"_s};
    QTest::newRow("the same") << QStringList {u"a\nb"_s, u"a\nb"_s}
                              << QStringList {u"=="_s, u"=="_s};
    QTest::newRow("nothing in common")
        << QStringList {u"a\nb"_s, u"c"_s} << QStringList {u"--"_s, u"-"_s};
    QTest::newRow("one empty") << QStringList {u"a"_s, u""_s} << QStringList {u"-"_s, u"="_s};
    QTest::newRow("added in the middle")
        << QStringList {u"a\nc"_s, u"a\nb\nc"_s} << QStringList {u"=="_s, u"=-="_s};
    QTest::newRow("deeper by a level") << QStringList {u"{\n  a();\n}"_s, u"{\n\t\ta();  \n}"_s}
                                       << QStringList {u"==="_s, u"==="_s};
    QTest::newRow("changed places: one of them stays")
        << QStringList {u"a\nb"_s, u"b\na"_s} << QStringList {u"-="_s, u"=-"_s};
    QTest::newRow("said twice, needed once")
        << QStringList {u"a\na"_s, u"a"_s} << QStringList {u"=-"_s, u"="_s};
    QTest::newRow("blank lines tell nothing apart")
        << QStringList {u"a\n\n  \nb"_s, u"a\nb"_s} << QStringList {u"===="_s, u"=="_s};
    QTest::newRow("the longest, not the first")
        << QStringList {u"x\na\nb\nc"_s, u"a\nb\nc\nx"_s} << QStringList {u"-==="_s, u"===-"_s};
    QTest::newRow("three: shared by two is not its own")
        << QStringList {u"a\nb\nc"_s, u"a\nb\nd"_s, u"a\ne"_s}
        << QStringList {u"==-"_s, u"==-"_s, u"=-"_s};
}

void TestLineDiff::versions()
{
    QFETCH(QStringList, texts);
    QFETCH(QStringList, signs);
    QCOMPARE(signsOf(texts), signs);
}

void TestLineDiff::eachLineIsJudged()
{
    const QList<QStringList> versions {{u"a"_s, u""_s, u"b"_s}, {}, {u"b"_s}};
    const QList<QList<bool>> marks = LineDiff::onlyHere(versions);
    QCOMPARE(marks.size(), versions.size());
    for (qsizetype i = 0; i < versions.size(); ++i)
        QCOMPARE(marks[i].size(), versions[i].size());
}

QTEST_GUILESS_MAIN(TestLineDiff)
#include "tst_linediff.moc"
