// SPDX-License-Identifier: MIT
#include "ui/pulse/blockswitch.h"

#include "ui/style/contrast.h"
#include "ui/style/controlpaint.h"
#include "ui/style/theme.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {
constexpr QSize trackSize(34, 18);
constexpr int gap = 10;
constexpr int margin = 4; // room for the focus ring
} // namespace

SwitchButton::SwitchButton(const QString &text, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFont(Theme::strong(font()));
}

QSize SwitchButton::sizeHint() const
{
    return {trackSize.width() + gap + fontMetrics().horizontalAdvance(text()) + 2 * margin,
            qMax(trackSize.height(), fontMetrics().height()) + 2 * margin};
}

bool SwitchButton::event(QEvent *event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave)
        update();
    return QAbstractButton::event(event);
}

void SwitchButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QRectF track(QPointF(margin, (height() - trackSize.height()) / 2), trackSize);
    paintTrack(painter, track);
    painter.setPen(!isEnabled()      ? palette().color(QPalette::Disabled, QPalette::WindowText)
                       : isChecked() ? theme.stallText
                                     : theme.text);
    painter.drawText(rect().adjusted(margin + trackSize.width() + gap, 0, -margin, 0),
                     Qt::AlignVCenter | Qt::AlignLeft, text());
}

void SwitchButton::paintTrack(QPainter &painter, const QRectF &track) const
{
    const Theme &theme = Theme::current();
    const QColor off = legible(mixed(theme.surface, theme.secondaryText, 0.5), {theme.surface}, 3);
    QColor ground = isChecked() ? theme.stall : off;
    if (isDown() || underMouse())
        ground = mixed(ground, theme.text, isDown() ? 0.2 : 0.1);
    if (!isEnabled())
        ground = theme.line;
    const qreal radius = track.height() / 2;
    if (hasFocus()) {
        painter.setPen(QPen(theme.accent, 1.5));
        painter.drawRoundedRect(track.adjusted(-2.75, -2.75, 2.75, 2.75), radius + 2.75,
                                radius + 2.75);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(track, radius, radius);
    const QPointF centre(isChecked() ? track.right() - radius : track.left() + radius,
                         track.center().y());
    painter.setBrush(Qt::white);
    painter.drawEllipse(centre, radius - 2.5, radius - 2.5);
}

namespace {

constexpr milliseconds warnAbove {3'000};

QString wayText(BlockWay way)
{
    switch (way) {
    case BlockWay::Sleep: return BlockSwitch::tr("Sleep");
    case BlockWay::BusyCpu: return BlockSwitch::tr("Busy CPU");
    case BlockWay::NetworkWait: return BlockSwitch::tr("Network wait");
    case BlockWay::WaitForFinished: return BlockSwitch::tr("waitForFinished");
    case BlockWay::NestedLoop: return BlockSwitch::tr("Nested loop");
    }
    Q_UNREACHABLE();
}

QString durationText(milliseconds duration)
{
    return BlockSwitch::tr("%1 s").arg(QLocale().toString(double(duration.count()) / 1e3));
}

QAction *addChoice(QMenu &menu, QActionGroup &group, const QString &text, const QVariant &data)
{
    QAction *action = menu.addAction(text);
    action->setData(data);
    action->setCheckable(true);
    group.addAction(action);
    return action;
}

void check(const QActionGroup &group, const QVariant &data)
{
    for (QAction *action : group.actions())
        action->setChecked(action->data() == data);
}

} // namespace

BlockSwitch::BlockSwitch(QWidget *parent)
    : QWidget(parent)
    , m_switch(new SwitchButton(tr("Block the loop"), this))
    , m_choice(new QToolButton(this))
    , m_menu(new QMenu(this))
    , m_ways(new QActionGroup(this))
    , m_durations(new QActionGroup(this))
{
    m_switch->setToolTip(tr("Does the work on the thread of the window, the wrong way, and "
                            "freezes it while it is idle"));
    m_choice->setAutoRaise(true);
    m_choice->setPopupMode(QToolButton::InstantPopup);
    m_choice->setMenu(m_menu);
    m_choice->setFocusPolicy(Qt::StrongFocus);
    m_choice->setProperty("quiet", true); // see LoopStyle
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 2, 4, 2);
    layout->setSpacing(2);
    layout->addWidget(m_switch);
    layout->addWidget(m_choice);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setupMenu();
    showChoice();
    connect(m_switch, &QAbstractButton::toggled, this, [this](bool on) {
        update();
        emit toggled(on);
    });
}

void BlockSwitch::setupMenu()
{
    m_menu->addSection(tr("How"));
    for (int way = 0; way < blockWayCount; ++way)
        addChoice(*m_menu, *m_ways, wayText(BlockWay(way)), way);
    m_menu->addSection(tr("How long"));
    for (const int duration : blockDurationsMs) {
        const QString text = durationText(milliseconds(duration));
        addChoice(*m_menu, *m_durations,
                  milliseconds(duration) > warnAbove
                      ? tr("%1 · the desktop may call the window hung").arg(text)
                      : text,
                  duration);
    }
    connect(m_ways, &QActionGroup::triggered, this,
            [this](const QAction *action) { setWay(BlockWay(action->data().toInt())); });
    connect(m_durations, &QActionGroup::triggered, this,
            [this](const QAction *action) { setDuration(milliseconds(action->data().toInt())); });
}

bool BlockSwitch::isOn() const
{
    return m_switch->isChecked();
}

void BlockSwitch::setOn(bool on)
{
    m_switch->setChecked(on);
}

void BlockSwitch::setWay(BlockWay way)
{
    const bool changed = std::exchange(m_way, way) != way;
    showChoice();
    if (changed)
        emit wayChanged(way);
}

void BlockSwitch::setDuration(milliseconds duration)
{
    const milliseconds nearest(
        *std::ranges::min_element(blockDurationsMs, {}, [duration](int offered) {
            return std::abs(offered - duration.count());
        }));
    const bool changed = std::exchange(m_duration, nearest) != nearest;
    showChoice();
    if (changed)
        emit durationChanged(nearest);
}

void BlockSwitch::showChoice()
{
    check(*m_ways, int(m_way));
    check(*m_durations, int(m_duration.count()));
    const QString choice = tr("%1 · %2").arg(wayText(m_way), durationText(m_duration));
    m_choice->setText(m_isFolded ? QString() : choice);
    m_choice->setAccessibleName(tr("How to block: %1").arg(choice));
    const QString tip = m_duration > warnAbove
        ? tr("Above 3 s the desktop may call the window hung and offer to "
             "end it. Wait: it comes back.")
        : tr("How to block the loop, and for how long");
    m_choice->setToolTip(m_isFolded ? choice + u'\n' + tip : tip);
}

void BlockSwitch::setFolded(bool isFolded)
{
    m_isFolded = isFolded;
    showChoice();
}

void BlockSwitch::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    ControlPaint::panel(painter, rect(), theme.surface, isOn() ? theme.stall : theme.line,
                        Theme::controlRadius);
}
