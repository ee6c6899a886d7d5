// SPDX-License-Identifier: MIT
#include "lab/linediff.h"

#include <algorithm>
#include <vector>

namespace {

QStringList trimmed(const QStringList &lines)
{
    QStringList result;
    for (const QString &line : lines)
        result.append(line.trimmed());
    return result;
}

/// [i][j]: the length of the longest common sequence of \p a from i on and \p b from j on.
std::vector<std::vector<int>> commonLengths(const QStringList &a, const QStringList &b)
{
    std::vector<std::vector<int>> lengths(size_t(a.size()) + 1,
                                          std::vector<int>(size_t(b.size()) + 1));
    for (auto i = size_t(a.size()); i-- > 0;) {
        for (auto j = size_t(b.size()); j-- > 0;) {
            lengths[i][j] = a[qsizetype(i)] == b[qsizetype(j)]
                ? lengths[i + 1][j + 1] + 1
                : std::max(lengths[i + 1][j], lengths[i][j + 1]);
        }
    }
    return lengths;
}

/// Takes from \p only the lines of \p a that it has in common with \p b.
void clearCommon(QList<bool> &only, const QStringList &a, const QStringList &b)
{
    const auto lengths = commonLengths(a, b);
    size_t i = 0;
    size_t j = 0;
    while (i < size_t(a.size()) && j < size_t(b.size())) {
        if (a[qsizetype(i)] == b[qsizetype(j)]) {
            only[qsizetype(i)] = false;
            ++i;
            ++j;
        } else if (lengths[i + 1][j] >= lengths[i][j + 1]) {
            ++i;
        } else {
            ++j;
        }
    }
}

} // namespace

QList<QList<bool>> LineDiff::onlyHere(const QList<QStringList> &versions)
{
    QList<QStringList> plain;
    std::ranges::transform(versions, std::back_inserter(plain), trimmed);
    QList<QList<bool>> result;
    for (const QStringList &version : plain) {
        QList<bool> only;
        for (const QString &line : version)
            only.append(!line.isEmpty());
        for (const QStringList &other : plain) {
            if (&other != &version)
                clearCommon(only, version, other);
        }
        result.append(only);
    }
    return result;
}
