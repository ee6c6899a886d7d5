// SPDX-License-Identifier: MIT
#include "shared/namedmain.h"
#include "shared/randomstory.h"
#include "trace/tracefile.h"
#include "trace/tracereader.h"

#include <QBuffer>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

/// Row 23: whatever the file or the disk is like, there is a clear sentence, nothing that was there
/// is lost, and nothing crashes.
class TestFaultTraces : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aFolderThatIsReadOnly();
    void aFolderThatIsNotThere();
    void aFullDisk();
    void aFullDiskLeavesTheOldFile();
    void aStopLeavesTheOldFile();
    void aDeviceIsNotReplaced();

    void whatIsNoTraceOfOursIsRefused_data();
    void whatIsNoTraceOfOursIsRefused();
    void cutAnywhereItIsRefused();
    void changedAnywhereItIsReadOrRefused();
    void whatIsNoFileIsRefused();
    void anEndlessFileIsLeft();
    void tooManyEventsAreRefused();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    static QString faultOf(QByteArray json);
    QByteArray ours() const;
    QByteArray oldFile(const QString &name);

    static constexpr qint64 origin = 1'000'000'000;
    std::unique_ptr<QTemporaryDir> m_folder;
    Snapshot m_events;
    quint32 m_seed = 0;
};

namespace {

/// A person who is not root, for as long as it lives: root may write anywhere.
class Nobody
{
public:
    Nobody() { m_isRoot = geteuid() == 0 && seteuid(65534) == 0; }
    ~Nobody()
    {
        if (m_isRoot && seteuid(0) != 0)
            qFatal("still nobody");
    }

private:
    bool m_isRoot;
};

/// No file may grow beyond this while it lives, as on a disk that is full.
class SmallDisk
{
public:
    explicit SmallDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small {bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before {};
};

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray section(const QByteArray &events)
{
    return R"({"traceEvents":[],"loopscope":{"format":2,"originNs":1000,"events":[)" + events
        + "]}}";
}

} // namespace

void TestFaultTraces::initTestCase()
{
    m_seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", m_seed);
    m_events = Snapshot(origin);
    for (TaskEvent &event : RandomStory(m_seed, origin, RandomStory::Content::Watched).tell(80))
        m_events.append(std::move(event));
}

QString TestFaultTraces::faultOf(QByteArray json)
{
    QBuffer buffer(&json);
    buffer.open(QIODevice::ReadOnly);
    const TraceWatch watch;
    return TraceReader(buffer, watch).read().fault;
}

QByteArray TestFaultTraces::ours() const
{
    const QString file = path(u"ours.json"_s);
    return TraceFile::save(m_events, file).isEmpty() ? contents(file) : QByteArray();
}

QByteArray TestFaultTraces::oldFile(const QString &name)
{
    QFile file(path(name));
    file.open(QIODevice::WriteOnly);
    file.write("of yesterday");
    return "of yesterday";
}

void TestFaultTraces::aFolderThatIsReadOnly()
{
    const QByteArray old = oldFile(u"a.json"_s);
    QVERIFY(chmod(QFile::encodeName(m_folder->path()).constData(), 0555) == 0);
    for (const QString &name : {u"a.json"_s, u"new.json"_s}) {
        const Nobody nobody;
        const QString fault = TraceFile::save(m_events, path(name));
        QVERIFY2(fault.startsWith(path(name) + u" could not be saved: "_s), qPrintable(fault));
        QVERIFY2(fault.contains(u"ermission denied"_s) || fault.contains(u"not writable"_s),
                 qPrintable(fault));
    }
    QVERIFY(chmod(QFile::encodeName(m_folder->path()).constData(), 0755) == 0);
    QCOMPARE(contents(path(u"a.json"_s)), old);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList {u"a.json"_s});
}

void TestFaultTraces::aFolderThatIsNotThere()
{
    const QString fault = TraceFile::save(m_events, path(u"nowhere/a.json"_s));
    QVERIFY2(fault.contains(u"No such file or directory"_s), qPrintable(fault));
    QVERIFY(!TraceFile::save(m_events, m_folder->path()).isEmpty());
    QVERIFY(!TraceFile::save(m_events, QString()).isEmpty());
}

