// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

class QLabel;
class QPlainTextEdit;
class QToolButton;

/// A sentence that says what happened and what to do, above the work and never in its way. Its
/// details unfold on demand. Hidden while there is nothing to say.
class NoticeBar final : public QFrame
{
    Q_OBJECT
public:
    explicit NoticeBar(QWidget *parent = nullptr);

    /// \p details: lines that unfold below the sentence; may be empty.
    void tell(const QString &sentence, const QStringList &details = {});
    QString sentence() const;
    QString details() const;

private:
    void unfold(bool isUnfolded);

    QStringList m_lines; // to lay them out takes its time: only once somebody wants to see them
    QLabel *m_label;
    QToolButton *m_more;
    QPlainTextEdit *m_details;
};
