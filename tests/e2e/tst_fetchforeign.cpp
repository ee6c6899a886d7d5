// SPDX-License-Identifier: MIT
#include "practice/practiceserver.h"
#include "shared/httpbin.h"
#include "shared/namedmain.h"
#include "shared/nginx.h"
#include "shared/program.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

/// `loopscope fetch` against servers that nobody here wrote: what a person or a script gets to see.
class TestFetchForeign : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void eachAddressHasItsLine();

private:
    PracticeServer m_upstream {3};
    Nginx m_nginx;
    Httpbin m_httpbin;
};

namespace {

const QByteArray text = QByteArray("a line that can be packed\n").repeated(3'000);

struct Row
{
    QUrl url;
    QString outcome;
    int status;
    QString integrity;
    QString message; ///< a part of it
    QByteArray body {}; ///< when it succeeded
};

} // namespace

void TestFetchForeign::initTestCase()
{
    QVERIFY2(m_upstream.start(), qPrintable(m_upstream.errorString()));
    QVERIFY2(m_nginx.addFile(u"text.txt"_s, text), m_nginx.error());
    QVERIFY2(m_nginx.start(m_upstream.address({})), m_nginx.error());
    QVERIFY2(m_httpbin.start(), m_httpbin.error());
}

void TestFetchForeign::eachAddressHasItsLine()
{
    const auto nginx
        = [this](const QString &port, const QString &path) { return m_nginx.address(port, path); };
    const auto httpbin = [this](const QString &path) { return m_httpbin.address(path); };
    const QList<Row> rows {
        {nginx(u"plain"_s, u"text.txt"_s), u"succeeded"_s, 200, u"complete"_s, {}, text},
        {nginx(u"plain"_s, u"gzip/text.txt"_s), u"succeeded"_s, 200, u"complete"_s, {}, text},
        {nginx(u"plain"_s, u"missing"_s), u"failed"_s, 404, u"complete"_s,
         u"nothing at this address"_s},
        {nginx(u"plain"_s, u"up/hang"_s), u"failed"_s, 504, u"complete"_s, u"Gateway Time-out"_s},
        {nginx(u"plain"_s, u"up/close-before"_s), u"failed"_s, 502, u"complete"_s,
         u"Bad Gateway"_s},
        {nginx(u"plain"_s, u"up/truncate/100?of=900&digest=0"_s), u"failed"_s, 200, u"corrupt"_s,
         u"missing"_s},
        {nginx(u"plain"_s, u"secure/text.txt"_s), u"failed"_s, 0, u"unknown"_s,
         u"unknown to this computer"_s},
        {nginx(u"selfsigned"_s, u"text.txt"_s), u"failed"_s, 0, u"unknown"_s, u"self-signed"_s},
        {nginx(u"wronghost"_s, u"text.txt"_s), u"failed"_s, 0, u"unknown"_s, u"for another host"_s},
        {nginx(u"expired"_s, u"text.txt"_s), u"failed"_s, 0, u"unknown"_s, u"expired"_s},
        {httpbin(u"base64/bG9vcHNjb3Bl"_s), u"succeeded"_s, 200, u"complete"_s, {}, "loopscope"},
        {httpbin(u"redirect-to?url=/base64/bG9vcHNjb3Bl"_s),
         u"succeeded"_s,
         200,
         u"complete"_s,
         {},
         "loopscope"},
        {httpbin(u"status/418"_s), u"failed"_s, 418, u"complete"_s, u"refused the request"_s},
        {httpbin(u"status/429"_s), u"failed"_s, 429, u"complete"_s, u"fewer requests"_s},
        {httpbin(u"brotli"_s), u"failed"_s, 200, u"unverified"_s, u"not asked for (br)"_s},
        {httpbin(u"delay/9"_s), u"timedOut"_s, 0, u"unknown"_s, u"No first byte within 2 s"_s},
    };
    QStringList arguments {u"fetch"_s,        u"--json"_s, u"--retries"_s, u"0"_s,
                           u"--first-byte"_s, u"2000"_s,   u"--then"_s,    u"sha256"_s};
    for (const Row &row : rows)
        arguments.append(row.url.toString());
    Program program;
    QVERIFY(program.run(arguments));
    QCOMPARE(program.exitCode(), 1); // some have failed
    QHash<QString, QJsonObject> lines;
    for (const QJsonObject &line : program.objects())
        lines.insert(line["url"_L1].toString(), line);
    for (const Row &row : rows) {
        const QJsonObject line = lines[row.url.toString()];
        const QByteArray told = QJsonDocument(line).toJson(QJsonDocument::Compact);
        std::puts(told.constData());
        QVERIFY2(line["outcome"_L1].toString() == row.outcome, told);
        QVERIFY2(line["status"_L1].toInt(-1) == row.status, told);
        QVERIFY2(line["integrity"_L1].toString() == row.integrity, told);
        QVERIFY2(line["attempts"_L1].toInt() == 1, told);
        QVERIFY2(line["message"_L1].toString().contains(row.message), told);
        if (row.outcome == u"succeeded"_s) {
            const QByteArray digest
                = QCryptographicHash::hash(row.body, QCryptographicHash::Sha256).toHex();
            QVERIFY2(line["result"_L1].toString().contains(QString::fromLatin1(digest)), told);
        }
    }
    QCOMPARE(program.objects().constLast()["summary"_L1]["succeeded"_L1].toInt(), 4);
}

QTEST_GUILESS_MAIN(TestFetchForeign)
#include "tst_fetchforeign.moc"
