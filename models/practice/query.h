// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <utility>
#include <vector>

namespace practice {

/// The parameters of one request. Each getter knows the limits of what it reads; a value outside of
/// them is remembered as problem(), so that endpoints read all they need and check nothing.
class Query
{
public:
    /// \p text is what follows the '?'; it must outlive the Query.
    explicit Query(QByteArrayView text);

    bool has(QByteArrayView name) const;
    /// Percent-decoded.
    QByteArray text(QByteArrayView name, const QByteArray &fallback = {}) const;
    bool flag(QByteArrayView name, bool fallback = false)
    {
        return number(name, fallback ? 1 : 0, 0, 1) != 0;
    }
    /// A whole number from \p least to \p most; k and M at its end mean 1024 and 1048576.
    qint64 number(QByteArrayView name, qint64 fallback, qint64 least, qint64 most)
    {
        return parse(name, raw(name), fallback, least, most);
    }
    /// The same for a \p value from elsewhere, called \p name; empty is the fallback.
    qint64 parse(QByteArrayView name, QByteArrayView value, qint64 fallback, qint64 least,
                 qint64 most);

    /// The first thing that was wrong, as a sentence; empty when nothing was.
    const QByteArray &problem() const { return m_problem; }
    void complain(const QByteArray &problem);

private:
    QByteArrayView raw(QByteArrayView name) const;

    std::vector<std::pair<QByteArrayView, QByteArrayView>> m_items;
    QByteArray m_problem;
};

} // namespace practice
