// SPDX-License-Identifier: MIT
#pragma once

#include <QScrollArea>

/// Contents that fill it, and scroll once there is less room than they need at least. GUI thread.
class ScrollColumn final : public QScrollArea
{
public:
    /// \p contents have a layout, and belong to this from now on.
    explicit ScrollColumn(QWidget *contents, QWidget *parent = nullptr);

    QSize minimumSizeHint() const override { return {80, 80}; }
    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
};
