// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

/// Holds a trace against the rules of Chrome's format as Perfetto and speedscope have them, without
/// knowing how ours is made. Names the first breach; empty when there is none.
class ChromeRules
{
public:
    QString fault(const QByteArray &json)
    {
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(json, &error);
        if (error.error != QJsonParseError::NoError)
            return error.errorString();
        const QJsonObject root = document.object();
        if (root[QStringLiteral("displayTimeUnit")].toString() != QStringLiteral("ms"))
            return QStringLiteral("no unit");
        if (!root[QStringLiteral("traceEvents")].isArray())
            return QStringLiteral("no events");
        for (const QJsonValue &value : root[QStringLiteral("traceEvents")].toArray()) {
            if (const char *breach = take(value.toObject()))
                return QString::fromLatin1(breach) + u' '
                    + QString::fromUtf8(QJsonDocument(value.toObject()).toJson());
        }
        return QString::fromLatin1(ofTheWhole());
    }

private:
    struct Span
    {
        double begin;
        double end;
    };

    const char *take(const QJsonObject &event)
    {
        const auto number
            = [&](const char *name) { return event[QString::fromLatin1(name)].isDouble(); };
        const QString phase = event[QStringLiteral("ph")].toString();
        const QString name = event[QStringLiteral("name")].toString();
        const double ts = event[QStringLiteral("ts")].toDouble();
        const qint64 thread = event[QStringLiteral("tid")].toInteger();
        const QString id = event[QStringLiteral("cat")].toString() + u'/'
            + event[QStringLiteral("id")].toString();
        if (!event[QStringLiteral("name")].isString() || phase.size() != 1 || !number("ts")
            || !number("pid") || !number("tid") || ts < 0)
            return "a field is missing:";
        const QJsonObject args = event[QStringLiteral("args")].toObject();
        if (phase == u"M") {
            if (name == QStringLiteral("thread_name")) {
                if (args[QStringLiteral("name")].toString().isEmpty() || m_named.contains(thread))
                    return "a thread has no name, or two:";
                m_named.insert(thread);
            }
            return nullptr;
        }
        m_used.insert(thread);
        if (phase == u"X") {
            if (!number("dur") || event[QStringLiteral("dur")].toDouble() < 0)
                return "no duration:";
            m_spans[thread].append({ts, ts + event[QStringLiteral("dur")].toDouble()});
        } else if (phase == u"b") {
            if (m_open.contains(id) || id.size() < 3)
                return "begun twice, or without an id:";
            m_open.insert(id, ts);
        } else if (phase == u"n" || phase == u"e") {
            if (!m_open.contains(id) || ts < m_open.value(id))
                return "not begun:";
            if (phase == u"e")
                m_open.remove(id);
        } else if (phase == u"C") {
            if (args.isEmpty() || !std::ranges::all_of(args, &isNumber))
                return "a counter without numbers:";
        } else if (phase == u"s" || phase == u"f") {
            if (phase == u"f" && event[QStringLiteral("bp")].toString() != QStringLiteral("e"))
                return "an arrow binds to the next slice:";
            (phase == u"s" ? m_from : m_to)[id].append({ts, double(thread)});
        } else {
            return "a phase that nobody asked for:";
        }
        return nullptr;
    }

    static bool isNumber(const QJsonValue &value) { return value.isDouble(); }

    const char *ofTheWhole()
    {
        if (!m_open.isEmpty())
            return "an asynchronous event never ends";
        if (!(m_used - m_named).isEmpty())
            return "a thread has no name";
        for (QList<Span> &spans : m_spans) {
            if (!areNested(spans))
                return "spans of a thread cross";
        }
        if (m_from.size() != m_to.size())
            return "an arrow without an end";
        for (auto from = m_from.cbegin(); from != m_from.cend(); ++from) {
            const QList<Span> to = m_to.value(from.key());
            if (from->size() != 1 || to.size() != 1 || to[0].begin < from->first().begin)
                return "an arrow without one beginning and one later end";
            for (const Span &end : {from->first(), to[0]}) {
                const auto holds = [&end](const Span &span) {
                    return span.begin <= end.begin && end.begin <= span.end;
                };
                if (std::ranges::none_of(m_spans.value(qint64(end.end)), holds))
                    return "an arrow that binds to no span";
            }
        }
        return nullptr;
    }

    /// By replaying begins and ends, as a reader does.
    static bool areNested(QList<Span> &spans)
    {
        std::ranges::stable_sort(spans, [](const Span &a, const Span &b) {
            return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
        });
        QList<double> ends;
        for (const Span &span : spans) {
            while (!ends.isEmpty() && ends.last() <= span.begin)
                ends.removeLast();
            if (!ends.isEmpty() && span.end > ends.last())
                return false;
            ends.append(span.end);
        }
        return true;
    }

    QHash<qint64, QList<Span>> m_spans; // by thread
    QHash<QString, double> m_open;
    QHash<QString, QList<Span>> m_from; // time and thread
    QHash<QString, QList<Span>> m_to;
    QSet<qint64> m_named;
    QSet<qint64> m_used;
};

inline QString chromeFault(const QByteArray &json)
{
    return ChromeRules().fault(json);
}
