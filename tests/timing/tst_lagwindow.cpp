// SPDX-License-Identifier: MIT
#include "engine/engine.h"
#include "shared/chaoswindow.h"
#include "shared/lagjudge.h"
#include "shared/longtrace.h"
#include "shared/looplife.h"
#include "shared/namedmain.h"
#include "shared/senselesssettings.h"
#include "trace/tracefile.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/tracefiles.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// The loop of the window lives, whatever files are like and a person does. What is told of them is
/// the matter of tests/faults.
class TestLagWindow : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { Theme::apply(*qApp, Theme::Mode::Light); }
    void traces();
    void settings();
    void chaos();

private:
    static constexpr int guardMs = 120'000;
    QString write(const QString &name, const QByteArray &bytes);

    QTemporaryDir m_folder;
};

/// Where it stands now.
QString TestLagWindow::write(const QString &name, const QByteArray &bytes)
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("no room for a file");
    return file.fileName();
}

void TestLagWindow::traces()
{
    const Snapshot events = longTrace();
    const QString whole = m_folder.filePath(u"whole.json"_s);
    QCOMPARE(TraceFile::save(events, whole), QString());
    QFile file(whole);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QByteArray damaged = bytes;
    damaged[damaged.size() * 3 / 4] = '\1';
    const QString zeros = write(u"zeros.json"_s, "");
    QVERIFY(QFile::resize(zeros, 100 << 20)); // a hole costs no disk
    const QStringList paths {whole, write(u"damaged.json"_s, damaged),
                             write(u"truncated.json"_s, bytes.first(bytes.size() * 3 / 4)), zeros};
    QVERIFY(loopLives([&](LoopWatch &watch) {
        QWidget window;
        TraceFiles files(&window);
        QSignalSpy ended(&files, &TraceFiles::ended);
        const LoopWatch::Active watched(watch);
        qsizetype ends = 0;
        for (const QString &path : paths) {
            files.open(path);
            QTRY_VERIFY_WITH_TIMEOUT(ended.size() > ends, guardMs);
            ends = ended.size();
        }
        for (const QString &place : {m_folder.filePath(u"a.json"_s), u"/dev/full"_s}) {
            files.save(events, place);
            QTRY_VERIFY_WITH_TIMEOUT(ended.size() > ends, guardMs);
            ends = ended.size();
        }
    }));
}

void TestLagWindow::settings()
{
    const QString path = write(u"settings.ini"_s, allSenselessSettings().first);
    QVERIFY(loopLives([&](LoopWatch &watch) {
        Engine engine;
        MainWindow window(engine);
        window.restore(QSettings(path, QSettings::IniFormat));
        window.show();
        // Getting up and being drawn for the first time is no matter of the settings.
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QTRY_VERIFY_WITH_TIMEOUT(engine.loop().sinceStart().count > 2, guardMs);
        const LoopWatch::Active watched(watch);
        const qint64 before = watch.ours().count;
        QTRY_VERIFY_WITH_TIMEOUT(watch.ours().count >= before + 5, guardMs);
    }));
}

/// It shows page after page in one turn, so it is how often the loop turned that counts here.
void TestLagWindow::chaos()
{
    const ChaosTerms terms = ChaosTerms::fromEnvironment(1, 500);
    qInfo("LOOPSCOPE_SEED=%u", terms.seed);
    QVERIFY(holdsOnceOfThree([&]() -> std::pair<bool, QByteArray> {
        LoopLife life;
        ChaosWindow chaos(terms.seed);
        chaos.goOn(terms.tasks);
        chaos.cancelAll();
        if (!QTest::qWaitFor([&] { return chaos.isQuiet(); }, guardMs))
            return {false, "it never came to rest"};
        return {life.beats() >= 20 && life.lived(), life.figures()};
    }));
}

QTEST_MAIN(TestLagWindow)
#include "tst_lagwindow.moc"
