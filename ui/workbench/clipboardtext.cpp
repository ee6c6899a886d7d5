// SPDX-License-Identifier: MIT
#include "ui/workbench/clipboardtext.h"

#include <QByteArray>
#include <QGuiApplication>
#include <QtConcurrentRun>

#include <utility>

#ifdef LOOPSCOPE_HAS_XCB
#include <QDeadlineTimer>

#include <chrono>
#include <cstdlib>
#include <memory>
#include <optional>

#include <poll.h>
#include <xcb/xcb.h>
#endif

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// What another program offers on X11, asked for over a connection of our own: Qt's belongs to the
/// GUI thread, and holds it up until the last byte is there.
namespace X11Selection {

/// The window is on X11, and this was built with XCB. GUI thread.
bool isAvailable();

/// The text of \p selection, "CLIPBOARD" or "PRIMARY", in UTF-8. Empty when there is none, when it
/// is larger than \p maxBytes, when nothing comes for five seconds, or when \p stop is asked to.
/// Blocks; any thread but the GUI's.
QByteArray text(const QByteArray &selection, qsizetype maxBytes, const std::stop_token &stop);

} // namespace X11Selection

#ifdef LOOPSCOPE_HAS_XCB

constexpr auto patience = 5s; // between two signs of life of the other program
constexpr int lookMs = 50; // how often it looks for a stop

struct Freed
{
    void operator()(void *reply) const { std::free(reply); }
    void operator()(xcb_connection_t *connection) const { xcb_disconnect(connection); }
};

template <typename T> using Owned = std::unique_ptr<T, Freed>;

/// A window that nobody sees, for the other program to put the text into one of its properties.
class Receiver
{
public:
    Receiver(qsizetype maxBytes, const std::stop_token &stop)
        : m_connection(xcb_connect(nullptr, nullptr))
        , m_maxBytes(maxBytes)
        , m_stop(stop)
    {
        if (xcb_connection_has_error(m_connection.get()))
            return;
        const xcb_screen_t *screen
            = xcb_setup_roots_iterator(xcb_get_setup(m_connection.get())).data;
        m_window = xcb_generate_id(m_connection.get());
        const quint32 mask = XCB_EVENT_MASK_PROPERTY_CHANGE;
        xcb_create_window(m_connection.get(), 0, m_window, screen->root, 0, 0, 1, 1, 0,
                          XCB_WINDOW_CLASS_INPUT_ONLY, screen->root_visual, XCB_CW_EVENT_MASK,
                          &mask);
        m_property = atom("LOOPSCOPE_TEXT"_ba);
        m_incremental = atom("INCR"_ba);
    }

    /// Empty when the other program does not have it as \p target; nothing when it is no use to ask
    /// for another.
    std::optional<QByteArray> ask(const QByteArray &selection, const QByteArray &target)
    {
        if (m_window == XCB_NONE)
            return {};
        xcb_convert_selection(m_connection.get(), m_window, atom(selection), atom(target),
                              m_property, XCB_CURRENT_TIME);
        const Owned<xcb_generic_event_t> answer = next(XCB_SELECTION_NOTIFY);
        if (!answer)
            return {};
        const auto *notify = reinterpret_cast<const xcb_selection_notify_event_t *>(answer.get());
        if (notify->property == XCB_NONE)
            return QByteArray();
        QByteArray text;
        if (takeProperty(text) != m_incremental)
            return text.size() <= m_maxBytes ? std::optional(text) : std::nullopt;
        return takeIncrements();
    }

private:
    xcb_atom_t atom(const QByteArray &name)
    {
        const auto cookie
            = xcb_intern_atom(m_connection.get(), 0, quint16(name.size()), name.constData());
        const Owned<xcb_intern_atom_reply_t> reply(
            xcb_intern_atom_reply(m_connection.get(), cookie, nullptr));
        return reply ? reply->atom : xcb_atom_t(XCB_NONE);
    }

    /// Adds what the property holds to \p text, deletes it, which asks for more, and returns its
    /// type; none when it is no text and no promise of one.
    xcb_atom_t takeProperty(QByteArray &text)
    {
        constexpr quint32 most = 1 << 28; // in units of four bytes; a request cannot be that large
        const auto cookie = xcb_get_property(m_connection.get(), 1, m_window, m_property,
                                             XCB_GET_PROPERTY_TYPE_ANY, 0, most);
        const Owned<xcb_get_property_reply_t> reply(
            xcb_get_property_reply(m_connection.get(), cookie, nullptr));
        if (!reply || (reply->type != m_incremental && reply->format != 8))
            return XCB_NONE;
        if (reply->type != m_incremental)
            text.append(static_cast<const char *>(xcb_get_property_value(reply.get())),
                        xcb_get_property_value_length(reply.get()));
        return reply->type;
    }

