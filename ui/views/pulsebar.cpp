// SPDX-License-Identifier: MIT
#include "ui/views/pulsebar.h"

#include "loop/loopmonitor.h"
#include "ui/theme/theme.h"
#include "ui/views/blockswitch.h"
#include "ui/views/figure.h"
#include "ui/views/heartring.h"
#include "ui/views/lagtext.h"
#include "ui/views/pulsetrace.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPaintEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 drawEveryMs = 80;
constexpr qint64 numbersEveryMs = 250;
constexpr qint64 recoveryNs = 3'000'000'000;
constexpr double busy = 0.8;

QFont resized(QFont font, double factor, QFont::Weight weight = QFont::Normal)
{
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setWeight(weight);
    return font;
}

} // namespace

PulseBar::PulseBar(const LoopMonitor &monitor, QWidget *parent)
    : QWidget(parent)
    , m_monitor(monitor)
    , m_ring(new HeartRing(this))
    , m_state(new QLabel(this))
    , m_rate(new QLabel(this))
    , m_trace(new PulseTrace(monitor, this))
    , m_p50(new Figure(tr("lag p50"), u"9.99 ms"_s, this))
    , m_p99(new Figure(tr("p99"), u"99.9 ms"_s, this))
    , m_worst(new Figure(tr("worst, 10 s"), u"99.9 ms"_s, this))
    , m_switch(new BlockSwitch(this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setupLayout();
    setupConnections();
    showNumbers();
}

void PulseBar::setupLayout()
{
    m_state->setFont(resized(font(), 1.1, QFont::DemiBold));
    m_rate->setFont(resized(Theme::numberFont(font()), 0.85));
    m_rate->setForegroundRole(QPalette::PlaceholderText);
    const QString widest = tr("%Ln beats a second", nullptr, 100);
    const int width
        = qMax(QFontMetrics(m_state->font()).horizontalAdvance(tr("Loop is free") + u' '),
               QFontMetrics(m_rate->font()).horizontalAdvance(widest));
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addStretch();
    for (QLabel *label : {m_state, m_rate}) {
        label->setFixedWidth(width);
        words->addWidget(label);
    }
    words->addStretch();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 9);
    layout->setSpacing(12);
    layout->addWidget(m_ring);
    layout->addLayout(words);
    layout->addWidget(m_trace, 1);
    layout->addSpacing(4);
    for (Figure *figure : {m_p50, m_p99, m_worst})
        layout->addWidget(figure);
    layout->addSpacing(4);
    layout->addWidget(m_switch);
}

void PulseBar::addTrailing(QWidget *widget)
{
    layout()->addWidget(widget);
}

void PulseBar::setupConnections()
{
    connect(&m_monitor, &LoopMonitor::beat, this, &PulseBar::follow);
    connect(m_switch, &BlockSwitch::toggled, this, &PulseBar::blockToggled);
    connect(m_switch, &BlockSwitch::wayChanged, this, &PulseBar::blockWayChanged);
    connect(m_switch, &BlockSwitch::durationChanged, this, &PulseBar::blockDurationChanged);
}

void PulseBar::follow()
{
    ++m_beats;
    if (!isVisible() || (m_sinceDrawn.isValid() && m_sinceDrawn.elapsed() < drawEveryMs))
        return;
    m_sinceDrawn.start();
    m_ring->setBeats(m_beats);
    m_trace->refresh();
    if (!m_sinceNumbers.isValid() || m_sinceNumbers.elapsed() >= numbersEveryMs)
        showNumbers();
}

void PulseBar::showNumbers()
{
    m_sinceNumbers.start();
    const LagSummary recent = m_monitor.recent();
    m_p50->setValue(lagText(recent.p50Ns));
    m_p99->setValue(lagText(recent.p99Ns));
    m_worst->setValue(lagText(recent.maxNs));
    const qint64 threshold = std::chrono::nanoseconds(m_monitor.stallThreshold()).count();
    m_worst->setAlert(recent.maxNs >= threshold);
    m_p99->setAlert(recent.p99Ns >= threshold);
    m_ring->setAlert(stallsLately() > 0);
    const QString state = stateText(recent);
    if (state != m_state->text())
        m_state->setText(state);
    const QString rate = tr("%Ln beats a second", nullptr, m_monitor.beatsPerSecond());
    if (rate != m_rate->text())
        m_rate->setText(rate);
}

QString PulseBar::stateText(const LagSummary &recent) const
{
    if (!m_monitor.isActive() || recent.count == 0)
        return tr("No pulse yet");
    // A single freeze is over; stall upon stall, or no rest between the turns, is not.
    const qint64 lately = stallsLately();
    if (lately > 1 || (lately == 0 && m_monitor.busyFraction() >= busy))
        return tr("Loop is busy");
    return lately == 1 ? tr("Recovered") : tr("Loop is free");
}

qint64 PulseBar::stallsLately() const
{
    return std::ranges::count_if(m_monitor.stalls(), [this](const Stall &stall) {
        return m_monitor.lastBeatNs() - stall.endNs < recoveryNs;
    });
}

bool PulseBar::isBlocking() const
{
    return m_switch->isOn();
}

void PulseBar::setBlocking(bool on)
{
    m_switch->setOn(on);
}

BlockWay PulseBar::blockWay() const
{
    return m_switch->way();
}

void PulseBar::setBlockWay(BlockWay way)
{
    m_switch->setWay(way);
}

std::chrono::milliseconds PulseBar::blockDuration() const
{
    return m_switch->duration();
}

void PulseBar::setBlockDuration(std::chrono::milliseconds duration)
{
    m_switch->setDuration(duration);
}

QSize PulseBar::sizeHint() const
{
    return QWidget::sizeHint().expandedTo({0, 66});
}

void PulseBar::paintEvent(QPaintEvent *event)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(event->rect(), theme.surface);
    painter.fillRect(0, height() - 1, width(), 1, theme.line);
}

void PulseBar::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showNumbers();
}
