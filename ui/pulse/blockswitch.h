// SPDX-License-Identifier: MIT
#pragma once

#include "job/blockway.h"

#include <QAbstractButton>
#include <QWidget>

#include <chrono>

class QActionGroup;
class QMenu;
class QToolButton;

/// A switch with its text beside it; the colour of a stall when on. Space toggles it.
class SwitchButton final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit SwitchButton(const QString &text, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void paintTrack(QPainter &painter, const QRectF &track) const;
};

/// The switch "Block the loop" with the menu of how and for how long. It only tells; whoever
/// listens does the blocking.
class BlockSwitch final : public QWidget
{
    Q_OBJECT
public:
    explicit BlockSwitch(QWidget *parent = nullptr);

    bool isOn() const;
    void setOn(bool on);
    BlockWay way() const { return m_way; }
    void setWay(BlockWay way);
    std::chrono::milliseconds duration() const { return m_duration; }
    /// Without the words of how and how long, which are in its tip then.
    void setFolded(bool isFolded);
    /// Becomes the nearest duration on offer.
    void setDuration(std::chrono::milliseconds duration);

    SwitchButton *button() const { return m_switch; }
    QMenu *menu() const { return m_menu; }

signals:
    void toggled(bool on);
    void wayChanged(BlockWay way);
    void durationChanged(std::chrono::milliseconds duration);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void setupMenu();
    void showChoice();

    SwitchButton *m_switch;
    QToolButton *m_choice;
    QMenu *m_menu;
    QActionGroup *m_ways;
    bool m_isFolded = false;
    QActionGroup *m_durations;
    BlockWay m_way = BlockWay::BusyCpu;
    std::chrono::milliseconds m_duration {2'000};
};
