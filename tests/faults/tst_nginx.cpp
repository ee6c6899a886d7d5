// SPDX-License-Identifier: MIT
#include "shared/namedmain.h"
#include "shared/nginxtable.h"

using namespace Qt::StringLiterals;

/// The Fetcher against nginx, which knows nothing of it: each row over HTTP/1.1, TLS and HTTP/2.
class TestNginx : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY2(m_site.start(), m_site.nginx.error()); }
    void eachEndpointEndsAsExpected_data();
    void eachEndpointEndsAsExpected();

private:
    NginxFixture m_site;
    EndpointTable m_table {u"nginx"_s};
};

void TestNginx::eachEndpointEndsAsExpected_data()
{
    QTest::addColumn<nginxtable::Row>("row");
    for (const nginxtable::Row &row : nginxtable::rows(m_site))
        QTest::addRow("%s /%s %s", qPrintable(row.port), qPrintable(row.path),
                      row.value.constData())
            << row;
}

void TestNginx::eachEndpointEndsAsExpected()
{
    QFETCH(nginxtable::Row, row);
    FetchFixture net;
    const FetchResult result = net.get(nginxtable::request(m_site, row));
    m_table.compare(QString::fromLatin1(QTest::currentDataTag()), row.expected, result);
    QCOMPARE(notes(net.story(result.task), NoteCode::RetryIn).size(), row.expected.attempts - 1);
    for (int i = 0; i < 2; ++i) // whatever came spoils nothing
        QCOMPARE(net.get(m_site.request(row.port, u"text.txt"_s)).body, m_site.text);
    QVERIFY(net.eachEndedOnce());
}

QTEST_GUILESS_MAIN(TestNginx)
#include "tst_nginx.moc"
