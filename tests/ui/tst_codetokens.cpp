// SPDX-License-Identifier: MIT
#include "shared/namedmain.h"
#include "ui/lab/codelanguage.h"
#include "ui/lab/codetokens.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Each token as its letter and its text, line by line: "K:int N:12".
QString told(const QString &code, const QString &language)
{
    constexpr auto letters = "KPTSNCD"_L1;
    int state = CodeTokens::plain;
    QStringList tokens;
    for (const QString &line : code.split(u'\n')) {
        for (const CodeToken &token : CodeTokens::of(line, CodeLanguage::of(language), state))
            tokens.append(QString(letters[qsizetype(token.kind)]) + u':'
                          + line.sliced(token.begin, token.length));
    }
    return tokens.join(u'|');
}

} // namespace

class TestCodeTokens : public QObject
{
    Q_OBJECT
private slots:
    void lines_data();
    void lines();
    void neverOverlapOrLeaveTheLine();
    void everyLanguageOfTheLessons();
};

void TestCodeTokens::lines_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("tokens");
    const auto row
        = [](const char *name, const QString &language, const QString &code,
             const QString &tokens) { QTest::newRow(name) << language << code << tokens; };
    const QString cpp = u"C++"_s;
    row("words", cpp, u"const int count = 1'000;"_s, u"K:const|K:int|N:1'000"_s);
    row("a wait stands out", cpp, u"co_await lab.fetch(page);"_s, u"P:co_await"_s);
    row("types", cpp, u"QCoro::Task<> all(Lab &lab, MAX_SIZE)"_s, u"T:QCoro|T:Task|T:Lab"_s);
    row("methods are no types", u"C#"_s, u"Task.WhenAll(started)"_s, u"T:Task"_s);
    row("no keyword within a word", cpp, u"forInt(interval)"_s, QString());
    row("string with what belongs to it", cpp, u"f(u\"a \\\" b\"_s)"_s, u"S:u\"a \\\" b\"_s"_s);
    row("characters", cpp, u"c == '\\'' || c == 'x'"_s, u"S:'\\''|S:'x'"_s);
    row("string not ended", cpp, u"\"abc\nint"_s, u"S:\"abc|K:int"_s);
    row("comment to the end", cpp, u"x; // for \"ever\""_s, u"C:// for \"ever\""_s);
    row("no comment in a string", cpp, u"\"http://h\" /* c */ 1"_s,
        u"S:\"http://h\"|C:/* c */|N:1"_s);
    row("comment over lines", cpp, u"a /* b\nint\nc */ int"_s, u"C:/* b|C:int|C:c */|K:int"_s);
    row("raw string over lines", cpp, u"R\"(int\n// no)\" int"_s, u"S:R\"(int|S:// no)\"|K:int"_s);
    row("directive", cpp, u"#include <QString>\n#if 0"_s, u"D:#include|S:<QString>|D:#if|N:0"_s);
    row("template", u"JavaScript"_s, u"await f(`a\nb`, 'c')"_s, u"P:await|S:`a|S:b`|S:'c'"_s);
    row("hash", u"Python"_s, u"async def f(): # int\nx = f\"{y}\""_s,
        u"P:async|K:def|C:# int|S:f\"{y}\""_s);
    row("three quotes", u"Python"_s, u"\"\"\"a\nb\"\"\" if"_s, u"S:\"\"\"a|S:b\"\"\"|K:if"_s);
    row("dollar", u"C#"_s, u"$\"{a}\" await"_s, u"S:$\"{a}\"|P:await"_s);
    row("lifetime", u"Rust"_s, u"fn f<'a>(x: &'a str) { 'x' }"_s, u"K:fn|K:str|S:'x'"_s);
    row("range", u"Rust"_s, u"0..10"_s, u"N:0|N:10"_s);
    row("go", u"Go"_s, u"go func() { `a` }()"_s, u"P:go|K:func|S:`a`"_s);
    row("java", u"Java"_s, u"try (var e = 1.5) // x"_s, u"K:try|K:var|N:1.5|C:// x"_s);
    row("unknown: nothing but numbers", u"Cobol"_s, u"for \"x\" // Y 1"_s, u"N:1"_s);
}

void TestCodeTokens::lines()
{
    QFETCH(QString, language);
    QFETCH(QString, code);
    QFETCH(QString, tokens);
    QCOMPARE(told(code, language), tokens);
}

/// Whatever stands there, of any language, in any state.
void TestCodeTokens::neverOverlapOrLeaveTheLine()
{
    const QString pieces = u"\"'`#/*)R(\\_a1.$@ B"_s;
    quint32 random = 1;
    int seen = 0;
    for (int round = 0; round < 20'000; ++round) {
        QString line;
        for (int i = 0; i < 12; ++i) {
            random = random * 1'664'525 + 1'013'904'223;
            line += pieces[qsizetype((random >> 16) % quint32(pieces.size()))];
        }
        for (const auto &name : {u"C++"_s, u"Rust"_s, u"Python"_s, u"C#"_s}) {
            int state = CodeTokens::plain;
            for (int again = 0; again < 2; ++again) {
                qsizetype end = 0;
                for (const CodeToken &token : CodeTokens::of(line, CodeLanguage::of(name), state)) {
                    QVERIFY2(token.begin >= end && token.length > 0, qPrintable(line));
                    end = token.begin + token.length;
                    ++seen;
                }
                QVERIFY2(end <= line.size(), qPrintable(line));
            }
        }
    }
    QVERIFY(seen > 20'000);
}

void TestCodeTokens::everyLanguageOfTheLessons()
{
    for (const auto &name :
         {u"JavaScript"_s, u"Python"_s, u"C#"_s, u"Java"_s, u"Go"_s, u"Rust"_s, u"C++"_s}) {
        const CodeLanguage &language = CodeLanguage::of(name);
        QCOMPARE(language.name, name);
        QVERIFY(language.keywords.contains(u"return"_s) && !language.pauses.isEmpty());
        QVERIFY(!language.keywords.intersects(language.pauses));
    }
}

QTEST_GUILESS_MAIN(TestCodeTokens)
#include "tst_codetokens.moc"
