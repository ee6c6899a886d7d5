// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <functional>
#include <vector>

class QWidget;

/// Makes room in a row of widgets: folds its parts one after another while it is too narrow for
/// them, and unfolds them when there is room again. The row may then be as narrow as it is made.
/// GUI thread; logical pixels.
class Folding final : public QObject
{
public:
    /// One way to save room: called with true to fold and with false to unfold.
    using Step = std::function<void(bool isFolded)>;

    /// \p row has a layout, and owns this.
    Folding(QWidget &row, std::vector<Step> steps);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();

    QWidget &m_row;
    const std::vector<Step> m_steps; // the first is folded first
    std::vector<int> m_needed; // width before each that is folded now
};
