// SPDX-License-Identifier: MIT
#include "lab/catalogue.h"
#include "record/recorder.h"
#include "session/session.h"
#include "shared/named.h"
#include "shared/namedmain.h"
#include "ui/lab/cataloguepane.h"
#include "ui/lab/labpage.h"
#include "ui/lab/lessontabs.h"
#include "ui/lab/runchart.h"
#include "ui/lab/verdictbanner.h"
#include "ui/style/theme.h"
#include "ui/widgets/settingsreader.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace {
constexpr int guardMs = 60'000;
const QString fanOut = u"fan-out-fan-in"_s;
} // namespace

/// The page of the experiments, with the real ones.
class TestLabPage : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { Theme::apply(*qApp, Theme::Mode::Light); }
    void init();
    void cleanup();

    void bothLeadToAVerdict();
    void theGuessStandsBesideTheTruth();
    void oneAloneIsNotCompared();
    void itIsCancelledAtOnce();
    void othersCanBeReadMeanwhile();
    void turnedKnobsAreTold();
    void aTraceHinders();
    void theSearchLeavesWhatFits();
    void theKeysPassOverHeadings();
    void linksLeadToExperiments();
    void itIsRemembered();

private:
    void open();
    template <typename Widget> Widget *the(const QString &name)
    {
        return named<Widget>(*m_page, name);
    }
    QPushButton *button(const QString &beginning) const;
    QString banner() const { return m_page->findChild<VerdictBanner *>()->text(); }
    QList<RunChart *> charts() const;
    CatalogueModel &model() const { return m_page->findChild<CataloguePane *>()->model(); }
    /// How many experiments the filter leaves.
    int shownCount() const
    {
        int count = 0;
        for (int row = 0; row < model().rowCount(); ++row)
            count += model().experimentAt(row) != nullptr;
        return count;
    }
    bool waitForEnd() const
    {
        return QTest::qWaitFor([this] { return !m_page->isRunning(); }, guardMs);
    }

    std::unique_ptr<Recorder> m_recorder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<LabRunner> m_runner;
    std::unique_ptr<LabPage> m_page;
};

void TestLabPage::init()
{
    m_recorder = std::make_unique<Recorder>();
    m_session = std::make_unique<Session>();
    m_session->recording().setRecorder(m_recorder.get());
    m_runner = std::make_unique<LabRunner>(*m_recorder, *m_session);
    open();
}

