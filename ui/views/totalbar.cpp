// SPDX-License-Identifier: MIT
#include "ui/views/totalbar.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <numeric>

namespace {
constexpr int barHeight = 6;
}

TotalBar::TotalBar(QWidget *parent)
    : QWidget(parent)
{
    setMinimumWidth(40);
    setFixedHeight(20);
}

void TotalBar::setProgress(const Board &board)
{
    std::array<int, taskStatusCount> ends {};
    for (int status = 0; status < taskStatusCount && board.unfinished() == 0; ++status)
        ends[size_t(status)] = board.count(TaskStatus(status));
    if (board.progress() == m_progress && ends == m_ends)
        return;
    m_progress = board.progress();
    m_ends = ends;
    update();
}

void TotalBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QRectF bar(0, (height() - barHeight) / 2.0, width(), barHeight);
    painter.setBrush(theme.track);
    painter.drawRoundedRect(bar, barHeight / 2.0, barHeight / 2.0);
    if (m_progress <= 0)
        return;
    bar.setWidth(std::max<qreal>(barHeight, bar.width() * m_progress));
    QPainterPath shape;
    shape.addRoundedRect(bar, barHeight / 2.0, barHeight / 2.0);
    painter.fillPath(shape, theme.status(TaskStatus::Running));
    painter.setClipPath(shape);
    const double width = bar.width();
    const int all = std::accumulate(m_ends.begin(), m_ends.end(), 0);
    for (int status = 0; all > 0 && status < taskStatusCount; ++status) {
        const double share = width * m_ends[size_t(status)] / all;
        painter.fillRect(QRectF(bar.x(), bar.y(), share + 1, barHeight),
                         theme.status(TaskStatus(status)));
        bar.setLeft(bar.left() + share);
    }
}
