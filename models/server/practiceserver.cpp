// SPDX-License-Identifier: MIT
#include "server/practiceserver.h"

#include "server/listener.h"
#include "server/practiceset.h"
#include "server/tally.h"

#include <QEventLoop>
#include <QRandomGenerator>
#include <QThread>

#include <array>
#include <future>

using namespace Qt::StringLiterals;

namespace {

QByteArray makeToken()
{
    std::array<quint32, 4> words;
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words).toHex();
}

/// What start() learns from the server's thread.
struct Opened
{
    quint16 port = 0; // 0: errorString says why
    QString errorString {};
};

Opened open(practice::Listener &listener)
{
    if (listener.open())
        return {.port = listener.serverPort()};
    return {.errorString = listener.errorString()};
}

} // namespace

PracticeServer::PracticeServer(quint32 seed)
    : m_seed(seed)
    , m_token(makeToken())
    , m_tally(std::make_unique<practice::Tally>())
{
}

PracticeServer::~PracticeServer()
{
    stop();
}

bool PracticeServer::start()
{
    if (isListening())
        return true;
    stop();
    std::promise<Opened> promise; // unlike a blocking call of Qt, a race detector sees it
    std::future<Opened> opened = promise.get_future();
    m_thread.reset(QThread::create([this, promise = std::move(promise)]() mutable {
        practice::Listener listener(m_seed, m_token, *m_tally, m_limits);
        promise.set_value(open(listener));
        QEventLoop().exec(); // until QThread::quit()
    }));
    m_thread->setObjectName(u"practice server"_s);
    m_thread->start();
    const Opened result = opened.get();
    m_port = result.port;
    m_errorString = result.errorString;
    return isListening();
}

void PracticeServer::stop()
{
    m_port = 0;
    if (!m_thread)
        return;
    m_thread->quit();
    m_thread->wait();
    m_thread.reset();
}

QUrl PracticeServer::address(const QString &path) const
{
    return QUrl(u"http://127.0.0.1:%1/%2/"_s.arg(m_port).arg(QLatin1StringView(m_token)) + path);
}

QStringList PracticeServer::practiceSet(int count) const
{
    return practice::practiceSet(m_seed, count);
}

PracticeServer::Counters PracticeServer::counters() const
{
    return m_tally->snapshot();
}

void PracticeServer::resetCounters()
{
    m_tally->reset();
}
