// SPDX-License-Identifier: MIT
#include "trace/tracefile.h"

#include "trace/tracereader.h"
#include "trace/tracewriter.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace {

struct TraceTr
{
    Q_DECLARE_TR_FUNCTIONS(Trace)
};

bool isSpecial(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() && !info.isFile() && !info.isDir();
}

/// What went wrong, in the system's words.
QString write(const Snapshot &events, QFileDevice &file, const TraceWatch &watch)
{
    // The writer has a buffer of its own, and a second one forgets why it could not be emptied.
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return file.errorString();
    TraceWriter writer(events, file, watch);
    if (writer.write())
        return {};
    return watch.stop.stop_requested() ? TraceTr::tr("saving was stopped") : file.errorString();
}

QString saveTo(const Snapshot &events, const QString &path, const TraceWatch &watch)
{
    if (isSpecial(path)) { // which must not be replaced by a file
        QFile file(path);
        return write(events, file, watch);
    }
    QSaveFile file(path);
    const QString fault = write(events, file, watch);
    if (!fault.isEmpty())
        return fault; // uncommitted, so nothing is left of it
    return file.commit() ? QString() : file.errorString();
}

} // namespace

QString TraceFile::save(const Snapshot &events, const QString &path, const TraceWatch &watch)
{
    const QString fault = saveTo(events, path, watch);
    return fault.isEmpty() ? fault : TraceTr::tr("%1 could not be saved: %2.").arg(path, fault);
}

Trace TraceFile::load(const QString &path, const TraceWatch &watch)
{
    const QString name = QFileInfo(path).fileName();
    const auto failed = [&name](const QString &fault) -> Trace {
        return {{}, TraceTr::tr("%1 cannot be opened. %2").arg(name, fault)};
    };
    if (QFileInfo::exists(path) && !QFileInfo(path).isFile()) // reading a pipe may last for ever
        return failed(TraceTr::tr("It is no file."));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failed(file.errorString() + u'.');
    if (file.size() > TraceFormat::maxBytes)
        return failed(TraceTr::tr("The file is larger than 2 GiB."));
    Trace trace = TraceReader(file, watch).read();
    return trace.fault.isEmpty() ? trace : failed(trace.fault);
}