void TestFaultTraces::aFullDisk()
{
    if (!QFileInfo::exists(u"/dev/full"_s))
        QSKIP("There is no /dev/full here.");
    const QString fault = TraceFile::save(m_events, u"/dev/full"_s);
    QCOMPARE(fault, u"/dev/full could not be saved: No space left on device."_s);
    QVERIFY(!QFileInfo(u"/dev/full"_s).isFile());
}

void TestFaultTraces::aFullDiskLeavesTheOldFile()
{
    const qsizetype whole = ours().size();
    QVERIFY(QFile::remove(path(u"ours.json"_s)));
    const QByteArray old = oldFile(u"a.json"_s);
    for (const qsizetype room : {qsizetype(0), qsizetype(1'000), whole / 2, whole - 1}) {
        const SmallDisk disk {rlim_t(room)};
        const QString fault = TraceFile::save(m_events, path(u"a.json"_s));
        QVERIFY2(fault.contains(u"File too large"_s), qPrintable(fault));
    }
    QCOMPARE(contents(path(u"a.json"_s)), old);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList {u"a.json"_s});
}

void TestFaultTraces::aStopLeavesTheOldFile()
{
    const QByteArray old = oldFile(u"a.json"_s);
    std::stop_source stop;
    stop.request_stop();
    const QString fault = TraceFile::save(m_events, path(u"a.json"_s), {stop.get_token()});
    QVERIFY2(fault.contains(u"stopped"_s), qPrintable(fault));
    QCOMPARE(contents(path(u"a.json"_s)), old);
}

/// As with `--trace /dev/null`, or a pipe to a compressor.
void TestFaultTraces::aDeviceIsNotReplaced()
{
    QCOMPARE(TraceFile::save(m_events, u"/dev/null"_s), QString());
    QVERIFY(!QFileInfo(u"/dev/null"_s).isFile());
}

void TestFaultTraces::whatIsNoTraceOfOursIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QByteArray &json, const char *words) {
        QTest::newRow(name) << json << QString::fromLatin1(words);
    };
    const char foreign[] = "made by another program";
    const char no[] = "is no trace";
    row("empty", "", "is empty");
    row("blank", " \n\t\n", "is empty");
    row("foreign", R"({"traceEvents":[{"name":"a","ph":"X","ts":0,"dur":1,"pid":1,"tid":1}]})",
        foreign);
    row("foreign array", R"([{"name":"a","ph":"B","ts":0,"pid":1,"tid":1}])", foreign);
    row("other JSON", R"({"name":"loopscope","version":1})", no);
    row("a number", "17", no);
    row("a picture", QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16), no);
    row("zeros", QByteArray(100'000, '\0'), no);
    row("a page", "<!DOCTYPE html><html></html>", no);
    row("text", "It is late.", no);
    row("deep", QByteArray(1'000'000, '['), no);
    row("deep within", R"({"traceEvents":)" + QByteArray(1'000'000, '['), "nested too deeply");
    row("deep objects", QByteArray(R"({"a":)").repeated(100'000), "nested too deeply");
    row("a byte too many", section("") + 'x', "damaged");
    row("no object", R"({"loopscope":[]})", "damaged");
    row("no events", R"({"loopscope":{"format":1,"originNs":0}})", "damaged");
    row("no format", R"({"loopscope":{"originNs":0,"events":[]}})", "damaged");
    row("newer", R"({"loopscope":{"format":3,"originNs":0,"events":[]}})", "newer Loopscope");
    row("long text", section("[0,0,0,1,0,0,0,0,\"" + QByteArray(2'000'000, 'x') + "\"]"),
        "too long");
    row("bad escape", section(R"([0,0,0,1,0,0,0,0,"\q"])"), "damaged");
    row("bare control", section("[0,0,0,1,0,0,0,0,\"\n\"]"), "damaged");
}

void TestFaultTraces::whatIsNoTraceOfOursIsRefused()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, words);
    const QString fault = faultOf(json);
    QVERIFY2(fault.contains(words), qPrintable(fault));
    QVERIFY2(fault.endsWith(u'.') && fault.size() < 200, qPrintable(fault));
}

void TestFaultTraces::cutAnywhereItIsRefused()
{
    const QByteArray whole = ours();
    QCOMPARE(faultOf(whole), QString());
    for (qsizetype size = 1; size < whole.size() - 1; size += 1 + size / 17 + whole.size() / 500) {
        const QString fault = faultOf(whole.left(size));
        QVERIFY2(fault.contains(u"ends too early"_s), qPrintable(u"%1: %2"_s.arg(size).arg(fault)));
    }
}

/// A sentence, or events that passed the check; in no case anything else.
void TestFaultTraces::changedAnywhereItIsReadOrRefused()
{
    const QByteArray whole = ours();
    const qsizetype begin = whole.indexOf("\"loopscope\"");
    QRandomGenerator random(m_seed);
    int refused = 0;
    for (int i = 0; i < 300; ++i) {
        QByteArray changed = whole;
        for (int change = random.bounded(3); change >= 0; --change)
            changed[begin + random.bounded(int(whole.size() - begin))] = char(random.bounded(256));
        const QString fault = faultOf(changed);
        refused += !fault.isEmpty();
        QVERIFY2(fault.isEmpty() || fault.startsWith(u"The file "_s), qPrintable(fault));
    }
    QVERIFY2(refused > 60, qPrintable(QString::number(refused)));
}

void TestFaultTraces::whatIsNoFileIsRefused()
{
    const QString pipe = path(u"pipe.json"_s);
    QVERIFY(mkfifo(QFile::encodeName(pipe).constData(), 0600) == 0);
    QCOMPARE(TraceFile::load(pipe).fault, u"pipe.json cannot be opened. It is no file."_s);
    QVERIFY(TraceFile::load(m_folder->path()).fault.endsWith(u"It is no file."_s));
    const QString fault = TraceFile::load(path(u"missing.json"_s)).fault;
    QCOMPARE(fault, u"missing.json cannot be opened. No such file or directory."_s);
}

namespace {

/// Says the same for ever.
class Endless final : public QIODevice
{
public:
    explicit Endless(const QByteArray &first)
        : m_text(first)
    {
        open(ReadOnly);
    }
    bool isSequential() const override { return true; }
    qint64 given = 0;

protected:
    qint64 readData(char *data, qint64 size) override
    {
        const qint64 first = std::min<qint64>(size, m_text.size());
        std::copy_n(m_text.constData(), first, data);
        m_text.remove(0, first);
        std::fill_n(data + first, size - first, ' ');
        given += size;
        return size;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_text;
};

} // namespace

void TestFaultTraces::anEndlessFileIsLeft()
{
    Endless device(R"({"traceEvents":[)");
    int looks = 0;
    std::stop_source stop;
    const TraceWatch watch {stop.get_token(), [&](double) {
                                if (++looks == 100)
                                    stop.request_stop();
                            }};
    QCOMPARE(TraceReader(device, watch).read().fault, u"Opening was stopped."_s);
    QVERIFY(device.given < 100 << 17);

    QFile huge(path(u"huge.json"_s)); // a hole costs no disk
    QVERIFY(huge.open(QIODevice::WriteOnly) && huge.resize(TraceFormat::maxBytes + 1));
    huge.close();
    QCOMPARE(TraceFile::load(path(u"huge.json"_s)).fault,
             u"huge.json cannot be opened. The file is larger than 2 GiB."_s);
}

void TestFaultTraces::tooManyEventsAreRefused()
{
    QByteArray events;
    for (int i = 1; i <= TraceFormat::maxTasks + 1; ++i)
        events += (i > 1 ? ",[0,0,0," : "[0,0,0,") + QByteArray::number(i) + ']';
    const QString fault = faultOf(section(events));
    QVERIFY2(fault.contains(u"more than Loopscope can show"_s), qPrintable(fault));
}

QTEST_GUILESS_MAIN(TestFaultTraces)
#include "tst_faulttraces.moc"
