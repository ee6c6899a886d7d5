// SPDX-License-Identifier: MIT
#pragma once

#include <QPushButton>

/// A button that tells its key behind its text, more quietly. The key itself belongs to the window.
class KeyButton final : public QPushButton
{
    Q_OBJECT
public:
    KeyButton(const QString &text, const QKeySequence &key, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont labelFont() const;

    const QString m_key;
};