void TestLabPage::open()
{
    m_page = std::make_unique<LabPage>(*m_runner);
    m_page->choose(fanOut);
    m_page->resize(1200, 760);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void TestLabPage::cleanup()
{
    m_page.reset();
    m_runner.reset();
    m_session.reset();
    m_recorder.reset();
}

QPushButton *TestLabPage::button(const QString &beginning) const
{
    for (QPushButton *candidate : m_page->findChildren<QPushButton *>()) {
        if (candidate->isVisible() && accessibleName(*candidate).startsWith(beginning))
            return candidate;
    }
    return nullptr;
}

QList<RunChart *> TestLabPage::charts() const
{
    QList<RunChart *> visible = m_page->findChildren<RunChart *>();
    visible.removeIf([](const RunChart *chart) { return !chart->isVisible(); });
    return visible;
}

void TestLabPage::bothLeadToAVerdict()
{
    QVERIFY(!model().isExplored(fanOut));
    QTest::mouseClick(button(u"Run both"_s), Qt::LeftButton);
    QVERIFY(m_page->isRunning());
    QVERIFY(!button(u"Run both"_s)->isEnabled());
    QVERIFY(button(u"Cancel"_s));
    QVERIFY(waitForEnd());
    QVERIFY2(banner().startsWith(u"12 pages: "_s), qPrintable(banner()));
    QVERIFY2(banner().endsWith(u"Same seed, same delays."_s), qPrintable(banner()));
    QVERIFY(model().isExplored(fanOut));
    QCOMPARE(charts().size(), 2);
    for (const RunChart *chart : charts()) {
        QCOMPARE(chart->trace().rows().size(), 12);
        QVERIFY(chart->valueText().contains(u"12 succeeded"_s));
    }
    QCOMPARE(charts()[0]->lengthNs(), charts()[1]->lengthNs()); // one clock
    QVERIFY(button(u"Run both"_s)->isEnabled());
    QVERIFY(!button(u"Cancel"_s));
}

void TestLabPage::theGuessStandsBesideTheTruth()
{
    auto *guess = the<QSpinBox>(u"Your guess"_s);
    QVERIFY(guess->isVisible());
    QVERIFY2(banner().startsWith(u"How many times as fast"_s), qPrintable(banner()));
    guess->setFocus();
    QTest::keyClicks(guess, u"4"_s);
    m_page->run();
    QVERIFY(!guess->isVisible());
    QVERIFY(waitForEnd());
    const QString truth = MeasurementText::value(
        m_page->notebook().verdict(m_page->experiment())->number, Unit::Times);
    QVERIFY2(banner().contains(u"You predicted 4×, it is %1."_s.arg(truth)), qPrintable(banner()));
    QVERIFY(!guess->isVisible());
}

void TestLabPage::oneAloneIsNotCompared()
{
    QTest::mouseClick(button(u"Run Pattern"_s), Qt::LeftButton);
    QVERIFY(waitForEnd());
    QCOMPARE(charts()[0]->valueText(), u"Not run yet"_s);
    QCOMPARE(charts()[1]->trace().rows().size(), 12);
    QVERIFY2(banner().contains(u"Run the other one as well"_s), qPrintable(banner()));
    QVERIFY(!model().isExplored(fanOut));
    QTest::mouseClick(button(u"Run Pitfall"_s), Qt::LeftButton);
    QVERIFY(waitForEnd());
    QVERIFY2(banner().startsWith(u"12 pages: "_s), qPrintable(banner()));
    QVERIFY(model().isExplored(fanOut));
}

void TestLabPage::itIsCancelledAtOnce()
{
    QSignalSpy grown(&m_page->notebook(), &Notebook::grown);
    m_page->run();
    QVERIFY(grown.wait(guardMs));
    QTest::mouseClick(button(u"Cancel"_s), Qt::LeftButton);
    QVERIFY(waitForEnd());
    QVERIFY2(banner().contains(u"was cancelled"_s), qPrintable(banner()));
    QVERIFY(charts()[0]->valueText().contains(u"cancelled"_s));
    QCOMPARE(charts()[1]->valueText(), u"Not run yet"_s);
    QVERIFY(!model().isExplored(fanOut));
    m_page->run(); // and it can be run again
    QVERIFY(waitForEnd());
    QVERIFY(model().isExplored(fanOut));
}

void TestLabPage::othersCanBeReadMeanwhile()
{
    m_page->run();
    m_page->choose(u"offload"_s);
    QVERIFY(!button(u"Run both"_s)->isEnabled());
    QVERIFY(button(u"Run both"_s)->toolTip().contains(u"“Fan out, fan in” runs"_s));
    QVERIFY(banner().contains(u"“Fan out, fan in” runs"_s));
    for (const RunChart *chart : charts())
        QCOMPARE(chart->valueText(), u"Not run yet"_s);
    m_page->run(); // does nothing
    QCOMPARE(m_page->notebook().running()->id, fanOut);
    QVERIFY(waitForEnd());
    QVERIFY(button(u"Run both"_s)->isEnabled());
    QVERIFY(banner().startsWith(u"How many times less late"_s));
    m_page->choose(fanOut);
    QVERIFY2(banner().startsWith(u"12 pages: "_s), qPrintable(banner())); // kept
}

void TestLabPage::turnedKnobsAreTold()
{
    m_page->run();
    QVERIFY(waitForEnd());
    the<QSpinBox>(u"Seed"_s)->setValue(7);
    QVERIFY2(banner().endsWith(u"The knobs were turned since then."_s), qPrintable(banner()));
    QTest::mouseClick(button(u"Run Pattern"_s), Qt::LeftButton);
    QVERIFY(waitForEnd());
    QCOMPARE(charts()[0]->valueText(), u"Not run yet"_s); // not to be compared with another seed
    QCOMPARE(m_page->notebook().page(m_page->experiment()).terms.seed, 7U);
}

void TestLabPage::aTraceHinders()
{
    Session trace(u"a.json"_s, Snapshot(7));
    m_page->run();
    m_page->setSession(trace);
    QVERIFY(waitForEnd());
    QVERIFY(model().isExplored(fanOut)); // what ran already went on
    QVERIFY(!button(u"Run both"_s)->isEnabled());
    QVERIFY(button(u"Run both"_s)->toolTip().contains(u"This tab shows a trace"_s));
    m_page->run();
    QVERIFY(!m_page->isRunning());
    m_page->setSession(*m_session);
    QVERIFY(button(u"Run both"_s)->isEnabled());
}

void TestLabPage::theSearchLeavesWhatFits()
{
    auto *search = the<QLineEdit>(u"Search experiments"_s);
    auto *list = the<QListView>(u"Experiments"_s);
    m_page->find();
    QCOMPARE(QApplication::focusWidget(), search);
    QTest::keyClicks(search, u"the pool"_s);
    QCOMPARE(m_page->experiment().id, fanOut); // who types has not chosen
    QVERIFY(model().rowOf(experimentOf(u"offload")) >= 0);
    QVERIFY(shownCount() < model().count());
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(m_page->experiment().id, model().experimentAt(1)->id);
    QCOMPARE(QApplication::focusWidget(), list);
    search->setText(u"zebra"_s);
    QCOMPARE(model().rowCount(), 0);
    QVERIFY(button(u"Show all"_s));
    QTest::mouseClick(button(u"Show all"_s), Qt::LeftButton);
    QCOMPARE(shownCount(), model().count());
    QVERIFY(!button(u"Show all"_s));
    QVERIFY(list->currentIndex().isValid());
}

void TestLabPage::theKeysPassOverHeadings()
{
    auto *list = the<QListView>(u"Experiments"_s);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Home);
    QStringList met;
    for (int i = 0; i < model().count(); ++i) {
        met.append(m_page->experiment().id);
        QTest::keyClick(list, Qt::Key_Down);
    }
    QStringList all;
    for (const Experiment &experiment : catalogue())
        all.append(experiment.id);
    QCOMPARE(met, all);
    QCOMPARE(m_page->experiment().id, all.last()); // and not beyond
    QTest::keyClick(list, Qt::Key_Home);
    QCOMPARE(m_page->experiment().id, all.first());
    QTest::keyClick(list, Qt::Key_Up);
    QCOMPARE(m_page->experiment().id, all.first());
    QTest::keyClick(list, Qt::Key_End);
    QCOMPARE(m_page->experiment().id, all.last());
}

