// SPDX-License-Identifier: MIT
#include "server/practiceserver.h"

#include "server/listener.h"
#include "server/practiceset.h"
#include "server/tally.h"

#include <QRandomGenerator>
#include <QThread>

#include <array>

using namespace Qt::StringLiterals;

namespace {

QByteArray makeToken()
{
    std::array<quint32, 4> words;
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words).toHex();
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
    m_thread = std::make_unique<QThread>();
    m_thread->setObjectName(u"practice server"_s);
    m_listener = new practice::Listener(m_seed, m_token, *m_tally, m_limits);
    m_listener->moveToThread(m_thread.get());
    QObject::connect(m_thread.get(), &QThread::finished, m_listener, &QObject::deleteLater);
    m_thread->start();
    bool listening = false;
    QMetaObject::invokeMethod(
        m_listener, [this, &listening] { listening = m_listener->open(); },
        Qt::BlockingQueuedConnection);
    m_port = listening ? m_listener->serverPort() : 0;
    m_errorString = listening ? QString() : m_listener->errorString();
    return listening;
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
