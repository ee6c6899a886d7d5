// SPDX-License-Identifier: MIT
#include "ui/views/addresssource.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct SourceTr
{
    Q_DECLARE_TR_FUNCTIONS(Workbench)
};

} // namespace

QStringList AddressSource::faults() const
{
    QStringList faults;
    for (const RejectedAddress &bad : list.rejected().mid(0, mostFaults)) {
        faults.append(SourceTr::tr("Line %1: %2").arg(bad.line).arg(bad.reason)
                      + (bad.text.isEmpty() ? QString() : u"  "_s + bad.text));
    }
    if (const qsizetype more = list.rejected().size() - mostFaults; more > 0)
        faults.append(SourceTr::tr("and %Ln more bad line(s)", nullptr, int(more)));
    return faults;
}
