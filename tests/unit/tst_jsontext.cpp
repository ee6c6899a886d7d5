// SPDX-License-Identifier: MIT
#include "shared/namedmain.h"
#include "trace/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;

/// The one writer of JSON that is ours: its order, its escapes, and what Qt reads of it.
class TestJsonText : public QObject
{
    Q_OBJECT
private slots:
    void membersKeepTheirOrder();
    void numbersAreThoseOfQt_data();
    void numbersAreThoseOfQt();
    void anyTextComesBack();
    void halfAPairIsReplacedOrEscaped();
};

void TestJsonText::membersKeepTheirOrder()
{
    const QList<QByteArray> members = JsonText::members(
        {{"z", u"a \"text\"\n"_s}, {"a", 1.5}, {"m", true}, {"n", -1}, {"u", u"ü"_s}});
    QCOMPARE(
        JsonText::object(
            members + QList<QByteArray> {JsonText::member("last", JsonText::array({"1", "[]"}))}),
        QByteArray(R"({"z":"a \"text\"\n","a":1.5,"m":true,"n":-1,"u":"ü","last":[1,[]]})"));
    QCOMPARE(JsonText::object({}), QByteArray("{}"));
    QCOMPARE(JsonText::array({}), QByteArray("[]"));
}

void TestJsonText::numbersAreThoseOfQt_data()
{
    QTest::addColumn<QJsonValue>("value");
    for (const double value : {0.0, -1.0, 0.1, 1e6, 1234567.89, 1e-7, 1e300, 1e15})
        QTest::addRow("%g", value) << QJsonValue(value);
    for (const qint64 value : {qint64(0), std::numeric_limits<qint64>::max(),
                               std::numeric_limits<qint64>::min(), qint64(1) << 53})
        QTest::addRow("%lld", value) << QJsonValue(value);
    QTest::newRow("infinite") << QJsonValue(std::numeric_limits<double>::infinity());
}

void TestJsonText::numbersAreThoseOfQt()
{
    QFETCH(QJsonValue, value);
    const QJsonObject object {{u"n"_s, value}};
    QCOMPARE(JsonText::object(JsonText::members({{"n", value}})),
             QJsonDocument(object).toJson(QJsonDocument::Compact));
}

void TestJsonText::anyTextComesBack()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 2'000; ++round) {
        QString text;
        for (int left = random.bounded(20); left > 0; --left) {
            const int kind = random.bounded(4);
            text += kind == 0 ? QString(QChar(random.bounded(0x20)))
                : kind == 1   ? QString(QChar(u"\"\\/\x7f"[random.bounded(4)]))
                : kind == 2   ? QString::fromUcs4(U"\U0001F600", 1)
                              : QString(QChar(random.bounded(0xd800)));
        }
        const QByteArray json = '[' + JsonText::string(text) + ']';
        QCOMPARE(QJsonDocument::fromJson(json).array().at(0).toString(), text);
    }
}

void TestJsonText::halfAPairIsReplacedOrEscaped()
{
    const QString half = u'a' + QString(QChar(0xd800)) + u'b';
    QCOMPARE(JsonText::string(half),
             QByteArray("\"a\xef\xbf\xbd"
                        "b\""));
    QByteArray escaped;
    JsonText::append(escaped, half, JsonText::LoneSurrogates::Escape);
    QCOMPARE(escaped, QByteArray(R"("a\ud800b")"));
}

QTEST_APPLESS_MAIN(TestJsonText)
#include "tst_jsontext.moc"
