// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

class Board;
class Moment;
class QWidget;

/// Saves the results of a board as CSV or JSON, off the GUI thread. It asks for a file without
/// blocking anything.
class ResultFile final : public QObject
{
    Q_OBJECT
public:
    /// \p window owns it and the dialog.
    explicit ResultFile(QWidget *window);

    /// The board that \p moment shows when the file was chosen; it outlives this.
    void chooseAndSave(const Moment &moment);

signals:
    /// It was saved, or it went wrong: a sentence.
    void told(const QString &sentence);

private:
    void save(const Board &board, const QString &path);

    QWidget *m_window;
};
