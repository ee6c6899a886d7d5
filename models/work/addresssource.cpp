// SPDX-License-Identifier: MIT
#include "work/addresssource.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct SourceTr
{
    Q_DECLARE_TR_FUNCTIONS(Workbench)
};

QString faultOf(const RejectedAddress &bad)
{
    return SourceTr::tr("Line %1: %2").arg(bad.line).arg(bad.reason)
        + (bad.text.isEmpty() ? QString() : u"  "_s + bad.text);
}

} // namespace

QString AddressSource::summary() const
{
    QString text = (isPractice ? SourceTr::tr("Practice server") : label) + u" · "_s
        + SourceTr::tr("%Ln address(es)", nullptr, int(list.addresses().size()));
    if (const int bad = int(list.rejected().size()); bad > 0)
        text += u" · "_s + SourceTr::tr("%Ln bad line(s)", nullptr, bad);
    return text;
}

QString AddressSource::verdict() const
{
    const QList<RejectedAddress> &bad = list.rejected();
    if (bad.isEmpty()) {
        return list.addresses().isEmpty()
            ? SourceTr::tr("There is no address to fetch. Write one, or open a list.")
            : QString();
    }
    return list.addresses().isEmpty()
        ? SourceTr::tr("None of the addresses can be fetched. %1").arg(faultOf(bad.first()))
        : SourceTr::tr("%Ln address(es) left out. %1", nullptr, int(bad.size()))
              .arg(faultOf(bad.first()));
}

QStringList AddressSource::faults() const
{
    QStringList faults;
    for (const RejectedAddress &bad : list.rejected().mid(0, mostFaults))
        faults.append(faultOf(bad));
    if (const qsizetype more = list.rejected().size() - mostFaults; more > 0)
        faults.append(SourceTr::tr("and %Ln more bad line(s)", nullptr, int(more)));
    return faults;
}