void TestLabPage::linksLeadToExperiments()
{
    the<QLineEdit>(u"Search experiments"_s)->setText(u"fan"_s);
    emit m_page->findChild<LessonTabs *>()->experimentRequested(u"offload"_s);
    QCOMPARE(m_page->experiment().id, u"offload"_s);
    QVERIFY(model().filter().isEmpty()); // it would hide where one is
    QCOMPARE(the<QListView>(u"Experiments"_s)->currentIndex().data().toString(), u"Offload"_s);
    m_page->choose(u"nothing-of-this-id");
    QCOMPARE(m_page->experiment().id, u"offload"_s);
}

void TestLabPage::itIsRemembered()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"s.conf"_s), QSettings::IniFormat);
    m_page->run();
    QVERIFY(waitForEnd());
    m_page->choose(u"offload"_s);
    the<QSpinBox>(u"Seed"_s)->setValue(12);
    m_page->findChild<LessonTabs *>()->setTab(u"elsewhere"_s);
    m_page->save(settings);
    open();
    QCOMPARE(m_page->experiment().id, fanOut);
    SettingsReader reader(settings);
    m_page->restore(reader);
    QCOMPARE(reader.refused(), QStringList());
    QCOMPARE(m_page->experiment().id, u"offload"_s);
    QVERIFY(model().isExplored(fanOut));
    QVERIFY(!model().isExplored(u"offload"_s));
    QCOMPARE(the<QSpinBox>(u"Seed"_s)->value(), 12);
    QCOMPARE(m_page->findChild<LessonTabs *>()->tab(), u"elsewhere"_s);
}

QTEST_MAIN(TestLabPage)
#include "tst_labpage.moc"
