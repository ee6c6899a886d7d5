// SPDX-License-Identifier: MIT
#include "ui/views/resultfile.h"

#include "views/moment.h"
#include "views/report.h"

#include <QFileDialog>
#include <QFutureWatcher>
#include <QSaveFile>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

ResultFile::ResultFile(QWidget *window)
    : QObject(window)
    , m_window(window)
{
}

void ResultFile::chooseAndSave(const Moment &moment)
{
    auto *dialog = new QFileDialog(m_window, tr("Export the results"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("CSV (*.csv)"), tr("JSON (*.json)")});
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(u"loopscope-results"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains("json"_L1) ? u"json"_s : u"csv"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, &moment](const QString &path) { save(moment.board(), path); });
    dialog->open();
}

void ResultFile::save(const Board &board, const QString &path)
{
    const auto write = [path, board]() -> QString {
        QSaveFile file(path);
        const bool isJson = path.endsWith(".json"_L1, Qt::CaseInsensitive);
        if (!file.open(QIODevice::WriteOnly))
            return file.errorString();
        file.write(isJson ? Report::jsonDocument(board) : Report::csv(board));
        return file.commit() ? QString() : file.errorString();
    };
    auto *watcher = new QFutureWatcher<QString>(this);
    connect(watcher, &QFutureWatcher<QString>::finished, this, [this, watcher, path] {
        watcher->deleteLater();
        const QString fault = watcher->result();
        emit told(fault.isEmpty() ? tr("Saved as %1.").arg(path)
                                  : tr("%1 could not be saved: %2").arg(path, fault));
    });
    watcher->setFuture(QtConcurrent::run(write));
}
