// SPDX-License-Identifier: MIT
#include "engine/engine.h"
#include "shared/named.h"
#include "shared/namedmain.h"
#include "ui/style/theme.h"
#include "ui/widgets/noticebar.h"
#include "ui/workbench/galleryview.h"
#include "ui/workbench/tasktable.h"
#include "ui/workbench/totalsbar.h"
#include "ui/workbench/workbench.h"

#include <QApplication>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace {
constexpr int guardMs = 60'000;
}

/// The page of the main job on a real server: what a person asks for is done, and is to be seen.
class TestWorkbench : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { Theme::apply(*qApp, Theme::Mode::Light); }
    void init();
    void cleanup();

    void runFillsTableCountersAndGallery();
    void badAddressesAreNamedWhileTheRestRuns();
    void withoutAnyAddressItSaysSo();
    void aNewRunBeginsAnew();
    void runWhileBusyAdds();
    void limitsHoldForWhatRuns();
    void failedOnesAreRetried();
    void thereIsNothingToExportAtFirst();

private:
    QString at(const QString &path) { return m_engine->server().address(path).toString(); }
    void run(const QStringList &paths);
    const Board &board() const { return m_engine->session().playhead().board(); }
    bool isOver(int rows) const { return board().rowCount() == rows && board().unfinished() == 0; }
    template <typename Widget> Widget *the(const QString &name)
    {
        return named<Widget>(*m_page, name);
    }

    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<Workbench> m_page;
};

