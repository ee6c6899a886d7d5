// SPDX-License-Identifier: MIT
#include "ui/views/timelinekeys.h"

#include "ui/views/timelineview.h"

#include <QKeyEvent>

namespace {

constexpr double zoomStep = 1.5;
constexpr double panShare = 0.1;

bool look(TimelineView &view, int key)
{
    const QRect plot = view.scene().geometry.plot();
    switch (key) {
    case Qt::Key_Left: view.pan(plot.width() * panShare); return true;
    case Qt::Key_Right: view.pan(-plot.width() * panShare); return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal: view.zoom(plot.center().x(), zoomStep); return true;
    case Qt::Key_Minus: view.zoom(plot.center().x(), 1 / zoomStep); return true;
    case Qt::Key_Home: view.goToBegin(); return true;
    case Qt::Key_End: view.goToEnd(); return true;
    case Qt::Key_PageUp: view.scrollLanes(-plot.height()); return true;
    case Qt::Key_PageDown: view.scrollLanes(plot.height()); return true;
    case Qt::Key_F: view.fit(); return true;
    default: return false;
    }
}

bool act(TimelineView &view, int key)
{
    switch (key) {
    case Qt::Key_Up: view.selectInLane(-1); return true;
    case Qt::Key_Down: view.selectInLane(1); return true;
    case Qt::Key_BracketLeft: view.selectNeighbour(-1); return true;
    case Qt::Key_BracketRight: view.selectNeighbour(1); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: view.inspectSelected(); return true;
    case Qt::Key_Comma: view.step(-1); return true;
    case Qt::Key_Period: view.step(1); return true;
    case Qt::Key_L: view.showLive(); return true;
    default: return false;
    }
}

} // namespace

bool TimelineKeys::press(TimelineView &view, const QKeyEvent &event)
{
    constexpr Qt::KeyboardModifiers harmless = Qt::ShiftModifier | Qt::KeypadModifier
        | Qt::GroupSwitchModifier; // + and [ need one of them on some keyboards
    // On others they need AltGr, which comes as Ctrl+Alt.
    const bool isText = !event.text().isEmpty() && event.text().front().isPrint();
    if (event.modifiers() & ~harmless && !isText)
        return false;
    return look(view, event.key()) || act(view, event.key());
}
