// SPDX-License-Identifier: MIT
#include "loop/functionname.h"
#include "shared/namedmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Names as a person wants to read them, and whose they are.
class TestFunctionName : public QObject
{
    Q_OBJECT
private slots:
    void shortened_data();
    void shortened();
    void readable_data();
    void readable();
    void anythingIsTaken();
};

void TestFunctionName::shortened_data()
{
    QTest::addColumn<QString>("demangled");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<bool>("isOfALibrary");
    const auto row
        = [](const char *name, const char *demangled, const char *expected, bool library) {
              QTest::newRow(name) << QString::fromUtf8(demangled) << QString::fromUtf8(expected)
                                  << library;
          };
    row("function", "sleepInSlot(BlockTerms const&)", "sleepInSlot", false);
    row("member", "Workbench::write(QString const&) const", "Workbench::write", false);
    row("anonymous", "(anonymous namespace)::spin(int (*)(char))", "(anonymous namespace)::spin",
        false);
    row("clone", "spinInSlot(BlockTerms const&) [clone .constprop.0]", "spinInSlot", false);
    row("template", "void attempt<Sha256Kernel>(Sha256Kernel, int)", "attempt<Sha256Kernel>",
        false);
    row("long template",
        "QList<std::pair<int, QString> > f<std::map<int, QString, std::less<int> > >(int)", "f<…>",
        false);
    row("lambda", "MainWindow::freeze(bool) const::{lambda(int)#1}::operator()(int) const",
        "MainWindow::freeze::{lambda}", false);
    row("slot of a lambda",
        "QtPrivate::QFunctorSlotObject<MainWindow::switchBlocking(bool)::{lambda(bool)#2}, 1, "
        "QtPrivate::List<bool>, void>::impl(int, QtPrivate::QSlotObjectBase*, QObject*, void**, "
        "bool*)",
        "MainWindow::switchBlocking::{lambda}", false);
    row("function object",
        "std::_Function_handler<bool (int, char), "
        "Job::run()::{lambda(int)#1}>::_M_invoke(std::_Any_data const&)",
        "Job::run::{lambda}", false);
    row("operator", "(anonymous namespace)::Less::operator()(int, int) const",
        "(anonymous namespace)::Less::operator()", false);
    row("less", "operator<(Version const&, Version const&)", "operator<", false);
    row("conversion", "Switch::operator bool() const", "Switch::operator bool", false);
    row("abi tag", "name[abi:cxx11](int)", "name", false);
    row("main", "main", "main", false);
    row("Qt", "QFuture<void>::waitForFinished()", "QFuture<void>::waitForFinished", true);
    row("Qt's member", "QDeadlineTimer::hasExpired() const", "QDeadlineTimer::hasExpired", true);
    row("Qt's own", "void QtPrivate::Functor<int>::call(int)", "QtPrivate::Functor<int>::call",
        true);
    row("standard", "int std::__invoke_impl<int, int (*)(int)>(std::__invoke_other, int)",
        "std::__invoke_impl<…>", true);
    row("like Qt", "Quiet::member()", "Quiet::member", false);
}

void TestFunctionName::shortened()
{
    QFETCH(QString, demangled);
    QFETCH(QString, expected);
    QFETCH(bool, isOfALibrary);
    const QString name = FunctionName::shortened(demangled);
    QCOMPARE(name, expected);
    QCOMPARE(FunctionName::isOfALibrary(name), isOfALibrary);
}

void TestFunctionName::readable_data()
{
    QTest::addColumn<QByteArray>("symbol");
    QTest::addColumn<QString>("expected");
    QTest::newRow("mangled") << QByteArray("_ZN9Workbench5writeERK7QString")
                             << u"Workbench::write"_s;
    QTest::newRow("C") << QByteArray("clock_nanosleep") << u"clock_nanosleep"_s;
    QTest::newRow("version") << QByteArray("poll@@GLIBC_2.2.5") << u"poll"_s;
    QTest::newRow("part") << QByteArray("grow.part.0") << u"grow"_s;
    QTest::newRow("nothing") << QByteArray() << QString();
}

void TestFunctionName::readable()
{
    QFETCH(QByteArray, symbol);
    QTEST(FunctionName::readable(symbol), "expected");
}

void TestFunctionName::anythingIsTaken()
{
    for (const char *text :
         {"(", "<", "f(", "operator", "operator ", "{lambda(", " ", ")>}", "a->b",
          "QtPrivate::QFunctorSlotObject<", "std::_Function_handler<a,"}) {
        const QString name = FunctionName::shortened(QString::fromLatin1(text));
        QVERIFY2(name.size() <= qsizetype(strlen(text)) + 1, text);
    }
}

QTEST_GUILESS_MAIN(TestFunctionName)
#include "tst_functionname.moc"
