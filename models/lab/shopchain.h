// SPDX-License-Identifier: MIT
#pragma once

#include "lab/experiment.h"
#include "lab/lab.h"

#include <QSet>

#include <array>
#include <functional>
#include <source_location>
#include <stdexcept>

/// What went wrong in a shop, for those who throw.
class ShopError : public std::runtime_error
{
public:
    explicit ShopError(const QString &text)
        : std::runtime_error(text.toStdString())
    {
    }
    QString text() const { return QString::fromUtf8(what()); }
};

/// The chain that is walked in three styles: a user of the practice server, the newest of their
/// orders, its details, their shipping. Each link needs the number that the one before it gave.
/// This is what the styles have in common; how to wait and where to catch is theirs. On the thread
/// of the lab, which outlives it.
class ShopChain final
{
public:
    enum class Link : quint8 { User, Orders, Details, Shipping };
    static constexpr std::array links {Link::User, Link::Orders, Link::Details, Link::Shipping};

    /// What a link came to. A value.
    struct Answer
    {
        qint64 id = 0; ///< what the next link asks for
        QString text {}; ///< what it says, for a person
        QString error {}; ///< empty when there is an answer

        bool isThere() const { return error.isEmpty(); }
    };

    explicit ShopChain(Lab &lab);
    Q_DISABLE_COPY_MOVE(ShopChain)

    Lab &lab() const { return m_lab; }
    /// Goes to its next walk; false after the last one, and when the lab is stopped. In the first
    /// nothing fails. With the knob at 0 one follows for each link that fails, otherwise one in
    /// which that link fails.
    bool nextWalk();

    /// Asks for a link and calls \p then from the loop, whether there is an answer or an error.
    void ask(Link link, qint64 id, std::function<void(const Answer &)> then);
    /// What ask() sends. Takes a time that comes from the seed. Fails when this walk is to fail
    /// here.
    FetchRequest request(Link link, qint64 id) const;
    /// Notes what it read.
    Answer read(Link link, const FetchResult &result);
    /// The same for those who throw: ShopError in place of an error.
    Answer readOrThrow(Link link, const FetchResult &result);

    /// How a walk ends: it calls exactly one of them, once. failed() remembers the line that it is
    /// called from: that is how the handlers for errors are counted.
    void arrived(const Answer &shipping);
    void failed(const QString &error,
                std::source_location handler = std::source_location::current());
    void cancelled();
    /// Completes when the walk under way has ended, for those who cannot await the walk itself.
    QFuture<void> ended() const { return m_end.future(); }
    /// How many different places called failed().
    int handlers() const { return int(m_handlers.size()); }
    /// Measures how many "walks" there were, and how many of them "arrived" or were "caught once",
    /// as each was meant to.
    void measure();

    static Knob failingKnob();
    static Knob slowestKnob(int ms);
    /// Whether both had the same log, and each walk ended as it was meant to.
    static bool areAlike(const Results &results);
    /// That they are not, in words.
    static QString differenceText();
    /// How many walks were meant to fail, and did.
    static int failures(const Results &results);

private:
    struct Walk
    {
        int failing = 0; // which link, from 1; 0: none
        int arrivals = 0;
        int failures = 0;

        bool hasArrived() const { return failing == 0 && arrivals == 1 && failures == 0; }
        bool isCaughtOnce() const { return failing > 0 && arrivals == 0 && failures == 1; }
    };

    Lab &m_lab;
    qint64 m_user = 0;
    std::array<int, links.size()> m_delays {}; // ms
    QList<Walk> m_walks; // the last one is under way
    QPromise<void> m_end; // of that one
    QSet<quint32> m_handlers; // lines
};
