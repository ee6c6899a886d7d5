// SPDX-License-Identifier: MIT
#include "ui/lab/runchart.h"

#include "session/tasktext.h"
#include "ui/lab/runchartpainter.h"
#include "ui/style/theme.h"
#include "ui/widgets/chartaccessible.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QFont smallFont(const QFont &font)
{
    return Theme::sized(Theme::numberFont(font), 0.8);
}

QString titleOf(const RunRow &row)
{
    const QUrl url(row.title);
    const bool isAddress = row.type == TaskType::Fetch && !url.host().isEmpty();
    return TaskText::shortTitle(row.title,
                                isAddress ? url.resolved(QUrl(u"/"_s)).toString() : QString());
}

} // namespace

RunChart::RunChart(QWidget *parent)
    : QWidget(parent)
{
    ChartAccessible<RunChart>::install();
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void RunChart::setRun(const VariantRun &run, const RunTrace *live, qint64 lengthNs)
{
    m_hint.clear();
    m_run = run;
    m_live = live;
    m_nowNs = run.endNs(run.startedNs);
    m_lengthNs = lengthNs;
    update();
}

void RunChart::clear(const QString &hint)
{
    m_hint = hint;
    m_run = {};
    m_live = nullptr;
    update();
}

void RunChart::follow(qint64 nowNs, qint64 lengthNs)
{
    if (!m_live && m_lengthNs == lengthNs)
        return; // nothing moves
    m_nowNs = m_live ? nowNs : m_nowNs;
    m_lengthNs = lengthNs;
    update();
}

void RunChart::setThreshold(std::chrono::milliseconds threshold)
{
    if (std::exchange(m_threshold, threshold) != threshold)
        update();
}

QString RunChart::valueText() const
{
    if (!m_hint.isEmpty())
        return m_hint;
    QStringList parts {tr("%Ln task(s)", nullptr, int(trace().rows().size()))};
    for (int status = 0; status < taskStatusCount; ++status) {
        const auto count = std::ranges::count(trace().rows(), TaskStatus(status), &RunRow::status);
        if (count > 0)
            parts.append(u"%1 %2"_s.arg(locale().toString(qlonglong(count)),
                                        TaskText::statusWord(TaskStatus(status))));
    }
    parts.append(TaskText::seconds(m_run.endNs(m_nowNs) - m_run.beginNs()));
    return parts.join(u", "_s);
}

RunChartGeometry RunChart::geometryOfNow() const
{
    const int axisHeight = QFontMetrics(smallFont(font())).height() + 6;
    return RunChartGeometry::of(size(), axisHeight, qsizetype(trace().rows().size()),
                                m_run.beginNs(), m_lengthNs);
}

void RunChart::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    if (!m_hint.isEmpty()) {
        painter.setPen(theme.secondaryText);
        painter.drawText(rect(), int(Qt::AlignCenter) | Qt::TextWordWrap, m_hint);
        return;
    }
    const RunChartGeometry geometry = geometryOfNow();
    painter.setFont(smallFont(font()));
    RunChartPainter parts(painter, geometry);
    parts.paintTasks(trace(), m_nowNs);
    if (m_run.result)
        parts.paintPulse(m_run.result->pulse, {m_threshold});
    parts.paintAxis();
}

QString RunChart::hoverText(QPoint place) const
{
    if (!m_hint.isEmpty())
        return {};
    const RunChartGeometry geometry = geometryOfNow();
    if (geometry.pulse.contains(place))
        return tr("How late the heartbeat of the event loop came during the run");
    const qsizetype row = geometry.rowAt(place.y(), qsizetype(trace().rows().size()));
    if (row < 0)
        return {};
    const RunRow &task = trace().rows()[size_t(row)];
    const qint64 fromNs = task.spans.front().beginNs;
    const qint64 toNs = task.spans.back().endNs < 0 ? m_nowNs : task.spans.back().endNs;
    return tr("%1: %2, from %3 for %4")
        .arg(titleOf(task), TaskText::statusWord(task.status),
             TaskText::seconds(std::max<qint64>(0, fromNs - m_run.beginNs())),
             TaskText::seconds(toNs - fromNs));
}

bool RunChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(), hoverText(help->pos()), this);
    return true;
}
