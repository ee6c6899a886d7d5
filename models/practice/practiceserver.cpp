// SPDX-License-Identifier: MIT
#include "practice/practiceserver.h"

#include "practice/listener.h"
#include "practice/noise.h"
#include "practice/tally.h"

#include <QEventLoop>
#include <QRandomGenerator>
#include <QThread>

#include <array>
#include <future>

using namespace Qt::StringLiterals;

namespace {

using practice::Noise;

constexpr int firstPictures = 10; // a show begins with something to see

/// What is not a picture, spread evenly among the pictures. %1 is a number of its own.
constexpr auto others = std::to_array<QLatin1StringView>({
    "text/%1"_L1,
    "bytes/300k?rate=150k&key=%1"_L1,
    "flaky/2?key=set-%1&again=1"_L1,
    "users/%1"_L1,
    "status/503?n=%1"_L1, // fails
    "redirect/3"_L1,
    "text/%1?words=60000&rate=200k"_L1,
    "truncate/155k?of=500k"_L1, // fails
    "drip?bytes=40&ms=60"_L1,
    "orders?user=%1"_L1,
    "hang"_L1, // fails: times out
    "text/%1?gzip=1&words=40000"_L1,
    "bytes/1M?chunked=1&key=%1"_L1,
    "reset-within?bytes=60k&of=200k"_L1, // fails
    "delay/1200"_L1,
    "bytes/64k?digest=wrong&key=%1"_L1, // fails: corrupt
    "text/%1?delay=400"_L1,
    "redirect-loop"_L1, // fails
    "users?ids=%1,5,6"_L1,
    "chunk-bad?digest=1"_L1, // fails: corrupt
    "bytes/2M?key=%1"_L1,
    "text/%1?words=5000"_L1,
    "gzip-truncated?digest=1"_L1, // fails: corrupt
    "bytes/500k?rate=400k&gzip=1&key=%1"_L1,
});

QString picturePath(const Noise &noise, int index)
{
    constexpr auto sizes = std::to_array<QLatin1StringView>(
        {"w=960&h=640"_L1, "w=640&h=640"_L1, "w=1200&h=800"_L1, "w=600&h=900"_L1});
    const auto at = quint64(index) * 4;
    const int number = noise.below(at, 10'000);
    const QLatin1StringView size = sizes[size_t(noise.below(at + 1, int(sizes.size())))];
    const int delay = 50 * noise.below(at + 2, 16);
    if (index % 8 == 5)
        return u"photo/%1?rate=%2k"_s.arg(number).arg(200 + delay);
    return u"image/%1?%2&delay=%3"_s.arg(number).arg(size).arg(delay);
}

/// See PracticeServer::practiceSet().
QStringList makePracticeSet(quint32 seed, int count)
{
    const Noise noise(seed, "practice set");
    constexpr int round = 64; // so many addresses share one row of others
    constexpr int rest = round - firstPictures;
    QStringList paths;
    int used = 0;
    for (int i = 0; i < count; ++i) {
        const int place = i % round - firstPictures;
        // The n-th other comes where n/24 of the rest of the round is reached.
        const int due = place < 0 ? 0 : (place + 1) * int(others.size()) / rest;
        if (used >= i / round * int(others.size()) + due) {
            paths.append(picturePath(noise, i));
            continue;
        }
        const QString other = others[size_t(used++) % others.size()];
        paths.append(other.contains(u"%1"_s) ? other.arg(1 + noise.below(quint64(i) * 4 + 3, 999))
                                             : other);
    }
    return paths;
}

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
    return makePracticeSet(m_seed, count);
}

PracticeServer::Counters PracticeServer::counters() const
{
    return m_tally->snapshot();
}

void PracticeServer::resetCounters()
{
    m_tally->reset();
}
