// SPDX-License-Identifier: MIT
#pragma once

#include "side.h"

#include <QList>

#include <span>

/// What is run in turn, and against which kind of server.
struct Contest
{
    QString name; ///< what --only takes
    QStringList sides; ///< ours first
    enum class Needs { Nothing, Server, Photos } needs = Needs::Server;
    QString query {}; ///< of the photos' addresses
};

/// One line of the table: a number of one contest against a number of another side, or against a
/// limit. A value.
struct Row
{
    enum class Goal { AtMost, AtLeast, Report };

    QString title;
    QString contest;
    QString metric; ///< what the sides call it
    QString unit;
    double goal = 1; ///< of the ratio
    Goal kind = Goal::AtMost;
    qsizetype against = 1; ///< index among the sides
    QString againstMetric {}; ///< when it has another name there
    double limit = 0; ///< instead of another side; then p99 over all numbers counts, not the median
    double highest = 0; ///< what ours must not exceed besides; 0: nothing

    Row withKind(Goal value) const { return with(&Row::kind, value); }
    Row withLimit(double value) const { return with(&Row::limit, value); }
    Row withHighest(double value) const { return with(&Row::highest, value); }
    Row withAgainst(qsizetype side, const QString &name = {}) const
    {
        return with(&Row::against, side).with(&Row::againstMetric, name);
    }

private:
    template <typename T> Row with(T Row::*member, const T &value) const
    {
        Row copy(*this);
        copy.*member = value;
        return copy;
    }
};

QList<Contest> contests();
QList<Row> rows();
/// nullptr when there is none of this name.
Side sideOf(QStringView name);
