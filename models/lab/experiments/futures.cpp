// SPDX-License-Identifier: MIT
#include "lab/experiment.h"
#include "lab/shopchain.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

using Link = ShopChain::Link;
using Answer = ShopChain::Answer;

//! [pitfall]
void walkBlocking(ShopChain &shop)
{
    Lab &lab = shop.lab();
    Answer answer;
    for (const Link link : ShopChain::links) {
        const Step step = lab.step(u"waitForFinished"_s);
        QFuture<FetchResult> reply = lab.fetcher().fetch(shop.request(link, answer.id));
        reply.waitForFinished(); // the network thread works, this loop stands still
        answer = shop.read(link, reply.result());
        if (!answer.isThere()) {
            shop.failed(answer.error);
            return;
        }
    }
    shop.arrived(answer);
}
//! [pitfall]

QFuture<Answer> fulfilled(const Answer &answer)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 6, 0)
    return QtFuture::makeReadyValueFuture(answer);
#else
    return QtFuture::makeReadyFuture(answer);
#endif
}

/// Fulfilled with the answer, or rejected, or cancelled.
QFuture<Answer> ask(ShopChain &shop, Link link, qint64 id)
{
    Lab &lab = shop.lab();
    return lab.fetch(shop.request(link, id))
        .then(lab.context(),
              [&shop, link](const FetchResult &result) {
                  if (result.outcome.kind == Outcome::Kind::Cancelled)
                      return QFuture<Answer>(); // a cancelled one
                  return fulfilled(shop.readOrThrow(link, result));
              })
        .unwrap();
}

//! [pattern]
QFuture<void> walkThen(ShopChain &shop)
{
    // A continuation runs where its context lives. Without one it would run on any thread.
    QObject *here = shop.lab().context();
    return ask(shop, Link::User, 0)
        .then(here, [&shop](const Answer &user) { return ask(shop, Link::Orders, user.id); })
        .unwrap()
        .then(here, [&shop](const Answer &order) { return ask(shop, Link::Details, order.id); })
        .unwrap()
        .then(here, [&shop](const Answer &detail) { return ask(shop, Link::Shipping, detail.id); })
        .unwrap()
        .then(here, [&shop](const Answer &shipping) { shop.arrived(shipping); })
        .onFailed(here, [&shop](const ShopError &error) { shop.failed(error.text()); })
        .onCanceled(here, [&shop] { shop.cancelled(); });
}
//! [pattern]

QCoro::Task<> blocking(Lab &lab)
{
    ShopChain shop(lab);
    while (shop.nextWalk())
        walkBlocking(shop);
    shop.measure();
    co_return;
}

QCoro::Task<> chained(Lab &lab)
{
    ShopChain shop(lab);
    while (shop.nextWalk())
        co_await walkThen(shop);
    shop.measure();
}

Verdict judge(const Results &results)
{
    if (!ShopChain::areAlike(results))
        return {.sentence = ShopChain::differenceText()};
    const double times = results.ratio("loop lag p99"_L1, 0.1);
    const QString sentence = QCoreApplication::translate(
        "Lab",
        "The same log: the loop was late by %1 where it waited for futures, by %2 where it "
        "continued them: %3 less.");
    return {.holds = times >= 20,
            .number = times,
            .sentence = sentence.arg(results.pitfall().text("loop lag p99"_L1),
                                     results.pattern().text("loop lag p99"_L1),
                                     MeasurementText::value(times, Unit::Times))};
}

} // namespace

Experiment futures()
{
    return {
        .id = "futures"_L1,
        .group = Experiment::Group::Styles,
        .title = QT_TRANSLATE_NOOP("Lab", "Futures"),
        .lesson = QT_TRANSLATE_NOOP("Lab",
                                    "A future is a value that is pending, fulfilled or "
                                    "rejected; continue it, do not wait for it."),
        .variants = {{"pitfall"_L1, Variant::Role::Pitfall,
                      QT_TRANSLATE_NOOP("Lab", "waitForFinished() in the loop"), blocking},
                     {"pattern"_L1, Variant::Role::Pattern,
                      QT_TRANSLATE_NOOP("Lab", "then(), onFailed() and onCanceled()"), chained}},
        .knobs = {ShopChain::failingKnob(), ShopChain::slowestKnob(150)},
        .prediction = {QT_TRANSLATE_NOOP("Lab", "How many times less late will the loop be?"),
                       Unit::Times, 1, 2'000},
        .judge = judge,
        .related = {"callbacks"_L1, "async-await"_L1, "block-the-loop"_L1},
    };
}
