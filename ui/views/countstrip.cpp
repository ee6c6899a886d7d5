// SPDX-License-Identifier: MIT
#include "ui/views/countstrip.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "views/tasktext.h"

#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace {

constexpr int glyph = 14;
constexpr int gap = 5;
constexpr int between = 16;

constexpr std::array order {TaskStatus::Queued,    TaskStatus::Running,  TaskStatus::Suspended,
                            TaskStatus::Succeeded, TaskStatus::Failed,   TaskStatus::TimedOut,
                            TaskStatus::Cancelled, TaskStatus::Abandoned};

QFont numberFont(const QWidget &widget)
{
    QFont font = Theme::numberFont(widget.font());
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

CountStrip::CountStrip(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Counts"));
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void CountStrip::setCounts(const Board &board)
{
    std::array<int, taskStatusCount> counts {};
    QStringList words;
    for (const TaskStatus status : order) {
        counts[size_t(status)] = board.count(status);
        if (board.count(status) > 0)
            words.append(u"%1 %2"_s.arg(board.count(status)).arg(TaskText::statusWord(status)));
    }
    if (counts == m_counts)
        return;
    m_counts = counts;
    setAccessibleDescription(words.join(u", "_s));
    setToolTip(accessibleDescription()); // for when there is no room for words
    updateGeometry();
    update();
}

bool CountStrip::isShown(TaskStatus status) const
{
    return m_counts[size_t(status)] > 0 || status == TaskStatus::Queued
        || status == TaskStatus::Running || status == TaskStatus::Succeeded;
}

int CountStrip::width(TaskStatus status, bool withWord) const
{
    const int number = QFontMetrics(numberFont(*this))
                           .horizontalAdvance(locale().toString(m_counts[size_t(status)]));
    const int word
        = withWord ? gap + fontMetrics().horizontalAdvance(TaskText::statusWord(status)) : 0;
    return glyph + gap + number + word;
}

int CountStrip::totalWidth(bool withWords) const
{
    int total = -between;
    for (const TaskStatus status : order)
        total += isShown(status) ? width(status, withWords) + between : 0;
    return total;
}

QSize CountStrip::sizeHint() const
{
    return {totalWidth(true), std::max(glyph, fontMetrics().height()) + 8};
}

QSize CountStrip::minimumSizeHint() const
{
    return {totalWidth(false), sizeHint().height()};
}

void CountStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::current();
    const bool withWords = totalWidth(true) <= QWidget::width();
    int x = 0;
    for (const TaskStatus status : order) {
        if (!isShown(status))
            continue;
        painter.drawPixmap(
            x, (height() - glyph) / 2,
            Icons::pixmap(Icons::nameOf(status), glyph, theme.status(status), devicePixelRatioF()));
        const QString number = locale().toString(m_counts[size_t(status)]);
        int textX = x + glyph + gap;
        painter.setPen(theme.text);
        painter.setFont(numberFont(*this));
        painter.drawText(QRect(textX, 0, 400, height()), Qt::AlignLeft | Qt::AlignVCenter, number);
        textX += painter.fontMetrics().horizontalAdvance(number) + gap;
        if (withWords) {
            painter.setFont(font());
            painter.setPen(theme.statusText(status));
            painter.drawText(QRect(textX, 0, 400, height()), Qt::AlignLeft | Qt::AlignVCenter,
                             TaskText::statusWord(status));
        }
        x += width(status, withWords) + between;
    }
}
