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

/// Takes what \p a and \p b have in common from the lines that only one has. Both at once, so that
/// they agree on which it is.
void clearCommon(const QStringList &a, QList<bool> &onlyA, const QStringList &b, QList<bool> &onlyB)
{
    const auto lengths = commonLengths(a, b);
    size_t i = 0;
    size_t j = 0;
    while (i < size_t(a.size()) && j < size_t(b.size())) {
        if (a[qsizetype(i)] == b[qsizetype(j)]) {
            onlyA[qsizetype(i++)] = false;
            onlyB[qsizetype(j++)] = false;
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
    QList<QList<bool>> only;
    for (const QStringList &version : plain) {
        only.append(QList<bool>());
        for (const QString &line : version)
            only.last().append(!line.isEmpty());
    }
    for (qsizetype a = 0; a < plain.size(); ++a) {
        for (qsizetype b = a + 1; b < plain.size(); ++b)
            clearCommon(plain[a], only[a], plain[b], only[b]);
    }
    return only;
}
