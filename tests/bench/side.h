// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QUrl>

/// What a side needs to know. A value.
struct SideOptions
{
    int &argc;
    char **argv; ///< for the application object that each side makes
    QString
        base; ///< what the addresses of the practice server begin with; empty where none is needed
    QString query; ///< of the photos' addresses
    bool quick; ///< a smoke test: the same work, much less of it

    int scaled(int count, int quickCount) const { return quick ? quickCount : count; }
    QUrl address(const QString &path) const { return QUrl(base + path); }
};

/// One way to do the work of one row, in a process of its own. Returns what it measured: name to
/// number, or to a list of numbers.
using Side = QJsonObject (*)(const SideOptions &options);

QJsonObject lagOurs(const SideOptions &options);
QJsonObject lagBare(const SideOptions &options);
QJsonObject lagBusyOurs(const SideOptions &options);
QJsonObject lagBusyBare(const SideOptions &options);
QJsonObject throughputOurs(const SideOptions &options);
QJsonObject throughputBare(const SideOptions &options);
QJsonObject throughputCurl(const SideOptions &options);
QJsonObject galleryOurs(const SideOptions &options);
QJsonObject galleryScaling(const SideOptions &options);
QJsonObject latencyOurs(const SideOptions &options);
QJsonObject poolOurs(const SideOptions &options);
QJsonObject poolThreads(const SideOptions &options);
QJsonObject cancelOurs(const SideOptions &options);
QJsonObject deadlineOurs(const SideOptions &options);
QJsonObject idleOurs(const SideOptions &options);
QJsonObject idleEmpty(const SideOptions &options);
QJsonObject inputOurs(const SideOptions &options);
QJsonObject inputCopied(const SideOptions &options);
QJsonObject instrumentOurs(const SideOptions &options);
QJsonObject manyTasksOurs(const SideOptions &options);
QJsonObject timelineOurs(const SideOptions &options);
QJsonObject recordingOurs(const SideOptions &options);
QJsonObject startOurs(const SideOptions &options);
QJsonObject startEmpty(const SideOptions &options);
QJsonObject memoryOurs(const SideOptions &options);
QJsonObject memoryEmpty(const SideOptions &options);
