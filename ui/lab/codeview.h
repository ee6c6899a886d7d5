// SPDX-License-Identifier: MIT
#pragma once

#include "lab/experiment.h"

#include <QPlainTextEdit>

#include <functional>

class CodeHighlighter;

/// Code to be read: coloured, with a margin for the marks of single lines. It can be selected and
/// copied, not changed.
class CodeView final : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit CodeView(QWidget *parent = nullptr);

    /// \p language as CodeLanguage knows it. Nothing is marked.
    void setCode(const QString &code, QStringView language);
    /// Marks the lines for which \p marked is true as those of \p role, by colour and sign.
    void setMarks(const QList<bool> &marked, Variant::Role role);
    const QList<bool> &marks() const { return m_marked; }
    /// As high as its code, instead of scrolling.
    void fitHeight();
    /// So that \p line, from 0, is the first one seen.
    void scrollTo(int line);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Margin;

    void useFixedFont();
    void paintMargin(QPaintEvent *event);
    void forMarkedLines(const QRect &area, const std::function<void(const QRectF &line)> &paint);
    QColor behindMarks() const;

    CodeHighlighter *m_highlighter;
    Margin *m_margin;
    QList<bool> m_marked;
    Variant::Role m_role = Variant::Role::Pitfall;
};
