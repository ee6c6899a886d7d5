// SPDX-License-Identifier: MIT
#include "practice/query.h"

#include <algorithm>

namespace practice {

Query::Query(QByteArrayView text)
{
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf('&');
        const QByteArrayView item = end < 0 ? text : text.first(end);
        text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
        const qsizetype equals = item.indexOf('=');
        if (equals < 0)
            m_items.emplace_back(item, QByteArrayView());
        else
            m_items.emplace_back(item.first(equals), item.sliced(equals + 1));
    }
}

bool Query::has(QByteArrayView name) const
{
    return std::any_of(m_items.begin(), m_items.end(),
                       [name](const auto &item) { return item.first == name; });
}

QByteArray Query::text(QByteArrayView name, const QByteArray &fallback) const
{
    return has(name) ? QByteArray::fromPercentEncoding(raw(name).toByteArray()) : fallback;
}

qint64 Query::parse(QByteArrayView name, QByteArrayView value, qint64 fallback, qint64 least,
                    qint64 most)
{
    if (value.isEmpty())
        return fallback;
    qint64 factor = 1;
    if (value.endsWith('k') || value.endsWith('M')) {
        factor = value.endsWith('k') ? 1024 : 1024 * 1024;
        value.chop(1);
    }
    bool ok = false;
    const qlonglong number = value.toByteArray().toLongLong(&ok);
    // Divided instead of multiplied: 9000000000000000000M must not overflow.
    if (ok && number >= 0 && number <= most / factor && number * factor >= least)
        return number * factor;
    complain(name.toByteArray() + " must be a whole number from " + QByteArray::number(least)
             + " to " + QByteArray::number(most) + '.');
    return fallback;
}

void Query::complain(const QByteArray &problem)
{
    if (m_problem.isEmpty())
        m_problem = problem;
}

QByteArrayView Query::raw(QByteArrayView name) const
{
    const auto found = std::find_if(m_items.begin(), m_items.end(),
                                    [name](const auto &item) { return item.first == name; });
    return found == m_items.end() ? QByteArrayView() : found->second;
}

} // namespace practice
