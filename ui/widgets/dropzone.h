// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

class QMimeData;

/// Takes what is dropped anywhere on a window, where no field in it takes it itself: a saved trace,
/// or a list of addresses as a file or as text. Belongs to the window.
class DropZone final : public QObject
{
    Q_OBJECT
public:
    explicit DropZone(QWidget *window);

    /// The path of the one local file in \p data; else empty. Of many it looks at none: whoever
    /// drops a million is not to wait for it.
    static QString fileIn(const QMimeData &data);
    /// The same when its name is that of a trace.
    static QString traceIn(const QMimeData &data);

signals:
    void traceDropped(const QString &path);
    /// \p data lives during this signal only. Qt has fetched it from the other program by then,
    /// while the loop waited.
    void listDropped(const QMimeData &data);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take(const QMimeData &data);
};
