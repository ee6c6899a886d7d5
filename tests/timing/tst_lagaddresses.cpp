// SPDX-License-Identifier: MIT
#include "engine/engine.h"
#include "shared/loopwatch.h"
#include "shared/namedmain.h"
#include "ui/style/theme.h"
#include "ui/workbench/addressfield.h"
#include "ui/workbench/runcontrols.h"
#include "ui/workbench/workbench.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

constexpr int guardMs = 120'000;
constexpr int tries = 3; // what the machine does to one of them, it hardly does to all

enum Way { Opened, Dropped, Pasted };

} // namespace

/// The loop lives while a list comes in and its good addresses run. That it is read and run as it
/// should is the matter of tst_faultaddresses and tst_addressflood.
class TestLagAddresses : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { Theme::apply(*qApp, Theme::Mode::Light); }
    void theLoopLives_data();
    void theLoopLives();

private:
    void prepare(QMimeData &data, const QByteArray &list, Way way);
    static void give(AddressField &field, const QMimeData &data, Way way);
    void measure(LoopWatch &watch, int lines, int good, Way way);

    QTemporaryDir m_folder;
};

void TestLagAddresses::theLoopLives_data()
{
    QTest::addColumn<int>("lines");
    QTest::addColumn<int>("good");
    QTest::addColumn<int>("way");
    QTest::newRow("a few, opened") << 40 << 10 << int(Opened);
    QTest::newRow("100,000, opened") << 100'000 << 1'000 << int(Opened);
    QTest::newRow("100,000, dropped") << 100'000 << 1'000 << int(Dropped);
    QTest::newRow("100,000, pasted") << 100'000 << 1'000 << int(Pasted);
    QTest::newRow("1,000,000, dropped") << 1'000'000 << 100 << int(Dropped);
}

/// Outside of what is measured: to make the text of a list takes its time, too.
void TestLagAddresses::prepare(QMimeData &data, const QByteArray &list, Way way)
{
    if (way == Opened) {
        QFile file(m_folder.filePath(u"list.txt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(list) == list.size());
        data.setUrls({QUrl::fromLocalFile(file.fileName())});
    } else {
        data.setText(QString::fromUtf8(list));
    }
    if (way == Pasted)
        QApplication::clipboard()->setText(data.text());
}

void TestLagAddresses::give(AddressField &field, const QMimeData &data, Way way)
{
    if (way == Pasted)
        QTest::keySequence(field.findChild<QLineEdit *>(), QKeySequence::Paste);
    else
        field.take(data);
}

void TestLagAddresses::measure(LoopWatch &watch, int lines, int good, Way way)
{
    const QStringList bad {u"file:///etc/passwd"_s, u"javascript:alert(1)"_s, u"/relative"_s,
                           u"http://me:secret@bad.example/"_s, QString(9'000, u'x')};
    Engine engine;
    Workbench page(engine);
    page.resize(1200, 700);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    QByteArray list;
    for (int i = 0; i < lines; ++i) {
        const QString address = i % (lines / good) == 0
            ? engine.server().address(u"bytes/100?key=%1"_s.arg(i)).toString()
            : bad[lines > 1'000 ? i % 4 : i % 5];
        list += address.toUtf8() + '\n';
    }
    QMimeData data;
    prepare(data, list, way);
    QCoreApplication::processEvents();
    const LoopWatch::Active watched(watch);
    give(page.controls().addresses(), data, way);
    page.run();
    const Board &board = engine.session().playhead().board();
    QTRY_VERIFY_WITH_TIMEOUT(board.rowCount() == good && board.unfinished() == 0, guardMs);
}

void TestLagAddresses::theLoopLives()
{
    QFETCH(int, lines);
    QFETCH(int, good);
    QFETCH(int, way);
    QByteArray figures;
    for (int i = 0; i < tries; ++i) {
        LoopWatch watch;
        measure(watch, lines, good, Way(way));
        if (QTest::currentTestFailed())
            return;
        figures = watch.figures();
        qInfo("%s", figures.constData());
        if (watch.lived())
            return;
    }
    QFAIL(figures);
}

QTEST_MAIN(TestLagAddresses)
#include "tst_lagaddresses.moc"
