// SPDX-License-Identifier: MIT
#pragma once

#include "lab/experiment.h"

#include <QTextEdit>

#include <functional>

class CodeHighlighter;

/// Code to be read: coloured, with a margin for the marks of single lines. It can be selected and
/// copied, not changed.
class CodeView final : public QTextEdit
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

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Margin;

    void setMarginWidth(int width);
    void paintMargin();
    QRect lineRect(const QTextBlock &block) const;
    void forMarkedLines(const std::function<void(const QRect &line)> &paint) const;
    QColor behindMarks() const;

    CodeHighlighter *m_highlighter;
    Margin *m_margin;
    QList<bool> m_marked;
    Variant::Role m_role = Variant::Role::Pitfall;
};