    /// More than fits into a request comes in portions, of which the last is empty.
    std::optional<QByteArray> takeIncrements()
    {
        QByteArray text;
        while (const Owned<xcb_generic_event_t> event = next(XCB_PROPERTY_NOTIFY)) {
            const auto *change = reinterpret_cast<const xcb_property_notify_event_t *>(event.get());
            if (change->atom != m_property || change->state != XCB_PROPERTY_NEW_VALUE)
                continue;
            const qsizetype before = text.size();
            if (takeProperty(text) == XCB_NONE)
                return {}; // the rest is missing
            if (text.size() == before)
                return text;
            if (text.size() > m_maxBytes)
                return {};
        }
        return {};
    }

    /// The next event of \p type; nothing when none comes or a stop does.
    Owned<xcb_generic_event_t> next(quint8 type)
    {
        xcb_flush(m_connection.get());
        const QDeadlineTimer deadline(patience);
        while (!m_stop.stop_requested() && !deadline.hasExpired()
               && !xcb_connection_has_error(m_connection.get())) {
            if (Owned<xcb_generic_event_t> event {xcb_poll_for_event(m_connection.get())}) {
                if ((event->response_type & 0x7f) == type)
                    return event;
                continue;
            }
            pollfd ready {xcb_get_file_descriptor(m_connection.get()), POLLIN, 0};
            poll(&ready, 1, lookMs);
        }
        return {};
    }

    Owned<xcb_connection_t> m_connection;
    qsizetype m_maxBytes;
    std::stop_token m_stop;
    xcb_window_t m_window = XCB_NONE;
    xcb_atom_t m_property = XCB_NONE;
    xcb_atom_t m_incremental = XCB_NONE;
};

bool X11Selection::isAvailable()
{
    return QGuiApplication::platformName() == u"xcb";
}

QByteArray X11Selection::text(const QByteArray &selection, qsizetype maxBytes,
                              const std::stop_token &stop)
{
    Receiver receiver(maxBytes, stop);
    for (const QByteArray &target :
         {"UTF8_STRING"_ba, "text/plain;charset=utf-8"_ba, "STRING"_ba}) {
        std::optional<QByteArray> text = receiver.ask(selection, target);
        if (!text)
            return {};
        if (text->endsWith('\0')) // some programs count the end of a string of C among the text
            text->chop(1);
        if (!text->isEmpty())
            return target == "STRING" ? QString::fromLatin1(*text).toUtf8() : *text;
    }
    return {};
}

#else

bool X11Selection::isAvailable()
{
    return false;
}

QByteArray X11Selection::text(const QByteArray &, qsizetype, const std::stop_token &)
{
    return {};
}

#endif

} // namespace

ClipboardText::ClipboardText(QObject *parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        const QByteArray text = m_watcher.future().takeResult();
        if (!std::exchange(m_isFetching, false))
            return; // stopped in the meantime
        emit fetched(text);
        if (!m_isFetching)
            emit fetchingChanged();
    });
}

bool ClipboardText::isAtHand(QClipboard::Mode mode)
{
    const QClipboard *clipboard = QGuiApplication::clipboard();
    const bool isOurs
        = mode == QClipboard::Clipboard ? clipboard->ownsClipboard() : clipboard->ownsSelection();
    return isOurs || !X11Selection::isAvailable();
}

std::optional<QClipboard::Mode> ClipboardText::elsewhere(const QMimeData *data)
{
    for (const auto mode : {QClipboard::Clipboard, QClipboard::Selection}) {
        if (!isAtHand(mode) && data == QGuiApplication::clipboard()->mimeData(mode))
            return mode;
    }
    return {};
}

QString ClipboardText::nothing()
{
    return tr("There is no text to be pasted, or more than 64 MB of it.");
}

void ClipboardText::fetch(QClipboard::Mode mode)
{
    const auto selection = mode == QClipboard::Clipboard ? "CLIPBOARD"_ba : "PRIMARY"_ba;
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_watcher.setFuture(QtConcurrent::run([selection, stop = m_stop.get_token()] {
        return X11Selection::text(selection, maxBytes, stop);
    }));
    if (!std::exchange(m_isFetching, true))
        emit fetchingChanged();
}

void ClipboardText::stop()
{
    m_stop.request_stop();
    if (std::exchange(m_isFetching, false))
        emit fetchingChanged();
}
