// SPDX-License-Identifier: MIT
#include "loop/witnesslink.h"

#include "loop/witnessserver.h"
#include "record/recorder.h"

#include <QCoreApplication>
#include <QProcess>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 patienceNs = 3'000'000'000; // how long a witness may take to report for duty
}

WitnessLink::WitnessLink(const LoopMonitor &monitor, BlockRelease &release)
    : m_name(u"loopscope-%1"_s.arg(QUuid::createUuid().toString(QUuid::WithoutBraces)))
    , m_server(new WitnessServer(monitor, release, m_name))
{
    m_thread.setObjectName(u"witness"_s);
    m_server->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
    m_thread.start();
}

WitnessLink::~WitnessLink()
{
    QMetaObject::invokeMethod(m_server, &WitnessServer::close, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void WitnessLink::tell(const StallNews &news)
{
    m_server->tell(news);
}

bool WitnessLink::open(QPoint corner, const QString &theme)
{
    const qint64 now = Recorder::now();
    const int arrivals = m_server->arrivals(); // a new one is on its way only until it has come
    bool hasWitness = false;
    QMetaObject::invokeMethod(m_server, &WitnessServer::hasWitness, Qt::BlockingQueuedConnection,
                              &hasWitness);
    if (hasWitness || (arrivals == m_arrivals && now - m_startedNs < patienceNs))
        return true;
    QMetaObject::invokeMethod(m_server, &WitnessServer::listen, Qt::BlockingQueuedConnection);
    const QStringList arguments {
        u"witness"_s, u"--at"_s, u"%1,%2"_s.arg(corner.x()).arg(corner.y()),
        u"--theme"_s, theme,     m_name};
    if (!QProcess::startDetached(QCoreApplication::applicationFilePath(), arguments))
        return false;
    m_startedNs = now;
    m_arrivals = arrivals;
    return true;
}
