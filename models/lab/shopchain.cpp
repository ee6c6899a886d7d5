// SPDX-License-Identifier: MIT
#include "lab/shopchain.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Link = ShopChain::Link;
using Answer = ShopChain::Answer;

constexpr auto longestStep = 1s; // the style that blocks is bounded by it

struct ShopTr
{
    Q_DECLARE_TR_FUNCTIONS(Lab)
};

QString nameOf(Link link)
{
    switch (link) {
    case Link::User: return ShopTr::tr("user");
    case Link::Orders: return ShopTr::tr("orders");
    case Link::Details: return ShopTr::tr("details");
    case Link::Shipping: break;
    }
    return ShopTr::tr("shipping");
}

QString pathOf(Link link, qint64 id)
{
    switch (link) {
    case Link::User: return u"users/%1?"_s.arg(id);
    case Link::Orders: return u"orders?user=%1&"_s.arg(id);
    case Link::Details: return u"details/%1?"_s.arg(id);
    case Link::Shipping: break;
    }
    return u"shipping/%1?"_s.arg(id);
}

qint64 idOf(const QJsonObject &object)
{
    return object["id"_L1].toInteger();
}

Answer answerOf(Link link, const QJsonObject &reply)
{
    switch (link) {
    case Link::User:
        return {idOf(reply),
                ShopTr::tr("user %1: %2").arg(idOf(reply)).arg(reply["name"_L1].toString())};
    case Link::Orders: {
        const QJsonArray orders = reply["items"_L1].toArray();
        const qint64 newest = idOf(orders.last().toObject());
        return {newest, ShopTr::tr("orders: %1, the newest is %2").arg(orders.size()).arg(newest)};
    }
    case Link::Details:
        return {idOf(reply),
                ShopTr::tr("details %1: %2 × %3")
                    .arg(idOf(reply))
                    .arg(reply["quantity"_L1].toInt())
                    .arg(reply["item"_L1].toString())};
    case Link::Shipping: break;
    }
    return {reply["detail"_L1].toInteger(),
            ShopTr::tr("shipping: to %1 in %2 days")
                .arg(reply["city"_L1].toString())
                .arg(reply["days"_L1].toInt())};
}

} // namespace

ShopChain::ShopChain(Lab &lab)
    : m_lab(lab)
{
    QRandomGenerator random = lab.random();
    const int slowest = lab.knob("slowest");
    m_user = random.bounded(1, 100);
    for (int &delay : m_delays)
        delay = random.bounded(slowest / 2, slowest);
}

bool ShopChain::nextWalk()
{
    const int only = m_lab.knob("failing");
    const int last = only > 0 ? only : int(links.size());
    int next = 0; // at first nothing fails
    if (!m_walks.isEmpty())
        next = std::max(m_walks.last().failing + 1, only);
    if (next > last || m_lab.isStopped())
        return false;
    m_walks.append(Walk {.failing = next});
    m_end = {};
    m_end.start();
    m_lab.note(
        next == 0 ? ShopTr::tr("a walk without a failure")
                  : ShopTr::tr("a walk with a failure at %1").arg(nameOf(links[size_t(next) - 1])));
    return true;
}

void ShopChain::ask(Link link, qint64 id, std::function<void(const Answer &)> then)
{
    m_lab.fetch(request(link, id))
        .then(m_lab.context(), [this, link, then = std::move(then)](const FetchResult &result) {
            then(read(link, result));
        });
}

FetchRequest ShopChain::request(Link link, qint64 id) const
{
    QString path = pathOf(link, link == Link::User ? m_user : id);
    path += u"delay=%1"_s.arg(m_delays[size_t(link)]);
    if (m_walks.last().failing == int(link) + 1)
        path += u"&fail=503"_s;
    FetchRequest request = m_lab.request(path);
    request.limits.total = longestStep;
    return request;
}

Answer ShopChain::read(Link link, const FetchResult &result)
{
    Answer answer;
    if (result.outcome.hasSucceeded())
        answer = answerOf(link, QJsonDocument::fromJson(result.body).object());
    if (answer.id > 0) {
        m_lab.note(answer.text);
        return answer;
    }
    const QString fault = result.outcome.hasSucceeded() ? ShopTr::tr("The answer makes no sense.")
                                                        : result.outcome.message;
    return {.error = ShopTr::tr("failed at %1: %2").arg(nameOf(link), fault)};
}

Answer ShopChain::readOrThrow(Link link, const FetchResult &result)
{
    Answer answer = read(link, result);
    if (!answer.isThere())
        throw ShopError(answer.error);
    return answer;
}

void ShopChain::arrived(const Answer &shipping)
{
    ++m_walks.last().arrivals;
    m_lab.note(ShopTr::tr("arrived: %1 is on its way").arg(shipping.id));
    m_end.finish();
}

void ShopChain::failed(const QString &error, std::source_location handler)
{
    ++m_walks.last().failures;
    m_handlers.insert(handler.line());
    m_lab.note(error);
    m_end.finish();
}

void ShopChain::cancelled()
{
    m_lab.note(ShopTr::tr("cancelled"));
    m_end.finish();
}

void ShopChain::measure()
{
    const auto arrived = std::ranges::count_if(m_walks, &Walk::hasArrived);
    const auto caught = std::ranges::count_if(m_walks, &Walk::isCaughtOnce);
    m_lab.measure(QT_TRANSLATE_NOOP("Lab", "walks"), double(m_walks.size()));
    m_lab.measure(QT_TRANSLATE_NOOP("Lab", "arrived"), double(arrived));
    m_lab.measure(QT_TRANSLATE_NOOP("Lab", "caught once"), double(caught));
}

Knob ShopChain::failingKnob()
{
    return {"failing"_L1, QT_TRANSLATE_NOOP("Lab", "Failure at step (0: each in turn)"), 0, 0,
            int(links.size())};
}

Knob ShopChain::slowestKnob(int ms)
{
    return {.id = "slowest"_L1,
            .label = QT_TRANSLATE_NOOP("Lab", "Slowest step"),
            .value = ms,
            .least = 40,
            .most = 200,
            .unit = QT_TRANSLATE_NOOP("Lab", "ms")};
}

bool ShopChain::areAlike(const Results &results)
{
    const auto hasEndedAsMeant = [](const VariantResult &result) {
        const double ends = result.value("arrived"_L1) + result.value("caught once"_L1);
        return ends > 0 && ends == result.value("walks"_L1);
    };
    return std::ranges::all_of(results.variants(), hasEndedAsMeant)
        && results.pitfall().notes == results.pattern().notes;
}

QString ShopChain::differenceText()
{
    return ShopTr::tr("The two ways did not come to the same, so nothing is proven.");
}

int ShopChain::failures(const Results &results)
{
    return int(results.pattern().value("caught once"_L1));
}
