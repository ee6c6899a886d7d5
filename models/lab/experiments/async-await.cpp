// SPDX-License-Identifier: MIT
#include "lab/experiment.h"
#include "lab/shopchain.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

using Link = ShopChain::Link;
using Answer = ShopChain::Answer;

//! [pitfall]
QCoro::Task<> walkNested(ShopChain &shop)
{
    shop.ask(Link::User, 0, [&shop](const Answer &user) {
        if (!user.isThere())
            return shop.failed(user.error);
        shop.ask(Link::Orders, user.id, [&shop](const Answer &order) {
            if (!order.isThere())
                return shop.failed(order.error);
            shop.ask(Link::Details, order.id, [&shop](const Answer &detail) {
                if (!detail.isThere())
                    return shop.failed(detail.error);
                shop.ask(Link::Shipping, detail.id, [&shop](const Answer &shipping) {
                    if (!shipping.isThere())
                        return shop.failed(shipping.error);
                    shop.arrived(shipping);
                });
            });
        });
    });
    co_await shop.ended(); // this line is reached before any of the above
}
//! [pitfall]

/// One link: its answer, or a ShopError.
QCoro::Task<Answer> ask(ShopChain &shop, Link link, qint64 id)
{
    const FetchResult result = co_await shop.lab().fetch(shop.request(link, id));
    co_return shop.readOrThrow(link, result);
}

//! [pattern]
QCoro::Task<> walkAwaiting(ShopChain &shop)
{
    try {
        const Answer user = co_await ask(shop, Link::User, 0);
        const Answer order = co_await ask(shop, Link::Orders, user.id);
        const Answer detail = co_await ask(shop, Link::Details, order.id);
        const Answer shipping = co_await ask(shop, Link::Shipping, detail.id);
        shop.arrived(shipping);
    } catch (const ShopError &error) {
        shop.failed(error.text());
    }
}
//! [pattern]

QCoro::Task<> walkAll(Lab &lab, QCoro::Task<> (*walk)(ShopChain &shop))
{
    ShopChain shop(lab);
    while (shop.nextWalk())
        co_await walk(shop);
    shop.measure();
    lab.measure(QT_TRANSLATE_NOOP("Lab", "error handlers"), shop.handlers());
}

QCoro::Task<> nested(Lab &lab)
{
    return walkAll(lab, walkNested);
}

QCoro::Task<> awaiting(Lab &lab)
{
    return walkAll(lab, walkAwaiting);
}

Verdict judge(const Results &results)
{
    if (!ShopChain::areAlike(results))
        return {.sentence = ShopChain::differenceText()};
    const QString sentence = QCoreApplication::translate(
        "Lab",
        "The same log of %1 lines, each failure caught once. Error handlers: %2 when nested, %3 "
        "with co_await.");
    const double handlers = results.pattern().value("error handlers"_L1);
    return {.holds = handlers == 1,
            .number = handlers,
            .sentence = sentence.arg(results.pattern().notes.size())
                            .arg(results.pitfall().text("error handlers"_L1),
                                 results.pattern().text("error handlers"_L1))};
}

} // namespace

Experiment asyncAwait()
{
    return {
        .id = "async-await"_L1,
        .group = Experiment::Group::Styles,
        .title = QT_TRANSLATE_NOOP("Lab", "async / await"),
        .lesson = QT_TRANSLATE_NOOP("Lab", "It reads like blocking and runs like callbacks."),
        .variants = {{"pitfall"_L1, Variant::Role::Pitfall,
                      QT_TRANSLATE_NOOP("Lab", "nested callbacks"), nested},
                     {"pattern"_L1, Variant::Role::Pattern,
                      QT_TRANSLATE_NOOP("Lab", "co_await, with one try and catch"), awaiting}},
        .knobs = {ShopChain::failingKnob(), ShopChain::slowestKnob(60)},
        .prediction
        = {QT_TRANSLATE_NOOP("Lab",
                             "Through how many handlers will the failures of four steps go "
                             "with co_await?"),
           Unit::Count, 0, 10},
        .judge = judge,
        .related = {"callbacks"_L1, "futures"_L1, "race-condition"_L1},
    };
}
