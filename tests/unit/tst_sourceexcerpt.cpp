// SPDX-License-Identifier: MIT
#include "lab/catalogue.h"
#include "lab/lesson.h"
#include "lab/sourceexcerpt.h"
#include "shared/namedmain.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString root = QStringLiteral(LOOPSCOPE_SOURCE_DIR);
const QString experiments = root + u"/models/lab/experiments"_s;
const QStringList languages {u"JavaScript"_s, u"Python"_s, u"C#"_s, u"Java"_s,
                             u"Go"_s,         u"Rust"_s,   u"C++"_s};
constexpr int longestPart = 30; // lines
constexpr qsizetype longestWhy = 330; // words: a page
const QString lessons = root + u"/resources/lessons"_s;

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// \p count lines, each ended.
QString lines(int count)
{
    return u"x\n"_s.repeated(count);
}

/// What \p markdown links to.
QStringList linksOf(const QString &markdown)
{
    static const QRegularExpression link(u"\\]\\(([^)]*)\\)"_s);
    QStringList targets;
    for (const QRegularExpressionMatch &match : link.globalMatch(markdown))
        targets.append(match.captured(1));
    return targets;
}

qsizetype wordsOf(const QString &text)
{
    return text.simplified().split(u' ', Qt::SkipEmptyParts).size();
}

/// The word of a mark; empty when \p line is none.
QString markOf(const QString &line)
{
    static const QRegularExpression mark(u"^\\s*//! \\[(.*)\\]\\s*$"_s);
    return mark.match(line).captured(1);
}

/// What is wrong with the marks of \p source: a sentence each.
QStringList faultsOf(const QString &source)
{
    QStringList faults;
    QHash<QString, int> seen;
    QString open;
    int length = 0;
    for (const QString &line : source.split(u'\n')) {
        const QString word = markOf(line);
        if (word.isEmpty()) {
            ++length;
        } else if (open.isEmpty()) {
            open = word;
            length = 0;
            if (++seen[word] > 1)
                faults.append(u"[%1] begins twice."_s.arg(word));
        } else if (word != open) {
            faults.append(u"[%1] begins within [%2]."_s.arg(word, open));
        } else {
            if (length == 0 || length > longestPart)
                faults.append(u"[%1] has %2 lines."_s.arg(word).arg(length));
            open.clear();
        }
    }
    if (!open.isEmpty())
        faults.append(u"[%1] does not end."_s.arg(open));
    return faults;
}

} // namespace

/// What the window shows of an experiment is what was compiled, and all of it is there.
class TestSourceExcerpt : public QObject
{
    Q_OBJECT
private slots:
    void partsBetweenMarks();
    void faults_data();
    void faults();

    void codeIsTheCompiledFile();
    void everyVariantHasItsCode();
    void everyLessonIsComplete();
    void everyLinkLeadsSomewhere();
    void filesAndCatalogueAgree();
};

void TestSourceExcerpt::partsBetweenMarks()
{
    const QString source = u"before\n//! [one]\n  a\n\n  b\n//! [one]\nbetween\n"
                           "    //! [two]\nc\n//! [two]  \nafter\n"_s;
    QVERIFY(faultsOf(source).isEmpty());
    QCOMPARE(SourceExcerpt::part(source, u"one"), u"  a\n\n  b"_s);
    QCOMPARE(SourceExcerpt::part(source, u"two"), u"c"_s);
    QCOMPARE(SourceExcerpt::part(source, u"three"), QString());
    QCOMPARE(SourceExcerpt::sourceOf(u"no-such-experiment"), QString());
}

void TestSourceExcerpt::faults_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QStringList>("faults");
    const auto between = [](const QString &text) { return u"//! [a]\n%1//! [a]\n"_s.arg(text); };
    QTest::newRow("no marks") << lines(100) << QStringList();
    QTest::newRow("as long as it may be") << between(lines(30)) << QStringList();
    QTest::newRow("too long") << between(lines(31)) << QStringList {u"[a] has 31 lines."_s};
    QTest::newRow("empty") << between({}) << QStringList {u"[a] has 0 lines."_s};
    QTest::newRow("not ended") << u"//! [a]\nx\n"_s << QStringList {u"[a] does not end."_s};
    QTest::newRow("twice") << between(lines(1)) + between(lines(1))
                           << QStringList {u"[a] begins twice."_s};
    QTest::newRow("interleaved") << u"//! [a]\nx\n//! [b]\nx\n//! [a]\nx\n//! [b]\n"_s
                                 << QStringList {u"[b] begins within [a]."_s,
                                                 u"[b] does not end."_s};
}

