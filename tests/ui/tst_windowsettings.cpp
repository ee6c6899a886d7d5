// SPDX-License-Identifier: MIT
#include "shared/namedmain.h"
#include "ui/shell/windowsettings.h"
#include "ui/widgets/settingsreader.h"

#include <QSettings>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What the window takes from its settings, whatever stands in the file.
class TestWindowSettings : public QObject
{
    Q_OBJECT
private slots:
    void whatIsWrittenIsRead();
    void whatIsDamagedIsNothing();
    void aSplitterTakesOnlySizes_data();
    void aSplitterTakesOnlySizes();
    void aPlaceIsFoundAgain();
    void aGiantIsNotBelieved();

private:
    WindowSettings read(const QByteArray &ini);

    QTemporaryDir m_folder;
    int m_files = 0; // Qt remembers a file by its name
};

WindowSettings TestWindowSettings::read(const QByteArray &ini)
{
    QFile file(m_folder.filePath(QString::number(++m_files)));
    if (!file.open(QIODevice::WriteOnly) || file.write(ini) != ini.size())
        qFatal("no room for the settings");
    file.close();
    const QSettings settings(file.fileName(), QSettings::IniFormat);
    SettingsReader reader(settings);
    return WindowSettings::read(reader);
}

void TestWindowSettings::whatIsWrittenIsRead()
{
    const WindowSettings written {.geometry = QByteArray("\0\xff;,\"\n", 6),
                                  .isTourDone = true,
                                  .opensWitness = false,
                                  .stallThreshold = 123ms,
                                  .blockWay = BlockWay::NestedLoop,
                                  .blockDuration = 3s};
    const QString path = m_folder.filePath(u"kept"_s);
    {
        QSettings settings(path, QSettings::IniFormat);
        written.write(settings);
    }
    const QSettings settings(path, QSettings::IniFormat);
    SettingsReader reader(settings);
    QCOMPARE(WindowSettings::read(reader), written);
    QCOMPARE(reader.refused(), QStringList());
}

void TestWindowSettings::whatIsDamagedIsNothing()
{
    const WindowSettings read
        = this->read("[block]\nway=5\nmilliseconds=x\n[stalls]\nthreshold=1\n");
    QVERIFY(!read.blockWay);
    QVERIFY(!read.blockDuration);
    QVERIFY(!read.stallThreshold);
    QVERIFY(!read.isTourDone && read.opensWitness);
    QVERIFY2(this->read("garbage\nmore of it\n").isTourDone, "who has settings has started before");
}

void TestWindowSettings::aSplitterTakesOnlySizes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("two") << u"300,100"_s << true;
    QTest::newRow("one folded away") << u"400,0"_s << true;
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("too few") << u"400"_s << false;
    QTest::newRow("too many") << u"100,100,200"_s << false;
    QTest::newRow("no size") << u"0,0"_s << false;
    QTest::newRow("negative") << u"-1,401"_s << false;
    QTest::newRow("giant") << u"1000000000,1"_s << false;
    // With which Qt's own state of a splitter asked for seven gigabytes.
    QTest::newRow("bytes of before")
        << QString::fromLatin1("\0\0\0\xff\0\0\0\x1splitter=", 17) << false;
}

void TestWindowSettings::aSplitterTakesOnlySizes()
{
    QFETCH(QString, text);
    QFETCH(bool, isTaken);
    QSplitter splitter;
    splitter.setHandleWidth(0);
    for (int i = 0; i < 2; ++i)
        splitter.addWidget(new QWidget);
    splitter.resize(400, 100);
    splitter.show();
    splitter.setSizes({200, 200});
    QCOMPARE(SplitterSizes::restore(splitter, text), isTaken);
    QCOMPARE(SplitterSizes::toText(splitter), isTaken ? text : u"200,200"_s);
}

void TestWindowSettings::aPlaceIsFoundAgain()
{
    QWidget before;
    before.setGeometry(30, 40, 500, 400);
    QWidget after;
    QVERIFY(WindowSettings {.geometry = before.saveGeometry()}.place(after));
    QCOMPARE(after.size(), QSize(500, 400));
    QCOMPARE(after.pos(), before.pos());
}

/// Found by tests/fuzz: Qt 6.4 made this a window of 16777215 × 16777215. Later ones make it as
/// large as the screen and say nothing; the verdict is the same with all of them.
void TestWindowSettings::aGiantIsNotBelieved()
{
    const WindowSettings settings
        = read("[window]\ngeometry=@ByteArray("
               "\\x1\\xd9\\xd0\\xcb\\0\\x3\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0"
               "\\x4\\xff\\0\\0\\x3\\x1f\\0\\0\\0"
               "age without \\0\\x4\\xff\\0\\0\\x3\\x1f\\0\\0\\0\\0\\0"
               "\\0\\0\\0\\x5\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\x4\\xff\\0\\0\\x3\\x1f)\n");
    QWidget plain;
    QVERIFY2(plain.restoreGeometry(settings.geometry), "Qt takes it, so it is worth a test");
    QWidget window;
    window.setGeometry(30, 40, 500, 400);
    QVERIFY(!settings.place(window));
    QCOMPARE(window.geometry(), QRect(30, 40, 500, 400));
}

QTEST_MAIN(TestWindowSettings)
#include "tst_windowsettings.moc"
