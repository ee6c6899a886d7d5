// SPDX-License-Identifier: MIT
#pragma once

#include "tournament.h"

#include <QJsonArray>

/// One row, judged.
struct Verdict
{
    Row row;
    double ours = 0;
    double against = 0;
    bool isMet = false;
    QList<double> oursAll {};
    QList<double> againstAll {};

    double ratio() const { return ours / against; }
    QString goalText() const;
    QString verdictText() const; ///< "met", "missed", or "reported" where there is no goal
};

Verdict judge(const Row &row, const Contest &contest, const Samples &samples);

/// Aligned columns for people, one row below the other.
QString toTable(const QList<Verdict> &verdicts);
QJsonArray toJson(const QList<Verdict> &verdicts);
