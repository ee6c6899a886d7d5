// SPDX-License-Identifier: MIT
#include "lab/plainget.h"

#include "fetch/fetchtext.h"
#include "fetch/plainhttp.h"
#include "lab/lab.h"
#include "record/taskhandle.h"

#include <QDeadlineTimer>
#include <QTcpSocket>
#include <QTimer>

#include <memory>
#include <optional>

using namespace std::chrono_literals;

namespace {

constexpr auto limit = 5'000ms;
constexpr int slice = 50; // ms; how soon a blocked thread notices a stop

/// The server closes when it has said all.
Outcome outcomeOf(QTcpSocket &socket, bool isStopped)
{
    if (isStopped)
        return Outcome::cancelled();
    if (socket.state() != QAbstractSocket::UnconnectedState)
        return Outcome::timedOut(FetchText::totalLimit(limit, {}));
    return PlainHttp::parse(socket.readAll()).outcome;
}

Lane laneOf(int slot)
{
    return {Lane::Kind::Network, quint16(slot)};
}

Outcome getBlocking(const QUrl &url, const std::stop_token &stop)
{
    const QDeadlineTimer deadline(limit);
    QTcpSocket socket;
    PlainHttp::get(socket, url);
    socket.waitForConnected(int(limit.count())); // at once on the loopback
    // In slices, or nothing could end the wait.
    while (socket.state() == QAbstractSocket::ConnectedState && !stop.stop_requested()
           && !deadline.hasExpired())
        socket.waitForReadyRead(slice);
    return outcomeOf(socket, stop.stop_requested());
}

/// Lives until its socket is closed, the lab stopped, or the time is up.
class LoopGet final : public QObject
{
public:
    LoopGet(Lab &lab, const QString &path, int slot)
        : QObject(lab.context())
        , m_task(lab.recorder(), TaskType::Fetch, path, lab.task())
    {
        m_promise.start();
        m_task.run(laneOf(slot));
        connect(&m_socket, &QTcpSocket::stateChanged, this, [this](QTcpSocket::SocketState state) {
            if (state == QTcpSocket::UnconnectedState) // as far as an error or the end leads
                end(false);
        });
        QTimer::singleShot(limit, this, [this] { end(false); });
        PlainHttp::get(m_socket, lab.address(path));
        m_onStop.emplace(lab.stopToken(), [this] { end(true); });
    }
    ~LoopGet() override { end(true); } // whoever awaits gets an answer in any case

    QFuture<bool> future() const { return m_promise.future(); }

private:
    void end(bool isStopped)
    {
        if (m_task.isFinished())
            return;
        const Outcome outcome = outcomeOf(m_socket, isStopped);
        m_task.finish(outcome);
        m_promise.addResult(outcome.hasSucceeded());
        m_promise.finish();
        deleteLater();
    }

    TaskHandle m_task;
    QPromise<bool> m_promise;
    QTcpSocket m_socket;
    std::optional<std::stop_callback<std::function<void()>>> m_onStop;
};

} // namespace

QFuture<bool> PlainGet::onLoop(Lab &lab, const QString &path, int slot)
{
    return (new LoopGet(lab, path, slot))->future();
}

std::function<bool()> PlainGet::blocking(Lab &lab, const QString &path, int slot)
{
    auto task = std::make_shared<TaskHandle>(lab.recorder(), TaskType::Fetch, path, lab.task());
    return [task, slot, url = lab.address(path), stop = lab.stopToken()] {
        task->run(laneOf(slot));
        const Outcome outcome = getBlocking(url, stop);
        task->finish(outcome);
        return outcome.hasSucceeded();
    };
}
