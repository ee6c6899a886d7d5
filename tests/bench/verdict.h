// SPDX-License-Identifier: MIT
#pragma once

#include "tournament.h"

#include <QJsonArray>

/// One row, judged. Without numbers when a run of it went wrong.
struct Verdict
{
    Row row;
    double ours = 0;
    double against = 0;
    bool isMet = false;
    QList<double> oursAll {};
    QList<double> againstAll {};

    double ratio() const { return hasFailed() ? 0 : ours / against; }
    bool hasFailed() const { return oursAll.isEmpty(); } ///< it could not be measured
    QString goalText() const;
    QString
    verdictText() const; ///< "met", "missed", "failed", or "reported" where there is no goal
};

Verdict judge(const Row &row, const Contest &contest, const Samples &samples);

/// Aligned columns for people, one row below the other.
QString toTable(const QList<Verdict> &verdicts);
QJsonArray toJson(const QList<Verdict> &verdicts);
