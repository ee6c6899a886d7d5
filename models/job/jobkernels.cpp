// SPDX-License-Identifier: MIT
#include "job/jobkernels.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

QString resultText(const QByteArray &digest)
{
    return QString::fromLatin1(digest);
}

QString resultText(const WordCount &count)
{
    return QCoreApplication::translate("Job", "%Ln word(s)", nullptr, int(count.words));
}

QString resultText(const QImage &image)
{
    return u"%1×%2"_s.arg(image.width()).arg(image.height());
}
