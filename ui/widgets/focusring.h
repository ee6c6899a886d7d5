// SPDX-License-Identifier: MIT
#pragma once

#include <QMargins>
#include <QWidget>

class QAbstractScrollArea;

/// Shows that a list or a text without a frame has the focus, where nothing in it does: a list
/// shows them at its current entry, and has none while it is empty. Not when the mouse brought
/// them.
class FocusRing final : public QWidget
{
    Q_OBJECT
public:
    /// Lies over the viewport of \p view, which has its model already, and keeps \p inset off its
    /// edge.
    explicit FocusRing(QAbstractScrollArea &view, const QMargins &inset = {});

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void take(const QFocusEvent &event);
    void place();

    QAbstractScrollArea &m_view;
    const QMargins m_inset;
    bool m_isByMouse = false;
};
