// SPDX-License-Identifier: MIT
#include "practice/endpoints.h"
#include "practice/noise.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

// The numbers carry the family tree: the orders of user 7 are 71, 72, …, the detail of order 72 is
// 721. So every link leads somewhere and nothing has to be stored.

namespace practice {

namespace {

constexpr qint64 largestId = 1'000'000;
constexpr qsizetype mostIds = 100;
constexpr auto names = std::to_array<QLatin1StringView>(
    {"Ada"_L1, "Grace"_L1, "Edsger"_L1, "Barbara"_L1, "Alan"_L1, "Hedy"_L1, "Niklaus"_L1,
     "Radia"_L1, "Tony"_L1, "Margaret"_L1});
constexpr auto goods = std::to_array<QLatin1StringView>(
    {"clock"_L1, "lens"_L1, "cable"_L1, "probe"_L1, "lamp"_L1, "relay"_L1, "dial"_L1});
constexpr auto cities = std::to_array<QLatin1StringView>(
    {"Oslo"_L1, "Lisbon"_L1, "Graz"_L1, "Turku"_L1, "Ghent"_L1, "Brno"_L1, "Malaga"_L1});

using Maker = QJsonObject (*)(quint32 seed, qint64 id); // empty: there is none

Noise noiseOf(quint32 seed, QByteArrayView kind, qint64 id)
{
    return Noise(seed, kind.toByteArray() + QByteArray::number(id));
}

int orderCount(quint32 seed, qint64 user)
{
    return 1 + noiseOf(seed, "orders/", user).below(0, 4);
}

bool isOrder(quint32 seed, qint64 id)
{
    return id >= 11 && id % 10 >= 1 && id % 10 <= orderCount(seed, id / 10);
}

QString pick(const auto &list, const Noise &noise, quint64 index)
{
    return list[size_t(noise.below(index, int(list.size())))];
}

QJsonObject makeUser(quint32 seed, qint64 id)
{
    if (id > largestId)
        return {};
    const QString name = pick(names, noiseOf(seed, "users/", id), 0);
    return {{u"id"_s, id},
            {u"name"_s, name},
            {u"email"_s, u"%1.%2@example.org"_s.arg(name.toLower()).arg(id)},
            {u"orders"_s, orderCount(seed, id)}};
}

QJsonObject makeOrder(quint32 seed, qint64 id)
{
    const Noise noise = noiseOf(seed, "order/", id);
    return {{u"id"_s, id},
            {u"user"_s, id / 10},
            {u"item"_s, pick(goods, noise, 0)},
            {u"cents"_s, 100 + noise.below(1, 50'000)}};
}

QJsonObject makeDetail(quint32 seed, qint64 order)
{
    if (!isOrder(seed, order))
        return {};
    QJsonObject object = makeOrder(seed, order);
    object[u"order"_s] = order;
    object[u"id"_s] = order * 10 + 1;
    object[u"quantity"_s] = 1 + noiseOf(seed, "detail/", order).below(0, 9);
    return object;
}

QJsonObject makeShipping(quint32 seed, qint64 detail)
{
    if (detail % 10 != 1 || !isOrder(seed, detail / 10))
        return {};
    const Noise noise = noiseOf(seed, "shipping/", detail);
    return {{u"detail"_s, detail},
            {u"city"_s, pick(cities, noise, 0)},
            {u"days"_s, 1 + noise.below(1, 14)}};
}

Reply cached(Reply reply)
{
    reply.cacheCost = reply.wire.size();
    return reply;
}

Reply one(Call &call, Maker make)
{
    const qint64 id = call.query.parse("ID", call.argument, 1, 1, 1000 * largestId);
    const QJsonObject object = make(call.site.seed, id);
    if (object.isEmpty())
        return sentence(404, "There is no " + call.path.toByteArray() + '.');
    return cached(jsonReply(object));
}

Reply many(Call &call, Maker make)
{
    const QList<QByteArray> ids = call.query.text("ids").split(',');
    if (ids.size() > mostIds)
        return sentence(400, "At most 100 ids at once.");
    QJsonArray found;
    QJsonArray missing;
    for (const QByteArray &text : ids) {
        const qint64 id = call.query.parse("ids", text, 0, 1, 1000 * largestId);
        const QJsonObject object = make(call.site.seed, id);
        if (object.isEmpty())
            missing.append(id);
        else
            found.append(object);
    }
    return cached(jsonReply({{u"items"_s, found}, {u"missing"_s, missing}}));
}

Reply oneOrMany(Call &call, Maker make)
{
    return call.query.has("ids") ? many(call, make) : one(call, make);
}

} // namespace

Reply users(Call &call)
{
    return oneOrMany(call, makeUser);
}

Reply orders(Call &call)
{
    const qint64 user = call.query.number("user", 1, 1, largestId);
    QJsonArray items;
    for (int i = 1; i <= orderCount(call.site.seed, user); ++i)
        items.append(makeOrder(call.site.seed, user * 10 + i));
    return cached(jsonReply({{u"user"_s, user}, {u"items"_s, items}}));
}

Reply details(Call &call)
{
    return oneOrMany(call, makeDetail);
}

Reply shipping(Call &call)
{
    return oneOrMany(call, makeShipping);
}

} // namespace practice
