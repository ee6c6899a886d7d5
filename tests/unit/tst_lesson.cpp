// SPDX-License-Identifier: MIT
#include "lab/lesson.h"
#include "shared/namedmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// From the text of a file to what is shown.
class TestLesson : public QObject
{
    Q_OBJECT
private slots:
    void bothParts();
    void aHashInCodeIsNoHeading();
    void whatIsMissingIsEmpty();
    void inTheReadersLanguage();
};

void TestLesson::bothParts()
{
    const Lesson lesson = Lesson::parse(uR"(<!-- a comment -->
# Why

One.

Two, with `code`.

# Elsewhere

## Go

```go
go work()

wait()
```

Remark **one**.

## C++

```cpp
work();
```
)"_s);
    QCOMPARE(lesson.why, u"One.\n\nTwo, with `code`."_s);
    QCOMPARE(lesson.elsewhere.size(), 2);
    QCOMPARE(lesson.elsewhere[0].language, u"Go"_s);
    QCOMPARE(lesson.elsewhere[0].code, u"go work()\n\nwait()"_s);
    QCOMPARE(lesson.elsewhere[0].remark, u"Remark **one**."_s);
    QCOMPARE(lesson.elsewhere[1].language, u"C++"_s);
    QCOMPARE(lesson.elsewhere[1].code, u"work();"_s);
    QCOMPARE(lesson.elsewhere[1].remark, QString());
}

void TestLesson::aHashInCodeIsNoHeading()
{
    const Lesson lesson
        = Lesson::parse(u"# Why\n\n```\n# Elsewhere\n```\n\nAfter.\n\n# Elsewhere\n\n## Python\n\n"
                        "```python\n# Why\nrun()\n```\n"_s);
    QVERIFY(lesson.why.contains(u"# Elsewhere"_s) && lesson.why.endsWith(u"After."_s));
    QCOMPARE(lesson.elsewhere.size(), 1);
    QCOMPARE(lesson.elsewhere[0].code, u"# Why\nrun()"_s);
}

void TestLesson::whatIsMissingIsEmpty()
{
    for (const QString &text : {QString(), u"No headings.\n"_s, u"## Go\n\nToo early.\n"_s}) {
        const Lesson lesson = Lesson::parse(text);
        QCOMPARE(lesson.why, QString());
        QVERIFY(lesson.elsewhere.isEmpty());
    }
    QCOMPARE(Lesson::of(u"no-such-experiment", u"de_DE"_s).why, QString());
}

void TestLesson::inTheReadersLanguage()
{
    const Lesson english = Lesson::of(u"fan-out-fan-in", u"en_GB"_s);
    const Lesson german = Lesson::of(u"fan-out-fan-in", u"de_AT"_s);
    QVERIFY(english.why.contains(u"Twelve pages"_s));
    QVERIFY(german.why.contains(u"Zwölf Seiten"_s));
    QCOMPARE(german.elsewhere.size(), english.elsewhere.size()); // code needs no translation
    QCOMPARE(Lesson::of(u"fan-out-fan-in", u"fr_FR"_s).why, english.why);
    QCOMPARE(Lesson::of(u"fan-out-fan-in", u"C"_s).why, english.why);
}

QTEST_GUILESS_MAIN(TestLesson)
#include "tst_lesson.moc"
