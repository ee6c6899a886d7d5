// SPDX-License-Identifier: MIT
#include "fetch/addressreader.h"

#include <QCoreApplication>
#include <QtConcurrentRun>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

struct SourceTr
{
    Q_DECLARE_TR_FUNCTIONS(Workbench)
};

QString faultOf(const RejectedAddress &bad)
{
    return SourceTr::tr("Line %1: %2").arg(bad.line).arg(bad.reason)
        + (bad.text.isEmpty() ? QString() : u"  "_s + bad.text);
}

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

QString AddressSource::summary() const
{
    QString text = (isPractice ? SourceTr::tr("Practice server") : label) + u" · "_s
        + SourceTr::tr("%Ln address(es)", nullptr, int(list.addresses().size()));
    if (const int bad = int(list.rejected().size()); bad > 0)
        text += u" · "_s + SourceTr::tr("%Ln bad line(s)", nullptr, bad);
    return text;
}

QString AddressSource::verdict() const
{
    const QList<RejectedAddress> &bad = list.rejected();
    if (bad.isEmpty()) {
        return list.addresses().isEmpty()
            ? SourceTr::tr("There is no address to fetch. Write one, or open a list.")
            : QString();
    }
    return list.addresses().isEmpty()
        ? SourceTr::tr("None of the addresses can be fetched. %1").arg(faultOf(bad.first()))
        : SourceTr::tr("%Ln address(es) left out. %1", nullptr, int(bad.size()))
              .arg(faultOf(bad.first()));
}

QStringList AddressSource::faults(qsizetype most) const
{
    QStringList faults;
    for (const RejectedAddress &bad : list.rejected().mid(0, most))
        faults.append(faultOf(bad));
    if (const qsizetype more = list.rejected().size() - most; more > 0)
        faults.append(SourceTr::tr("and %Ln more bad line(s)", nullptr, int(more)));
    return faults;
}

AddressReader::AddressReader(QObject *parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &AddressReader::take);
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
