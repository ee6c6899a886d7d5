// SPDX-License-Identifier: MIT
#pragma once

#include "lab/lesson.h"

#include <QWidget>

class CodeHeader;
class CodeView;
class QLabel;
class QListWidget;
class QScrollArea;

/// The same idea in other languages: a list of them, and the code of the chosen one.
class ElsewherePage final : public QWidget
{
    Q_OBJECT
public:
    explicit ElsewherePage(QWidget *parent = nullptr);

    void setSnippets(const QList<Lesson::Snippet> &snippets);
    /// The one last chosen, also when the experiment at hand has nothing in it.
    QString language() const { return m_language; }
    void setLanguage(const QString &language);

signals:
    void experimentRequested(const QString &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void choose(int row);
    void showRemark();

    QList<Lesson::Snippet> m_snippets;
    QString m_language;
    QListWidget *m_languages;
    CodeHeader *m_header;
    CodeView *m_code;
    QLabel *m_remark;
    QScrollArea *m_scroll;
};