void TestWorkbench::init()
{
    m_engine = std::make_unique<Engine>();
    QVERIFY(m_engine->server().isListening());
    m_page = std::make_unique<Workbench>(*m_engine);
    m_page->setPracticeSet(m_engine->practiceAddresses(), at({}));
    m_page->resize(1200, 700);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void TestWorkbench::cleanup()
{
    m_page.reset();
    m_engine.reset();
}

void TestWorkbench::run(const QStringList &paths)
{
    QStringList addresses;
    for (const QString &path : paths)
        addresses.append(at(path));
    m_page->setAddresses(addresses);
    QTest::mouseClick(the<QPushButton>(u"Run"_s), Qt::LeftButton);
}

void TestWorkbench::runFillsTableCountersAndGallery()
{
    auto *table = the<TaskTable>(u"Tasks"_s);
    auto *gallery = the<GalleryView>(u"Gallery"_s);
    auto *cancel = the<QPushButton>(u"Cancel all"_s);
    QVERIFY(table && gallery && cancel);
    QVERIFY(!cancel->isEnabled());
    run({u"image/1"_s, u"image/2"_s, u"image/3"_s, u"text/1?words=50"_s, u"bytes/2k"_s,
         u"status/404"_s});
    QTRY_VERIFY_WITH_TIMEOUT(isOver(6), guardMs);
    QCOMPARE(table->shownRows(), 6);
    QTRY_COMPARE_WITH_TIMEOUT(gallery->model()->rowCount(), 3, guardMs);
    auto *counts = the<CountStrip>(u"Counts"_s);
    QTRY_COMPARE_WITH_TIMEOUT(counts->accessibleDescription(), u"5 succeeded, 1 failed"_s, guardMs);
    QTRY_VERIFY_WITH_TIMEOUT(!cancel->isEnabled(), guardMs);
    QVERIFY(the<QPushButton>(u"Retry failed"_s)->isEnabled());
    QVERIFY(the<QPushButton>(u"Export…"_s)->isEnabled());
}

void TestWorkbench::badAddressesAreNamedWhileTheRestRuns()
{
    m_page->setAddresses(
        {at(u"bytes/1k"_s), u"ftp://example.org/list"_s, at(u"text/3"_s), u"nonsense"_s});
    QTest::mouseClick(the<QPushButton>(u"Run"_s), Qt::LeftButton);
    const auto *notice = m_page->findChild<NoticeBar *>();
    QVERIFY2(notice->sentence().startsWith(u"2 "_s), qPrintable(notice->sentence()));
    const QStringList details = notice->details().split(u'\n');
    QCOMPARE(details.size(), 2);
    QVERIFY2(details[0].contains(u"Line 2: Only http and https"_s), qPrintable(details[0]));
    QVERIFY(details[0].contains(u"ftp://example.org/list"_s));
    QVERIFY2(details[1].contains(u"Line 4: "_s), qPrintable(details[1]));
    QTRY_VERIFY_WITH_TIMEOUT(isOver(2), guardMs);
    QCOMPARE(board().count(TaskStatus::Succeeded), 2);
}

void TestWorkbench::withoutAnyAddressItSaysSo()
{
    const auto *notice = m_page->findChild<NoticeBar *>();
    m_page->setAddresses({});
    m_page->run();
    QVERIFY(notice->sentence().startsWith(u"There is no address"_s));
    m_page->setAddresses({u"file:///etc/hostname"_s});
    m_page->run();
    QVERIFY(notice->sentence().startsWith(u"None of the addresses"_s));
    QVERIFY(notice->sentence().contains(u"Only http and https"_s));
    QCOMPARE(board().rowCount(), 0);
    run({u"bytes/1k"_s}); // a good run takes the sentence back
    QCOMPARE(notice->sentence(), QString());
    QTRY_VERIFY_WITH_TIMEOUT(isOver(1), guardMs);
}

void TestWorkbench::aNewRunBeginsAnew()
{
    run({u"image/1"_s, u"image/2"_s, u"image/3"_s});
    QTRY_VERIFY_WITH_TIMEOUT(isOver(3), guardMs);
    auto *gallery = the<GalleryView>(u"Gallery"_s);
    QTRY_COMPARE_WITH_TIMEOUT(gallery->model()->rowCount(), 3, guardMs);
    run({u"image/4"_s, u"text/1"_s});
    QTRY_VERIFY_WITH_TIMEOUT(isOver(2), guardMs);
    QTRY_COMPARE_WITH_TIMEOUT(gallery->model()->rowCount(), 1, guardMs);
    QCOMPARE(the<TaskTable>(u"Tasks"_s)->shownRows(), 2);
}

void TestWorkbench::runWhileBusyAdds()
{
    run({u"hang"_s, u"hang?n=2"_s});
    QTRY_COMPARE_WITH_TIMEOUT(board().count(TaskStatus::Running), 2, guardMs);
    run({u"bytes/1k"_s});
    QTRY_COMPARE_WITH_TIMEOUT(board().rowCount(), 3, guardMs);
    QTRY_COMPARE_WITH_TIMEOUT(board().count(TaskStatus::Succeeded), 1, guardMs);
    QVERIFY(m_page->isBusy());
    m_page->cancelAll();
    QTRY_VERIFY_WITH_TIMEOUT(isOver(3), guardMs);
}

void TestWorkbench::limitsHoldForWhatRuns()
{
    auto *inFlight = the<QSpinBox>(u"In flight"_s);
    auto *perHost = the<QSpinBox>(u"Per host"_s);
    inFlight->setValue(2);
    QStringList paths;
    for (int i = 0; i < 40; ++i)
        paths.append(u"delay/100?n=%1"_s.arg(i));
    run(paths);
    QTRY_VERIFY_WITH_TIMEOUT(board().count(TaskStatus::Succeeded) >= 4, guardMs);
    QCOMPARE(m_engine->server().counters().peakConcurrent, 2);
    inFlight->setValue(20);
    perHost->setValue(9);
    QTRY_VERIFY_WITH_TIMEOUT(isOver(40), guardMs);
    QCOMPARE(m_engine->server().counters().peakConcurrent, 9);
    QCOMPARE(board().count(TaskStatus::Succeeded), 40);
}

void TestWorkbench::failedOnesAreRetried()
{
    run({u"flaky/1?key=a&how=503"_s, u"status/404"_s, u"bytes/1k"_s});
    QTRY_VERIFY_WITH_TIMEOUT(isOver(3), guardMs);
    QCOMPARE(board().count(TaskStatus::Failed), 1);
    auto *retry = the<QPushButton>(u"Retry failed"_s);
    QTRY_VERIFY_WITH_TIMEOUT(retry->isEnabled(), guardMs);
    QTest::mouseClick(retry, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(isOver(4), guardMs);
    QCOMPARE(board().row(3).title, at(u"status/404"_s));
    const auto requests = m_engine->server().counters().requests;
    QCOMPARE(board().row(3).httpStatus, 404);
    QTest::mouseClick(retry, Qt::LeftButton); // only the last attempt is left to be retried
    QTRY_VERIFY_WITH_TIMEOUT(isOver(5), guardMs);
    QCOMPARE(m_engine->server().counters().requests, requests + 1);
}

void TestWorkbench::thereIsNothingToExportAtFirst()
{
    const auto *notice = m_page->findChild<NoticeBar *>();
    m_page->exportResults();
    QVERIFY(notice->sentence().startsWith(u"There is nothing to export"_s));
}

QTEST_MAIN(TestWorkbench)
#include "tst_workbench.moc"
