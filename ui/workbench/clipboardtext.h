// SPDX-License-Identifier: MIT
#pragma once

#include <QClipboard>
#include <QFutureWatcher>
#include <QObject>

#include <optional>
#include <stop_token>

class QMimeData;

/// Fetches the text that another program copied, without holding up the loop. QClipboard waits for
/// it on the thread of the window: a third of a second for 40 MB on X11, five seconds when the
/// other program does not answer. GUI thread; destroying it stops what is under way.
class ClipboardText final : public QObject
{
    Q_OBJECT
public:
    explicit ClipboardText(QObject *parent = nullptr);
    ~ClipboardText() override { m_stop.request_stop(); }

    /// QClipboard has it in memory, or there is no other way to it than QClipboard.
    static bool isAtHand(QClipboard::Mode mode);
    /// Which of the clipboards that are not at hand \p data is, of which even its formats would
    /// have to be waited for; none when it was dropped, too.
    static std::optional<QClipboard::Mode> elsewhere(const QMimeData *data);
    /// What an empty fetched() means, as a sentence.
    static QString nothing();

    /// fetched() comes later, unless it is stopped or asked for another before.
    void fetch(QClipboard::Mode mode);
    void stop();
    bool isFetching() const { return m_isFetching; }

    static constexpr qsizetype maxBytes = 64LL << 20;

signals:
    /// Empty when nobody answers, when it is no text, or more than maxBytes.
    void fetched(const QByteArray &text);
    /// isFetching() is another now; after fetched(), when that is why.
    void fetchingChanged();

private:
    QFutureWatcher<QByteArray> m_watcher;
    std::stop_source m_stop;
    bool m_isFetching = false;
};
