// SPDX-License-Identifier: MIT
#include "shared/httpbin.h"
#include "shared/httpbintable.h"
#include "shared/lagjudge.h"
#include "shared/namedmain.h"
#include "shared/nginxtable.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The loop lives, whatever servers that nobody here wrote may send. How such fetches end is the
/// matter of tests/faults.
class TestLagForeign : public QObject
{
    Q_OBJECT
private slots:
    void certificates();
    void nginx();
    void httpbin();

private:
    NginxFixture m_site;
};

void TestLagForeign::certificates()
{
    QVERIFY2(m_site.start(), m_site.nginx.error());
    QVERIFY(loopLives([this](LoopWatch &watch) {
        FetchFixture net;
        QList<FetchRequest> all;
        for (const bool http2 : {false, true}) {
            for (const char *port : {"good", "selfsigned", "expired", "wronghost"}) {
                all.append(m_site.request(QString::fromLatin1(port), u"text.txt"_s));
                all.last().http2 = http2;
            }
        }
        all = all + all + all + all; // eight handshakes are over before a beat is due
        const LoopWatch::Active watched(watch);
        QVERIFY(net.getAll(all, 16));
    }));
}

void TestLagForeign::nginx()
{
    QVERIFY2(m_site.start(), m_site.nginx.error());
    QVERIFY(loopLives([this](LoopWatch &watch) {
        FetchFixture net;
        QList<FetchRequest> all;
        for (const nginxtable::Row &row : nginxtable::rows(m_site))
            all.append(nginxtable::request(m_site, row));
        const LoopWatch::Active watched(watch);
        QVERIFY(net.getAll(all, 16));
    }));
}

void TestLagForeign::httpbin()
{
    Httpbin httpbin;
    QVERIFY2(httpbin.start(), httpbin.error());
    QVERIFY(loopLives([&](LoopWatch &watch) {
        FetchFixture net;
        QList<FetchRequest> all;
        for (const httpbintable::Row &row : httpbintable::rows()) {
            all.append({.url = httpbin.address(row.path),
                        .limits = {.firstByte = 20s, .silence = 20s, .total = 25s},
                        .retries = 1});
            if (!row.field.isEmpty())
                all.last().headers = {{row.field, row.value}};
        }
        const LoopWatch::Active watched(watch);
        QVERIFY(net.getAll(all, 16));
    }));
}

QTEST_GUILESS_MAIN(TestLagForeign)
#include "tst_lagforeign.moc"
