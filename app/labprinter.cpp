// SPDX-License-Identifier: MIT
#include "app/labprinter.h"

#include "app/jsonline.h"
#include "lab/labtext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

constexpr int idWidth = 25; // of the longest and a gap
constexpr int roleWidth = 9;

struct LabTr
{
    Q_DECLARE_TR_FUNCTIONS(LabPrinter)
};

QByteArray toJson(const VariantResult &result, QLatin1StringView experiment)
{
    QByteArrayList measurements;
    for (const Measurement &measurement : result.measurements) {
        measurements.append(
            JsonLine::object({{"name"_L1, QLatin1StringView(measurement.name)},
                              {"value"_L1, measurement.value},
                              {"unit"_L1, MeasurementText::unitName(measurement.unit)}}));
    }
    QByteArray line = JsonLine::object({{"experiment"_L1, experiment},
                                        {"variant"_L1, result.variant},
                                        {"seed"_L1, qint64(result.seed)}});
    line = JsonLine::with(line, "measurements"_L1, JsonLine::array(measurements));
    if (!result.outcome.hasSucceeded()) {
        line.chop(1);
        line += ","
            + JsonLine::object({{"outcome"_L1, outcomeName(result.outcome.kind)},
                                {"message"_L1, result.outcome.message}})
                  .sliced(1);
    }
    return line + '\n';
}

} // namespace

QByteArray LabPrinter::entry(const Experiment &experiment) const
{
    if (m_json) {
        return JsonLine::object({{"id"_L1, experiment.id},
                                 {"group"_L1, groupName(experiment.group)},
                                 {"title"_L1, labText(experiment.title)},
                                 {"lesson"_L1, labText(experiment.lesson)}})
            + '\n';
    }
    return (QString(experiment.id).leftJustified(idWidth) + labText(experiment.lesson) + u'\n')
        .toUtf8();
}

QByteArray LabPrinter::heading(const Experiment &experiment) const
{
    return m_json ? QByteArray()
                  : (experiment.id + u"  "_s + labText(experiment.lesson) + u'\n').toUtf8();
}

QByteArray LabPrinter::variant(const Experiment &experiment, const VariantResult &result) const
{
    if (m_json)
        return toJson(result, experiment.id);
    QStringList figures;
    for (const Measurement &measurement : result.measurements) {
        figures.append(MeasurementText::name(measurement) + u' '
                       + MeasurementText::value(measurement.value, measurement.unit));
    }
    const QString title = labText(experiment.variant(result.variant).title);
    return u"  %1%2\n  %3%4\n"_s
        .arg(QString(result.variant).leftJustified(roleWidth), title, QString(roleWidth, u' '),
             figures.join(u", "_s))
        .toUtf8();
}

QByteArray LabPrinter::verdict(const Experiment &experiment, const Verdict &verdict) const
{
    if (m_json) {
        return JsonLine::object({{"experiment"_L1, experiment.id},
                                 {"holds"_L1, verdict.holds},
                                 {"verdict"_L1, verdict.sentence}})
            + '\n';
    }
    const QString word = verdict.holds ? LabTr::tr("holds") : LabTr::tr("FAILS");
    return u"  %1%2\n\n"_s.arg(word.leftJustified(roleWidth), verdict.sentence).toUtf8();
}
