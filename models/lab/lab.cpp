// SPDX-License-Identifier: MIT
#include "lab/lab.h"

#include "record/recorder.h"

#include <QTimer>

#include <functional>
#include <optional>
#include <stdexcept>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int maxInFlight = 1'000;
constexpr auto beatInterval = 4ms; // short runs have enough beats for a percentile, too

/// A timer that is done early when somebody asks for a stop, on the same thread.
class Sleep final : public QObject
{
public:
    Sleep(std::chrono::milliseconds length, const std::stop_token &stop, QObject *parent)
        : QObject(parent)
    {
        m_promise.start();
        QTimer::singleShot(length, Qt::PreciseTimer, this, [this] { finish(); });
        m_onStop.emplace(stop, [this] { finish(); }); // at once when it is stopped already
    }
    ~Sleep() override { m_promise.finish(); } // or it would be cancelled, which nobody awaits

    QFuture<void> future() const { return m_promise.future(); }

private:
    void finish()
    {
        m_promise.finish();
        deleteLater();
    }

    QPromise<void> m_promise;
    std::optional<std::stop_callback<std::function<void()>>> m_onStop;
};

} // namespace

Lab::Lab(Recorder &recorder, const Terms &terms)
    : m_recorder(recorder)
    , m_terms(terms)
    , m_server(terms.seed)
    , m_pool(recorder)
    , m_fetcher(recorder)
{
    m_fetcher.setMaxInFlight(maxInFlight);
    m_fetcher.setMaxPerHost(maxInFlight);
    if (!m_server.start())
        throw std::runtime_error(m_server.errorString().toStdString());
    begin();
}

void Lab::begin()
{
    m_monitor = std::make_unique<LoopMonitor>();
    m_monitor->setInterval(beatInterval);
    m_monitor->setActive(true);
    m_beginNs = Recorder::now();
}

int Lab::knob(const char *id) const
{
    const auto found = m_terms.knobs.constFind(QLatin1StringView(id));
    Q_ASSERT_X(found != m_terms.knobs.constEnd(), "Lab::knob", id);
    return *found;
}

FetchRequest Lab::request(const QString &path) const
{
    FetchRequest request;
    request.url = address(path);
    request.retries = 0;
    request.title = path;
    request.parent = m_terms.task;
    return request;
}

QFuture<FetchResult> Lab::fetch(FetchRequest request, std::stop_token stop)
{
    return deliver(m_fetcher.fetch(std::move(request), std::move(stop)));
}

QFuture<void> Lab::sleep(std::chrono::milliseconds length)
{
    return (new Sleep(length, stopToken(), &m_context))->future();
}

void Lab::note(const QString &text)
{
    m_notes.append(text);
    m_recorder.record({.text = text,
                       .task = m_terms.task,
                       .kind = EventKind::Note,
                       .code = quint8(NoteCode::Message)});
}
