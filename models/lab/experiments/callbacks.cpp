// SPDX-License-Identifier: MIT
#include "lab/experiment.h"
#include "lab/shopchain.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

using Link = ShopChain::Link;
using Answer = ShopChain::Answer;

//! [pitfall]
void walkNested(ShopChain &shop)
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
}
//! [pitfall]

//! [pattern]
struct Walk
{
    ShopChain &shop;

    void begin() const { go(Link::User, 0, &Walk::askOrders); }
    void askOrders(const Answer &user) const { go(Link::Orders, user.id, &Walk::askDetails); }
    void askDetails(const Answer &order) const { go(Link::Details, order.id, &Walk::askShipping); }
    void askShipping(const Answer &detail) const { go(Link::Shipping, detail.id, &Walk::arrive); }
    void arrive(const Answer &shipping) const { shop.arrived(shipping); }

    void go(Link link, qint64 id, void (Walk::*next)(const Answer &) const) const
    {
        shop.ask(link, id, [walk = *this, next](const Answer &answer) {
            if (!answer.isThere())
                return walk.shop.failed(answer.error); // of every step
            (walk.*next)(answer);
        });
    }
};
//! [pattern]

QCoro::Task<> walkAll(Lab &lab, void (*begin)(ShopChain &shop))
{
    ShopChain shop(lab);
    while (shop.nextWalk()) {
        begin(shop);
        co_await shop.ended();
    }
    shop.measure();
    lab.measure(QT_TRANSLATE_NOOP("Lab", "error handlers"), shop.handlers());
}

QCoro::Task<> nested(Lab &lab)
{
    return walkAll(lab, walkNested);
}

QCoro::Task<> named(Lab &lab)
{
    return walkAll(lab, [](ShopChain &shop) { Walk {shop}.begin(); });
}

QString sentenceFor(const Results &results)
{
    if (ShopChain::failures(results) == 1) {
        return QCoreApplication::translate(
            "Lab",
            "The same log, and one error handler each: nested it is that step's own, named it is "
            "the one for all.");
    }
    return QCoreApplication::translate(
               "Lab",
               "The same log of %1 lines. Error handlers for %2 failures: %3 when nested, %4 when "
               "named.")
        .arg(results.pattern().notes.size())
        .arg(ShopChain::failures(results))
        .arg(results.pitfall().text("error handlers"_L1),
             results.pattern().text("error handlers"_L1));
}

Verdict judge(const Results &results)
{
    if (!ShopChain::areAlike(results))
        return {.sentence = ShopChain::differenceText()};
    // As many as steps failed: four, or the one that was asked for.
    const double handlers = results.pitfall().value("error handlers"_L1);
    return {.holds = handlers == ShopChain::failures(results)
                && results.pattern().value("error handlers"_L1) == 1,
            .number = handlers,
            .sentence = sentenceFor(results)};
}

} // namespace

Experiment callbacks()
{
    return {
        .id = "callbacks"_L1,
        .group = Experiment::Group::Styles,
        .title = QT_TRANSLATE_NOOP("Lab", "Callbacks"),
        .lesson = QT_TRANSLATE_NOOP("Lab", "Nesting grows with every step."),
        .variants = {{"pitfall"_L1, Variant::Role::Pitfall,
                      QT_TRANSLATE_NOOP("Lab", "one in the other, four deep"), nested},
                     {"pattern"_L1, Variant::Role::Pattern,
                      QT_TRANSLATE_NOOP("Lab", "named continuations, one error path"), named}},
        .knobs = {ShopChain::failingKnob(), ShopChain::slowestKnob(60)},
        .prediction
        = {QT_TRANSLATE_NOOP("Lab", "How many error handlers do the nested callbacks go through?"),
           Unit::Count, 1, 10},
        .judge = judge,
        .related = {"futures"_L1, "async-await"_L1, "loop-anatomy"_L1},
    };
}
