// SPDX-License-Identifier: MIT
#include "ui/witness/witnesstrace.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace {
constexpr qint64 lengthNs = 6'000'000'000;
constexpr int lineWidth = 2;
} // namespace

WitnessTrace::WitnessTrace(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Pulse of the main window"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void WitnessTrace::add(const PulseReport &report)
{
    m_reports.push_back(report);
    while (m_reports.front().timeNs < report.timeNs - lengthNs)
        m_reports.pop_front();
    update();
}

int WitnessTrace::xOf(qint64 timeNs) const
{
    const double age = double(m_reports.back().timeNs - timeNs) / double(lengthNs);
    return width() - lineWidth - int(age * width());
}

void WitnessTrace::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    const int middle = height() / 2;
    for (size_t i = 1; i < m_reports.size(); ++i) {
        const PulseReport &report = m_reports[i];
        const PulseReport &before = m_reports[i - 1];
        const int from = xOf(before.timeNs);
        const int to = xOf(report.timeNs);
        if (report.stallNs > 0) {
            const int begin = std::min(from, xOf(report.timeNs - report.stallNs));
            painter.fillRect(begin, middle - 1, to - begin, lineWidth, theme.stall);
        } else if (report.lastBeatNs != before.lastBeatNs) {
            const int up = i % 2 == 0 ? height() / 3 : height() / 5;
            painter.fillRect(to - lineWidth, middle - up, lineWidth, up + height() / 6, theme.beat);
            painter.fillRect(from, middle - 1, to - from, 1, theme.beat);
        } else {
            painter.fillRect(from, middle - 1, to - from, 1, theme.line);
        }
    }
}
