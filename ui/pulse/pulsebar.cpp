// SPDX-License-Identifier: MIT
#include "ui/pulse/pulsebar.h"

#include "loop/loopmonitor.h"
#include "session/session.h"
#include "ui/pulse/pulsetrace.h"
#include "ui/style/theme.h"
#include "ui/widgets/figure.h"
#include "ui/widgets/folding.h"
#include "ui/widgets/lagtext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPaintEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

/// A ring whose arc goes round a little with every beat, and with nothing else.
class HeartRing final : public QWidget
{
public:
    explicit HeartRing(QWidget *parent = nullptr)
        : QWidget(parent)
    {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    /// \p beats so far; a full turn takes a second of them. Below 0: it does not beat.
    void setBeats(qint64 beats)
    {
        if (std::exchange(m_beats, beats) != beats)
            update();
    }

    /// The loop stood still lately.
    void setAlert(bool alert)
    {
        if (std::exchange(m_alert, alert) != alert)
            update();
    }

    QSize sizeHint() const override { return {26, 26}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        constexpr int degrees = 16; // of QPainter
        constexpr qint64 beatsPerTurn = 60;
        const Theme &theme = Theme::current();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF ring = QRectF(rect()).adjusted(3, 3, -3, -3);
        painter.setPen(QPen(theme.track, 3.5));
        painter.drawEllipse(ring);
        painter.setPen(QPen(m_alert ? theme.stall : theme.beat, 3.5, Qt::SolidLine, Qt::RoundCap));
        if (m_beats < 0)
            return;
        const int clockwise = -int(m_beats % beatsPerTurn * 360 / beatsPerTurn);
        painter.drawArc(ring, (90 + clockwise) * degrees, -120 * degrees);
    }

private:
    qint64 m_beats = 0;
    bool m_alert = false;
};

namespace {

constexpr qint64 drawEveryMs = 80;
constexpr qint64 numbersEveryMs = 250;
constexpr qint64 recoveryNs = 3'000'000'000;
constexpr double busy = 0.8;

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
    m_state->setFont(Theme::strong(font(), 1.1));
    m_rate->setFont(Theme::sized(Theme::numberFont(font()), 0.85));
    m_rate->setForegroundRole(QPalette::PlaceholderText);
    const QString widest = tr("%Ln beats a second", nullptr, 100);
    const int width
        = std::max({QFontMetrics(m_state->font()).horizontalAdvance(tr("Loop is free") + u' '),
                    QFontMetrics(m_rate->font()).horizontalAdvance(widest),
                    QFontMetrics(m_rate->font()).horizontalAdvance(tr("ten seconds up to then"))});
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
    new Folding(*this,
                {[this](bool isFolded) { m_p50->setHidden(isFolded); },
                 [this](bool isFolded) { m_switch->setFolded(isFolded); },
                 [this](bool isFolded) { m_p99->setHidden(isFolded); },
                 [this](bool isFolded) {
                     m_state->setHidden(isFolded);
                     m_rate->setHidden(isFolded);
                 }});
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
    if (!isVisible() || m_isRecorded
        || (m_sinceDrawn.isValid() && m_sinceDrawn.elapsed() < drawEveryMs))
        return;
    m_sinceDrawn.start();
    m_ring->setBeats(m_beats);
    m_trace->refresh();
    if (!m_sinceNumbers.isValid() || m_sinceNumbers.elapsed() >= numbersEveryMs)
        showNumbers();
}

void PulseBar::setSession(const Session &session, bool isOurs)
{
    if (m_session)
        disconnect(&m_session->playhead(), nullptr, this, nullptr);
    m_session = &session;
    m_isOurs = isOurs;
    connect(&session.playhead(), &Playhead::jumped, this, &PulseBar::followMoment);
    if (!isOurs) // it may still come in
        connect(&session.playhead(), &Playhead::changed, this, &PulseBar::followMoment);
    followMoment();
}

void PulseBar::followMoment()
{
    m_isRecorded = !m_isOurs || !m_session->playhead().isLive();
    m_ring->setBeats(m_isRecorded ? -1 : m_beats);
    if (m_isRecorded)
        return showRecorded(RecordedPulse::upTo(m_session->playhead()));
    m_trace->setRecorded({});
    for (Figure *figure : {m_p50, m_p99})
        figure->setToolTip({});
    showNumbers();
}

/// How many beats came in time is not recorded, so there are no percentiles.
void PulseBar::showRecorded(const RecordedPulse &pulse)
{
    const qint64 threshold = std::chrono::nanoseconds(m_monitor.stallThreshold()).count();
    const qint64 worst = pulse.worstNs();
    for (Figure *figure : {m_p50, m_p99}) {
        figure->setValue(tr("–"));
        figure->setToolTip(tr("Known for the loop as it turns now only: of beats that came less "
                              "than a millisecond late nothing is recorded."));
        figure->setAlert(false);
    }
    m_worst->setValue(worst == 0 ? tr("< 1 ms") : lagText(worst));
    m_worst->setToolTip(tr("The worst of the ten seconds up to the moment shown"));
    m_worst->setAlert(worst >= threshold);
    m_ring->setAlert(!pulse.stalls.empty());
    m_state->setText(tr("As it was"));
    m_rate->setText(tr("ten seconds up to then"));
    m_ring->setToolTip(m_state->text());
    m_trace->setRecorded(pulse);
}

void PulseBar::showNumbers()
{
    if (m_isRecorded)
        return;
    m_sinceNumbers.start();
    const LagSummary recent = m_monitor.recent();
    m_p50->setValue(lagText(recent.p50Ns));
    m_p99->setValue(lagText(recent.p99Ns));
    m_worst->setValue(lagText(recent.maxNs));
    m_worst->setToolTip(lagSummaryText(recent)); // the others may have no room
    const qint64 threshold = std::chrono::nanoseconds(m_monitor.stallThreshold()).count();
    m_worst->setAlert(recent.maxNs >= threshold);
    m_p99->setAlert(recent.p99Ns >= threshold);
    m_ring->setAlert(stallsLately() > 0);
    const QString state = stateText(recent);
    if (state != m_state->text()) {
        m_state->setText(state);
        m_ring->setToolTip(state);
    }

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
