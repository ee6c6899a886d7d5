// SPDX-License-Identifier: MIT
#include "ui/views/blockswitch.h"

#include "ui/theme/theme.h"
#include "ui/views/switchbutton.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

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
    m_choice->setText(choice);
    m_choice->setAccessibleName(tr("How to block: %1").arg(choice));
    m_choice->setToolTip(m_duration > warnAbove
                             ? tr("Above 3 s the desktop may call the window hung and offer to "
                                  "end it. Wait: it comes back.")
                             : tr("How to block the loop, and for how long"));
}

void BlockSwitch::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(isOn() ? theme.stall : theme.line);
    painter.setBrush(theme.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::controlRadius,
                            Theme::controlRadius);
}
