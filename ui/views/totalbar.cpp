// SPDX-License-Identifier: MIT
#include "ui/views/totalbar.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <array>

namespace {
constexpr int barHeight = 6;
constexpr std::array endings {TaskStatus::Succeeded, TaskStatus::Failed, TaskStatus::TimedOut,
                              TaskStatus::Cancelled, TaskStatus::Abandoned};
} // namespace

TotalBar::TotalBar(QWidget *parent)
    : QWidget(parent)
{
    setMinimumWidth(40);
    setFixedHeight(20);
}

void TotalBar::setProgress(const Board &board)
{
    std::vector<Part> parts;
    double left = board.progress();
    for (const TaskStatus status : endings) {
        if (board.count(status) == 0)
            continue;
        const double share = double(board.count(status)) / double(board.rowCount());
        parts.push_back({status, share});
        left -= share;
    }
    if (left > 0.0001)
        parts.push_back({TaskStatus::Running, left});
    if (parts == m_parts)
        return;
    m_parts = std::move(parts);
    update();
}

void TotalBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF bar(0, (height() - barHeight) / 2.0, width(), barHeight);
    QPainterPath shape;
    shape.addRoundedRect(bar, barHeight / 2.0, barHeight / 2.0);
    painter.fillPath(shape, theme.track);
    painter.setClipPath(shape);
    double x = 0;
    for (const Part &part : m_parts) {
        const double right = x + part.share * bar.width();
        painter.fillRect(QRectF(x, bar.top(), right - x, barHeight), theme.status(part.status));
        x = right;
    }
}
