// SPDX-License-Identifier: MIT
#include "ui/views/totalbar.h"

#include "ui/theme/theme.h"

#include <QPainter>

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
    const bool isDone = board.rowCount() > 0 && board.unfinished() == 0;
    if (board.progress() == m_progress && isDone == m_isDone)
        return;
    m_progress = board.progress();
    m_isDone = isDone;
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
    painter.setBrush(theme.status(m_isDone ? TaskStatus::Succeeded : TaskStatus::Running));
    painter.drawRoundedRect(bar, barHeight / 2.0, barHeight / 2.0);
}
