// SPDX-License-Identifier: MIT
#include "work/addressreader.h"

#include <QtConcurrentRun>

#include <utility>

namespace {

AddressSource readAll(const QString &label, const AddressReader::Fetch &fetch,
                      const std::stop_token &stop)
{
    const AddressText read = fetch(stop);
    return {.label = label,
            .text = read.text,
            .list = AddressList::parse(read.text, stop),
            .fault = read.fault};
}

} // namespace

AddressReader::AddressReader(QObject *parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &AddressReader::take);
}

AddressReader::~AddressReader()
{
    m_stop.request_stop();
}

void AddressReader::read(const QString &label, const QString &text)
{
    if (text.size() <= atOnce)
        finish(readAll(label, [&](const std::stop_token &) { return AddressText {text.toUtf8()}; },
                       {}));
    else
        read(label, [text](const std::stop_token &) { return AddressText {text.toUtf8()}; });
}

void AddressReader::read(const QString &label, const QByteArray &text)
{
    const Fetch fetch = [text](const std::stop_token &) { return AddressText {text}; };
    if (text.size() <= atOnce)
        finish(readAll(label, fetch, {}));
    else
        read(label, fetch);
}

void AddressReader::read(const QString &label, Fetch fetch)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_watcher.setFuture(QtConcurrent::run(readAll, label, std::move(fetch), m_stop.get_token()));
    if (!std::exchange(m_isReading, true))
        emit readingChanged();
}

void AddressReader::stop()
{
    m_stop.request_stop();
    if (std::exchange(m_isReading, false))
        emit readingChanged();
}

void AddressReader::take()
{
    const AddressSource source = m_watcher.future().takeResult(); // or the watcher would keep it
    if (m_isReading) // and was not stopped in the meantime
        finish(source);
}

void AddressReader::finish(const AddressSource &source)
{
    m_stop.request_stop(); // whatever was being read is older
    const bool wasReading = std::exchange(m_isReading, false);
    emit finished(source);
    if (wasReading && !m_isReading)
        emit readingChanged();
}
