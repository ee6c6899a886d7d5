// SPDX-License-Identifier: MIT
#include "ui/views/splittersizes.h"

#include <QSplitter>

#include <algorithm>

QString SplitterSizes::toText(const QSplitter &splitter)
{
    QStringList texts;
    const QList<int> sizes = splitter.sizes();
    for (const int size : sizes)
        texts.append(QString::number(size));
    const bool isLaidOut = std::ranges::any_of(sizes, [](int size) { return size > 0; });
    return isLaidOut ? texts.join(u',') : QString();
}

bool SplitterSizes::restore(QSplitter &splitter, const QString &text)
{
    const QList<QStringView> texts = QStringView(text).split(u',');
    if (texts.size() != splitter.count())
        return false;
    QList<int> sizes;
    for (const QStringView part : texts) {
        bool isNumber = false;
        sizes.append(part.toInt(&isNumber));
        if (!isNumber || sizes.last() < 0 || sizes.last() > largest)
            return false;
    }
    const bool hasSize = std::ranges::any_of(sizes, [](int size) { return size > 0; });
    if (hasSize)
        splitter.setSizes(sizes);
    return hasSize;
}
