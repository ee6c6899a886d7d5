// SPDX-License-Identifier: MIT
#include "app/cli/fetchcommand.h"

#include "app/cli/interrupts.h"
#include "app/cli/jsonprinter.h"
#include "app/cli/tableprinter.h"
#include "app/cli/terminal.h"
#include "engine/engine.h"
#include "session/tasktext.h"
#include "trace/tracefile.h"

#include <algorithm>
#include <cerrno>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class Board;

/// The one line on the terminal that is written again and again while the work goes on.
class ProgressLine
{
    Q_DECLARE_TR_FUNCTIONS(ProgressLine)
public:
    /// \p terminal must outlive this object.
    explicit ProgressLine(std::FILE *terminal)
        : m_terminal(terminal)
    {
    }
    /// Erases the line.
    ~ProgressLine() { erase(); }
    Q_DISABLE_COPY_MOVE(ProgressLine)

    /// \p expected: how many rows \p board will have in the end.
    void draw(const Board &board, qsizetype expected, qint64 elapsedNs);
    void erase();

private:
    /// The line, at most \p width columns.
    static QString text(const Board &board, qsizetype expected, qint64 elapsedNs, int width);

    std::FILE *m_terminal;
    bool m_isDrawn = false;
};

namespace {

constexpr auto progressInterval = 100ms;

std::unique_ptr<FetchPrinter> makePrinter(const FetchOptions &options)
{
    if (options.json)
        return std::make_unique<JsonPrinter>();
    return std::make_unique<TablePrinter>(
        Terminal::wantsColour(stdout) ? TablePrinter::Colours::On : TablePrinter::Colours::Off);
}

QString bar(double fraction, int columns)
{
    const int full = std::clamp(int(std::lround(fraction * columns)), 0, columns);
    return QString(full, u'█') + QString(columns - full, u'░');
}

} // namespace

void ProgressLine::draw(const Board &board, qsizetype expected, qint64 elapsedNs)
{
    // The last column stays free: some terminals wrap as soon as it is written.
    const QString line = text(board, expected, elapsedNs, Terminal::width(m_terminal) - 1);
    const QByteArray bytes = "\r\x1b[K" + line.toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), m_terminal);
    std::fflush(m_terminal);
    m_isDrawn = true;
}

void ProgressLine::erase()
{
    if (!std::exchange(m_isDrawn, false))
        return;
    std::fputs("\r\x1b[K", m_terminal);
    std::fflush(m_terminal);
}

QString ProgressLine::text(const Board &board, qsizetype expected, qint64 elapsedNs, int width)
{
    constexpr int barColumns = 24;
    const qsizetype done = board.rowCount() - board.unfinished();
    const double known = expected > 0 ? double(board.rowCount()) / double(expected) : 0;
    const double fraction = std::clamp(board.progress() * known, 0.0, 1.0);
    const QString line = tr("%1 %2 % · %3 of %4 · %5 running · %6 · %7")
                             .arg(bar(fraction, barColumns), QString::number(int(fraction * 100)),
                                  QString::number(done), QString::number(expected),
                                  QString::number(board.count(TaskStatus::Running)),
                                  TaskText::bytes(board.bytes()), TaskText::seconds(elapsedNs));
    return line.left(std::max(0, width));
}

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
    connect(&engine.session().recording(), &Recording::appended, this, &FetchCommand::follow);
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
    m_engine.session().recording().drain();
    const QString fault
        = TraceFile::save(m_engine.session().recording().snapshot(), m_options.trace);
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
    m_engine.cancelAll();
}

/// The moment was connected to the recording before, so its board knows the events already.
void FetchCommand::follow(qsizetype first, qsizetype end)
{
    const Board &board = m_engine.session().playhead().board();
    for (qsizetype i = first; i < end; ++i) {
        const TaskEvent &event = m_engine.session().recording().at(i);
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
    m_progress->draw(m_engine.session().playhead().board(), m_addresses.good().size(),
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
    disconnect(&m_engine.session().recording(), nullptr, this, nullptr);
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
    const Board &board = m_engine.session().playhead().board();
    return board.rowCount() == m_addresses.good().size() && board.unfinished() == 0;
}

FetchSummary FetchCommand::summary() const
{
    const Board &board = m_engine.session().playhead().board();
    return {.succeeded = board.count(TaskStatus::Succeeded),
            .failed = board.count(TaskStatus::Failed),
            .cancelled = board.count(TaskStatus::Cancelled),
            .timedOut = board.count(TaskStatus::TimedOut),
            .abandoned = board.count(TaskStatus::Abandoned),
            .rejected = int(m_addresses.rejected().size()),
            .elapsedNs = Recorder::now() - m_startNs,
            .lag = m_engine.loop().sinceStart()};
}
