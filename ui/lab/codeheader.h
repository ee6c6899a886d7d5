// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QWidget>

class QLabel;
class QToolButton;

/// Above code: what it is, and a button that copies it.
class CodeHeader final : public QWidget
{
    Q_OBJECT
public:
    explicit CodeHeader(QWidget *parent = nullptr);

    /// \p word stands out, \p rest follows it in plain.
    void setTitle(const QString &word, const QString &rest = {});
    /// What the word is drawn in; asked for again when the palette changes.
    void setWordColour(QColor (*colour)());
    /// What the button copies.
    void setCode(const QString &code);

protected:
    void changeEvent(QEvent *event) override;

private:
    void copy();
    void colour();

    QLabel *m_word;
    QLabel *m_rest;
    QToolButton *m_copy;
    QColor (*m_colour)() = nullptr;
    QString m_code;
};
