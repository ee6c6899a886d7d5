// SPDX-License-Identifier: MIT
#include "verdict.h"

#include "measure.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

/// Every number that the samples have under that name, lists opened.
QList<double> numbers(const QList<QJsonObject> &samples, const QString &metric)
{
    QList<double> all;
    for (const QJsonObject &sample : samples) {
        const QJsonValue value = sample[metric];
        const QJsonArray list = value.isArray() ? value.toArray() : QJsonArray {value};
        for (const QJsonValue &number : list) {
            if (!number.isDouble())
                giveUp(u"A sample has no number %1."_s.arg(metric));
            all.append(number.toDouble());
        }
    }
    return all;
}

/// By nearest rank; for an even count the median is the mean of the two in the middle.
double percentileOf(QList<double> all, double percent)
{
    if (all.isEmpty())
        giveUp(u"There is no sample."_s);
    std::ranges::sort(all);
    const qsizetype middle = all.size() / 2;
    if (percent == 50)
        return all.size() % 2 ? all[middle] : (all[middle - 1] + all[middle]) / 2;
    return all[std::max<qsizetype>(0,
                                   qsizetype(std::ceil(percent / 100 * double(all.size()))) - 1)];
}

QString number(double value)
{
    const int decimals = value < 1 ? 3 : value < 100 ? 2 : value < 1'000 ? 1 : 0;
    return QString::number(value, 'f', decimals);
}

QJsonArray array(const QList<double> &all)
{
    QJsonArray result;
    for (const double value : all)
        result.append(value);
    return result;
}

} // namespace

Verdict judge(const Row &row, const Contest &contest, const Samples &samples)
{
    Verdict verdict {.row = row};
    verdict.oursAll = numbers(samples[contest.sides.first()], row.metric);
    verdict.ours = percentileOf(verdict.oursAll, row.limit > 0 ? 99 : 50);
    if (row.limit <= 0) {
        verdict.againstAll = numbers(samples[contest.sides[row.against]],
                                     row.againstMetric.isEmpty() ? row.metric : row.againstMetric);
    } else {
        verdict.againstAll = {row.limit};
    }
    verdict.against = percentileOf(verdict.againstAll, 50);
    const bool isWithin = row.kind == Row::Goal::AtLeast ? verdict.ratio() >= row.goal
                                                         : verdict.ratio() <= row.goal;
    verdict.isMet = isWithin && (row.highest <= 0 || verdict.ours <= row.highest);
    return verdict;
}

QString Verdict::goalText() const
{
    if (row.kind == Row::Goal::Report)
        return u"report"_s;
    const QString sign = row.kind == Row::Goal::AtLeast ? u"≥"_s : u"≤"_s;
    QString text = u"%1 %2"_s.arg(sign, QString::number(row.goal, 'f', 2));
    if (row.highest > 0)
        text += u", ours ≤ %1 %2"_s.arg(QString::number(row.highest, 'f', 1), row.unit);
    return text;
}

QString Verdict::verdictText() const
{
    if (hasFailed())
        return u"failed"_s;
    if (row.kind == Row::Goal::Report)
        return u"reported"_s;
    return isMet ? u"met"_s : u"missed"_s;
}

QString toTable(const QList<Verdict> &verdicts)
{
    QList<QStringList> lines {
        {u"row"_s, u"ours"_s, u"against"_s, u"ratio"_s, u"goal"_s, u"verdict"_s}};
    for (const Verdict &verdict : verdicts) {
        const QString unit = u' ' + verdict.row.unit;
        lines.append({verdict.row.title, number(verdict.ours) + unit,
                      number(verdict.against) + unit, number(verdict.ratio()), verdict.goalText(),
                      verdict.verdictText()});
    }
    QString table;
    for (qsizetype line = 0; line < lines.size(); ++line) {
        for (qsizetype column = 0; column < lines[line].size(); ++column) {
            qsizetype width = 0;
            for (const QStringList &cells : lines)
                width = std::max(width, cells[column].size());
            const bool isNumber = column >= 1 && column <= 3;
            const QString &cell = lines[line][column];
            table += u"| "_s + (isNumber ? cell.rightJustified(width) : cell.leftJustified(width))
                + u' ';
            if (line == 0)
                lines[0][column].resize(width, u' ');
        }
        table += u"|\n"_s;
        if (line > 0)
            continue;
        for (const QString &cell : lines[0])
            table += u"| "_s + QString(cell.size(), u'-') + u' ';
        table += u"|\n"_s;
    }
    return table;
}

QJsonArray toJson(const QList<Verdict> &verdicts)
{
    QJsonArray all;
    for (const Verdict &verdict : verdicts) {
        all.append(QJsonObject {{u"row"_s, verdict.row.title},
                                {u"contest"_s, verdict.row.contest},
                                {u"unit"_s, verdict.row.unit},
                                {u"ours"_s, verdict.ours},
                                {u"against"_s, verdict.against},
                                {u"ratio"_s, verdict.ratio()},
                                {u"goal"_s, verdict.goalText()},
                                {u"verdict"_s, verdict.verdictText()},
                                {u"oursAll"_s, array(verdict.oursAll)},
                                {u"againstAll"_s, array(verdict.againstAll)}});
    }
    return all;
}
