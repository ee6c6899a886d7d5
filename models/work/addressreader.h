// SPDX-License-Identifier: MIT
#pragma once

#include "work/addresssource.h"

#include <QFutureWatcher>
#include <QObject>

#include <functional>
#include <stop_token>

/// What a list is read from, or a sentence that says why there is nothing. A value.
struct AddressText
{
    QByteArray text {};
    QString fault {};
};

/// Reads lists of addresses of any size; the loop of its thread turns meanwhile, for both fetching
/// the text and taking it apart are done on a pool thread. The latest wins: what was being read
/// before ends at once, and nobody hears of it. Belongs to one thread, the GUI's; destroying it
/// stops what is under way and does not wait.
class AddressReader final : public QObject
{
    Q_OBJECT
public:
    /// Called on a pool thread; may block. Ends early once it is asked to stop.
    using Fetch = std::function<AddressText(const std::stop_token &stop)>;

    explicit AddressReader(QObject *parent = nullptr);
    ~AddressReader() override;

    /// \p label is the source's. A text of at most \c atOnce characters is read before this
    /// returns: that takes less time than to ask another thread, and nothing flickers.
    void read(const QString &label, const QString &text);
    void read(const QString &label, const QByteArray &text);
    void read(const QString &label, Fetch fetch);
    static constexpr qsizetype atOnce = AddressList::maxAddressLength;

    /// Nothing comes any more of what is being read.
    void stop();
    bool isReading() const { return m_isReading; }

signals:
    /// The list is there, or AddressSource::fault says why not; isReading() is false again.
    void finished(const AddressSource &source);
    /// isReading() is another now; after finished(), when that is why.
    void readingChanged();

private:
    void take();
    void finish(const AddressSource &source);

    QFutureWatcher<AddressSource> m_watcher;
    std::stop_source m_stop;
    bool m_isReading = false;
};