void TestSourceExcerpt::faults()
{
    QFETCH(QString, source);
    QFETCH(QStringList, faults);
    QCOMPARE(faultsOf(source), faults);
}

void TestSourceExcerpt::codeIsTheCompiledFile()
{
    QVERIFY(!catalogue().empty());
    for (const Experiment &experiment : catalogue()) {
        const QByteArray file = bytesOf(experiments + u"/%1.cpp"_s.arg(experiment.id));
        QVERIFY2(!file.isEmpty(), experiment.id.data());
        QCOMPARE(bytesOf(u":/lab/%1.cpp"_s.arg(experiment.id)), file);
        QCOMPARE(SourceExcerpt::sourceOf(QString(experiment.id)).toUtf8(), file);
    }
}

void TestSourceExcerpt::everyVariantHasItsCode()
{
    for (const Experiment &experiment : catalogue()) {
        const QString source = SourceExcerpt::sourceOf(QString(experiment.id));
        QCOMPARE(faultsOf(source), QStringList());
        QVERIFY2(experiment.variants.size() >= 2, experiment.id.data());
        for (const Variant &variant : experiment.variants) {
            const QString code = SourceExcerpt::part(source, QString(variant.id));
            const QString name = experiment.id + u' ' + variant.id;
            QVERIFY2(!code.trimmed().isEmpty(), qPrintable(name));
            QVERIFY2(code.count(u'\n') < longestPart, qPrintable(name));
        }
    }
}

void TestSourceExcerpt::everyLessonIsComplete()
{
    for (const Experiment &experiment : catalogue()) {
        const QString id(experiment.id);
        const Lesson lesson = Lesson::of(id, u"en"_s);
        const qsizetype words = wordsOf(lesson.why);
        QVERIFY2(words >= 60 && words <= longestWhy, qPrintable(u"%1: %2"_s.arg(id).arg(words)));
        const QString german = Lesson::of(id, u"de"_s).why;
        QVERIFY2(german != lesson.why && wordsOf(german) >= 60, qPrintable(id));
        QStringList found;
        for (const Lesson::Snippet &snippet : lesson.elsewhere) {
            found.append(snippet.language);
            QVERIFY2(!snippet.code.isEmpty(), qPrintable(id + u' ' + snippet.language));
        }
        QCOMPARE(found, languages);
    }
}

void TestSourceExcerpt::everyLinkLeadsSomewhere()
{
    for (const Experiment &experiment : catalogue()) {
        const QString id(experiment.id);
        QStringList targets = linksOf(Lesson::of(id, u"en"_s).why);
        QCOMPARE(linksOf(Lesson::of(id, u"de"_s).why), targets); // the same, in the same order
        for (const Lesson::Snippet &snippet : Lesson::of(id, u"en"_s).elsewhere)
            targets.append(linksOf(snippet.remark));
        for (const QLatin1StringView related : experiment.related)
            targets.append(u"lab:"_s + related);
        for (const QString &target : targets) {
            QVERIFY2(target.startsWith(u"lab:"_s), qPrintable(id + u' ' + target));
            QVERIFY2(experimentOf(target.sliced(4)), qPrintable(id + u' ' + target));
            QVERIFY2(target.sliced(4) != id, "leads to itself");
        }
    }
}

void TestSourceExcerpt::filesAndCatalogueAgree()
{
    QStringList ids;
    QStringList texts;
    for (const Experiment &experiment : catalogue()) {
        ids.append(QString(experiment.id));
        texts += {experiment.id + u".de.md"_s, experiment.id + u".md"_s};
    }
    ids.sort();
    texts.sort();
    QStringList sources;
    for (const QFileInfo &file : QDir(experiments).entryInfoList({u"*.cpp"_s}))
        sources.append(file.completeBaseName());
    sources.sort();
    QStringList files = QDir(lessons).entryList({u"*.md"_s});
    files.sort();
    QCOMPARE(ids, sources);
    QCOMPARE(texts, files);
    QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), ids.size()); // each once
}

QTEST_GUILESS_MAIN(TestSourceExcerpt)
#include "tst_sourceexcerpt.moc"
