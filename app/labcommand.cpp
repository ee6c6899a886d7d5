// SPDX-License-Identifier: MIT
#include "app/labcommand.h"

#include "app/interrupts.h"
#include "lab/catalogue.h"

#include <QCoreApplication>

#include <cerrno>

LabCommand::LabCommand(const LabOptions &options)
    : m_options(options)
    , m_printer(options.json)
    , m_output(stdout)
    , m_runner(m_recorder, m_recording)
{
    m_recording.setRecorder(&m_recorder);
    connect(&m_runner, &LabRunner::variantEnded, this, &LabCommand::takeVariant);
    connect(&m_runner, &LabRunner::ended, this, &LabCommand::judge);
}

int LabCommand::run()
{
    if (m_options.ids.isEmpty()) {
        QByteArray lines;
        for (const Experiment &experiment : catalogue())
            lines += m_printer.entry(experiment);
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
    m_recording.clear(); // or it would hold all of them in the end
    if (write(m_printer.heading(*m_experiment)))
        m_runner.runAll(*m_experiment, {.seed = m_options.seed});
}

void LabCommand::takeVariant(const VariantResult &result)
{
    m_results.append(result);
    if (!write(m_printer.variant(*m_experiment, result)))
        m_runner.cancel();
}

void LabCommand::judge()
{
    const Verdict verdict = m_experiment->verdict(Results(m_results));
    m_allHold = m_allHold && verdict.holds;
    if (write(m_printer.verdict(*m_experiment, verdict)))
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
