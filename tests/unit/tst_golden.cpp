// SPDX-License-Identifier: MIT
#include "shared/goldenstreams.h"
#include "shared/namedmain.h"
#include "shared/renderedviews.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

/// Whatever shows the events shows of some streams what it has always shown: what that is stands in
/// tests/golden. LOOPSCOPE_GOLDEN_UPDATE=1 writes those files anew; what changed in them is then
/// for a person to read.
class TestGolden : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void rendered_data();
    void rendered();
    void noFileIsLeftOver();
};

namespace {

QString fileOf(const QString &name)
{
    return QStringLiteral(LOOPSCOPE_SOURCE_DIR "/tests/golden/%1.txt").arg(name);
}

/// Numbers of events up to a third and two thirds of their time, and all. Of how many events
/// something is told does not matter to that.
QList<size_t> momentsOf(const std::vector<TaskEvent> &events)
{
    QList<size_t> moments;
    const qint64 lengthNs = events.back().timeNs - events.front().timeNs;
    for (const int part : {1, 2, 3}) {
        const qint64 untilNs = events.front().timeNs + lengthNs * part / 3;
        moments << size_t(std::ranges::upper_bound(events, untilNs, {}, &TaskEvent::timeNs)
                          - events.begin());
    }
    return moments;
}

/// The first line that differs, with those around it; empty when all are the same.
QString difference(const QStringList &expected, const QStringList &actual)
{
    const auto differs = std::ranges::mismatch(expected, actual);
    const qsizetype at = differs.in1 - expected.begin();
    if (at == expected.size() && at == actual.size())
        return {};
    QStringList text {u"line %1:"_s.arg(at + 1)};
    for (qsizetype i = std::max<qsizetype>(0, at - 3); i < at; ++i)
        text << u"    "_s + expected[i];
    const auto add = [&](const QString &sign, const QStringList &lines) {
        for (qsizetype i = at; i < std::min(at + 2, lines.size()); ++i)
            text << sign + lines[i];
    };
    add(u"  - "_s, expected);
    add(u"  + "_s, actual);
    return text.join(u'\n');
}

QString sectionOf(const QStringList &lines, qsizetype at)
{
    QString moment;
    QString section;
    for (qsizetype i = 0; i <= std::min(at, lines.size() - 1); ++i) {
        if (lines[i].startsWith("== "_L1))
            moment = lines[i];
        else if (lines[i].startsWith("-- "_L1))
            section = lines[i];
    }
    return moment + u' ' + section;
}

/// All that is shown of \p events, at some moments and at the end.
class Rendering
{
public:
    explicit Rendering(const GoldenStream &stream)
        : m_events(stream.events(m_views.recording.originNs()))
    {
        size_t begin = 0;
        for (const size_t end : momentsOf(m_events)) {
            m_views.append(
                {m_events.begin() + qsizetype(begin), m_events.begin() + qsizetype(end)});
            begin = end;
            const qint64 timeNs = m_events[end - 1].timeNs;
            m_views.playhead.showAt(timeNs);
            m_moments << std::pair(timeNs, m_views.atMoment());
            m_stalls << std::pair(timeNs, Rendered::receipts(m_views.stalls));
            m_lines << u"== %1 ns"_s.arg(timeNs - m_views.recording.originNs())
                    << m_moments.last().second << m_views.soFar();
            m_views.playhead.showLive();
        }
        m_views.addPictures();
        m_lines << m_views.onDemand() << reopened();
    }

    const QStringList &lines() const { return m_lines; }

    /// Goes back to each moment; returns what is not as it was then.
    QString backInTime()
    {
        for (const auto &[timeNs, lines] : m_moments) {
            m_views.playhead.showAt(timeNs);
            const QString fault = difference(tasksOf(lines), tasksOf(m_views.atMoment()));
            if (!fault.isEmpty())
                return fault;
        }
        for (const auto &[timeNs, lines] : m_stalls) {
            m_views.playhead.showAt(timeNs);
            const QString fault = difference(lines, Rendered::receipts(m_views.stalls));
            if (!fault.isEmpty())
                return fault;
        }
        return {};
    }

private:
    /// Without the pictures, which came at the end.
    static QStringList tasksOf(const QStringList &lines)
    {
        return lines.first(lines.indexOf(u"-- gallery"_s));
    }
    /// The gallery at each moment, and whether the trace, saved and opened, shows the same.
    QStringList reopened()
    {
        QStringList lines {u"-- gallery, back in time"_s};
        for (const auto &[timeNs, was] : m_moments) {
            m_views.playhead.showAt(timeNs);
            lines << Rendered::gallery(m_views.gallery) << u"."_s;
        }
        const Trace trace
            = Rendered::openedTrace(Rendered::traceFile(m_views.recording.snapshot()));
        if (!trace.fault.isEmpty())
            return lines << u"-- opened again"_s << Rendered::plain(trace.fault);
        RenderedViews again(trace.events);
        again.playhead.showAt(m_moments.last().first);
        const QString fault
            = difference(tasksOf(m_views.atMoment()) + m_views.soFar() + m_views.onDemand(),
                         tasksOf(again.atMoment()) + again.soFar() + again.onDemand());
        return lines << u"-- opened again"_s << (fault.isEmpty() ? u"the same"_s : fault);
    }

    RenderedViews m_views;
    std::vector<TaskEvent> m_events;
    QList<std::pair<qint64, QStringList>> m_moments;
    QList<std::pair<qint64, QStringList>> m_stalls; // at the same moments
    QStringList m_lines;
};

} // namespace

void TestGolden::rendered_data()
{
    QTest::addColumn<int>("stream");
    int place = 0;
    for (const GoldenStream &stream : GoldenStreams::all())
        QTest::newRow(qPrintable(stream.name)) << place++;
}

void TestGolden::rendered()
{
    QFETCH(int, stream);
    const GoldenStream golden = GoldenStreams::all()[stream];
    Rendering rendering(golden);
    const QByteArray text = rendering.lines().join(u'\n').toUtf8() + '\n';
    QFile file(fileOf(golden.name));
    if (qEnvironmentVariableIntValue("LOOPSCOPE_GOLDEN_UPDATE") == 1) {
        QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(file.errorString()));
        file.write(text);
        file.close();
    }
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    const QStringList expected = QString::fromUtf8(file.readAll()).split(u'\n');
    const QStringList actual = QString::fromUtf8(text).split(u'\n');
    const auto at = std::ranges::mismatch(expected, actual).in1 - expected.begin();
    const QString fault = difference(expected, actual);
    QVERIFY2(fault.isEmpty(),
             qPrintable(u"%1.txt, %2, %3"_s.arg(golden.name, sectionOf(expected, at), fault)));
    const QString back = rendering.backInTime();
    QVERIFY2(back.isEmpty(), qPrintable(u"back in time, "_s + back));
}

void TestGolden::noFileIsLeftOver()
{
    QStringList names;
    for (const GoldenStream &stream : GoldenStreams::all())
        names << stream.name + u".txt"_s;
    names.sort();
    QStringList files = QFileInfo(fileOf({})).dir().entryList(QDir::Files);
    files.sort();
    QCOMPARE(files, names);
}

QTEST_GUILESS_MAIN(TestGolden)
#include "tst_golden.moc"
