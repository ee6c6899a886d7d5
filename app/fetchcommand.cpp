// SPDX-License-Identifier: MIT
#include "app/fetchcommand.h"

#include "app/engine.h"
#include "app/interrupts.h"
#include "app/jsonprinter.h"
#include "app/progressline.h"
#include "app/tableprinter.h"
#include "app/terminal.h"
#include "record/tracefile.h"

#include <cerrno>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto progressInterval = 100ms;

std::unique_ptr<FetchPrinter> makePrinter(const FetchOptions &options)
{
    if (options.json)
        return std::make_unique<JsonPrinter>();
    return std::make_unique<TablePrinter>(
        Terminal::wantsColour(stdout) ? TablePrinter::Colours::On : TablePrinter::Colours::Off);
}

} // namespace

FetchCommand::FetchCommand(Engine &engine, const FetchOptions &options,
                           const FetchAddresses &addresses)
    : m_engine(engine)
    , m_options(options)
    , m_addresses(addresses)
    , m_output(stdout)
    , m_printer(makePrinter(options))
{
    if (!options.json && Terminal::isTerminal(stderr) && qgetenv("TERM") != "dumb")
        m_progress = std::make_unique<ProgressLine>(stderr);
    m_progressTimer.setInterval(progressInterval);
    connect(&m_progressTimer, &QTimer::timeout, this, &FetchCommand::showProgress);
    connect(&engine.recording(), &Recording::appended, this, &FetchCommand::follow);
}

FetchCommand::~FetchCommand() = default;

int FetchCommand::run()
{
    Interrupts interrupts;
    connect(&interrupts, &Interrupts::interrupted, this, &FetchCommand::cancel);
    QMetaObject::invokeMethod(this, &FetchCommand::start, Qt::QueuedConnection);
    return saveTrace(QCoreApplication::exec());
}

/// At the very end, whatever the end was: a trace of what went wrong is worth the most.
int FetchCommand::saveTrace(int exitCode)
{
    if (m_options.trace.isEmpty())
        return exitCode;
    m_engine.loop().setActive(false); // or it would miss beats meanwhile
    m_engine.recording().drain();
    const QString fault = TraceFile::save(m_engine.recording().snapshot(), m_options.trace);
    if (fault.isEmpty())
        return exitCode;
    std::fprintf(stderr, "%s\n", qUtf8Printable(tr("loopscope: %1").arg(fault)));
    return 1;
}

void FetchCommand::start()
{
    m_startNs = Recorder::now();
    m_output.add(m_printer->heading());
    for (const RejectedAddress &address : m_addresses.rejected())
        m_output.add(m_printer->rejected(address));
    flush();
    if (m_output.isBroken())
        return;
    m_engine.loop().setActive(true); // after a long list of rejected lines, which is no lag
    m_engine.fetcher().setMaxInFlight(m_options.inFlight);
    m_engine.fetcher().setMaxPerHost(m_options.perHost);
    m_engine.job().start(m_addresses.good(), m_options.job);
    if (m_progress)
        m_progressTimer.start();
    if (isFinished())
        finish();
}

void FetchCommand::cancel()
{
    m_isCancelled = true;
    m_engine.job().cancelAll();
}

/// The moment was connected to the recording before, so its board knows the events already.
void FetchCommand::follow(qsizetype first, qsizetype end)
{
    const Board &board = m_engine.moment().board();
    for (qsizetype i = first; i < end; ++i) {
        const TaskEvent &event = m_engine.recording().at(i);
        const TaskState *task
            = event.kind == EventKind::Finished ? board.task(event.task) : nullptr;
        if (task && task->row >= 0)
            m_output.add(m_printer->finished(*task));
    }
    if (isFinished())
        finish();
    else if (!m_progress)
        flush();
}

/// Lines wait for the progress line, which would flicker if each of them erased it.
void FetchCommand::showProgress()
{
    m_progress->erase();
    flush();
    m_progress->draw(m_engine.moment().board(), m_addresses.good().size(),
                     Recorder::now() - m_startNs);
}

void FetchCommand::flush()
{
    m_output.flush();
    if (!m_output.isBroken())
        return;
    if (m_output.error() != EPIPE) { // a reader that has had enough is no fault
        const QString text = tr("loopscope: The results cannot be written: %1.");
        std::fprintf(stderr, "%s\n", qUtf8Printable(text.arg(qt_error_string(m_output.error()))));
    }
    disconnect(&m_engine.recording(), nullptr, this, nullptr);
    m_progressTimer.stop();
    QCoreApplication::exit(1);
}

void FetchCommand::finish()
{
    m_progressTimer.stop();
    m_progress.reset();
    const FetchSummary summary = this->summary();
    const int outcome = summary.isAllWell() ? 0 : 1;
    QCoreApplication::exit(m_isCancelled ? Interrupts::exitCode : outcome);
    m_output.add(m_printer->summary(summary));
    flush();
}

bool FetchCommand::isFinished() const
{
    const Board &board = m_engine.moment().board();
    return board.rowCount() == m_addresses.good().size() && board.unfinished() == 0;
}

FetchSummary FetchCommand::summary() const
{
    const Board &board = m_engine.moment().board();
    return {.succeeded = board.count(TaskStatus::Succeeded),
            .failed = board.count(TaskStatus::Failed),
            .cancelled = board.count(TaskStatus::Cancelled),
            .timedOut = board.count(TaskStatus::TimedOut),
            .abandoned = board.count(TaskStatus::Abandoned),
            .rejected = int(m_addresses.rejected().size()),
            .elapsedNs = Recorder::now() - m_startNs,
            .lag = m_engine.loop().sinceStart()};
}
