// SPDX-License-Identifier: MIT
#pragma once

#include "fetch/addresslist.h"

#include <QFutureWatcher>
#include <QObject>
#include <QStringList>

#include <functional>
#include <stop_token>

/// Where the Workbench's addresses come from: the practice server's set, or a list a person gave.
/// A value, quick to copy. Any thread.
struct AddressSource
{
    QString label {}; ///< "links.txt"; empty for the practice server
    QByteArray text {}; ///< what the list was read from, bad lines and comments included
    AddressList list {};
    bool isPractice = false;
    QString fault {}; ///< a sentence when there was nothing to read; else empty

    /// "links.txt · 2 addresses · 1 bad line".
    QString summary() const;
    /// What there is to say when it is run, a sentence: what is left out, or that nothing is there.
    /// Empty when everything can be fetched.
    QString verdict() const;
    /// The lines that are left out, each with its number and why; of more than \p most only the
    /// first, and how many more. Nobody reads a hundred thousand, and to show them takes its time.
    static constexpr qsizetype mostFaults = 1'000;
    QStringList faults(qsizetype most = mostFaults) const;
};

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
    ~AddressReader() override { m_stop.request_stop(); }

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
