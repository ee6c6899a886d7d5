// SPDX-License-Identifier: MIT
#include "app/cli/labcommand.h"

#include "app/cli/interrupts.h"
#include "lab/catalogue.h"
#include "lab/labtext.h"
#include "trace/jsontext.h"

#include <QCoreApplication>

#include <cerrno>

using namespace Qt::StringLiterals;
using namespace JsonText;

namespace {

constexpr int idWidth = 25; // of the longest and a gap
constexpr int roleWidth = 9;

struct LabTr
{
    Q_DECLARE_TR_FUNCTIONS(LabCommand)
};

QByteArray toJson(const VariantResult &result, QLatin1StringView experiment)
{
    QList<QByteArray> measurements;
    for (const Measurement &measurement : result.measurements) {
        measurements.append(
            object(members({{"name", QLatin1StringView(measurement.name)},
                            {"value", measurement.value},
                            {"unit", MeasurementText::unitName(measurement.unit)}})));
    }
    QList<QByteArray> all = members(
        {{"experiment", experiment}, {"variant", result.variant}, {"seed", qint64(result.seed)}});
    all += member("measurements", array(measurements));
    if (!result.outcome.hasSucceeded()) {
        all += members(
            {{"outcome", outcomeName(result.outcome.kind)}, {"message", result.outcome.message}});
    }
    return object(all) + '\n';
}

QByteArray entry(const Experiment &experiment, bool isJson)
{
    if (isJson) {
        return object(members({{"id", experiment.id},
                               {"group", groupName(experiment.group)},
                               {"title", labText(experiment.title)},
                               {"lesson", labText(experiment.lesson)}}))
            + '\n';
    }
    return (QString(experiment.id).leftJustified(idWidth) + labText(experiment.lesson) + u'\n')
        .toUtf8();
}

QByteArray heading(const Experiment &experiment, bool isJson)
{
    return isJson ? QByteArray()
                  : (experiment.id + u"  "_s + labText(experiment.lesson) + u'\n').toUtf8();
}

QByteArray line(const Experiment &experiment, const VariantResult &result, bool isJson)
{
    if (isJson)
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

QByteArray line(const Experiment &experiment, const Verdict &verdict, bool isJson)
{
    if (isJson) {
        return object(members({{"experiment", experiment.id},
                               {"holds", verdict.holds},
                               {"verdict", verdict.sentence}}))
            + '\n';
    }
    const QString word = verdict.holds ? LabTr::tr("holds") : LabTr::tr("FAILS");
    return u"  %1%2\n\n"_s.arg(word.leftJustified(roleWidth), verdict.sentence).toUtf8();
}

} // namespace

LabCommand::LabCommand(const LabOptions &options)
    : m_options(options)
    , m_output(stdout)
    , m_runner(m_recorder, m_session)
{
    m_session.recording().setRecorder(&m_recorder);
    connect(&m_runner, &LabRunner::variantEnded, this, &LabCommand::takeVariant);
    connect(&m_runner, &LabRunner::ended, this, &LabCommand::judge);
}

int LabCommand::run()
{
    if (m_options.ids.isEmpty()) {
        QByteArray lines;
        for (const Experiment &experiment : catalogue())
            lines += entry(experiment, m_options.json);
        return write(lines) ? 0 : 1;
    }
    Interrupts interrupts;
    connect(&interrupts, &Interrupts::interrupted, this, &LabCommand::cancel);
    QMetaObject::invokeMethod(this, &LabCommand::runNext, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

void LabCommand::runNext()
{
    if (m_isCancelled)
        return leave(Interrupts::exitCode);
    if (m_next == m_options.ids.size())
        return leave(m_allHold ? 0 : 1);
    m_experiment = experimentOf(m_options.ids[m_next++]);
    m_results.clear();
    m_session.recording().clear(); // or it would hold all of them in the end
    if (write(heading(*m_experiment, m_options.json)))
        m_runner.runAll(*m_experiment, {.seed = m_options.seed});
}

void LabCommand::takeVariant(const VariantResult &result)
{
    m_results.append(result);
    if (!write(line(*m_experiment, result, m_options.json)))
        m_runner.cancel();
}

void LabCommand::judge()
{
    const Verdict verdict = m_experiment->verdict(Results(m_results));
    m_allHold = m_allHold && verdict.holds;
    if (write(line(*m_experiment, verdict, m_options.json)))
        QMetaObject::invokeMethod(this, &LabCommand::runNext, Qt::QueuedConnection);
}

void LabCommand::cancel()
{
    m_isCancelled = true;
    m_runner.cancel();
}

/// False when nobody can read them; the command then ends as soon as nothing runs.
bool LabCommand::write(const QByteArray &lines)
{
    m_output.add(lines);
    m_output.flush();
    if (!m_output.isBroken())
        return true;
    if (m_output.error() != EPIPE && !m_isCancelled) { // a reader that has had enough is no fault
        const QString text = tr("loopscope: The results cannot be written: %1.");
        std::fprintf(stderr, "%s\n", qUtf8Printable(text.arg(qt_error_string(m_output.error()))));
    }
    m_isCancelled = true;
    leave(1);
    return false;
}

void LabCommand::leave(int exitCode)
{
    QCoreApplication::exit(exitCode);
}
