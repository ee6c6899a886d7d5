// SPDX-License-Identifier: MIT
#include "ui/widgets/focusring.h"

#include "ui/style/controlpaint.h"

#include <QAbstractItemView>
#include <QFocusEvent>
#include <QPainter>

FocusRing::FocusRing(QAbstractScrollArea &view, const QMargins &inset)
    : QWidget(&view)
    , m_view(view)
    , m_inset(inset)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
    view.installEventFilter(this);
    view.viewport()->installEventFilter(this);
    if (const auto *items = qobject_cast<QAbstractItemView *>(&view))
        connect(items->selectionModel(), &QItemSelectionModel::currentChanged, this,
                qOverload<>(&QWidget::update));
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_view
        && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut))
        take(*static_cast<QFocusEvent *>(event));
    else if (watched != &m_view
             && (event->type() == QEvent::Resize || event->type() == QEvent::Move))
        place();
    return QWidget::eventFilter(watched, event);
}

void FocusRing::take(const QFocusEvent &event)
{
    // Back from another window or a menu it is as it was.
    const bool isBack
        = event.reason() == Qt::ActiveWindowFocusReason || event.reason() == Qt::PopupFocusReason;
    if (event.gotFocus() && !isBack)
        m_isByMouse = event.reason() == Qt::MouseFocusReason;
    if (event.gotFocus()) // a view that goes loses the focus when it is no view any more
        place();
    setVisible(event.gotFocus() && !m_isByMouse);
}

void FocusRing::place()
{
    setGeometry(m_view.viewport()->geometry().marginsRemoved(m_inset));
    raise(); // above what the view has been given meanwhile
}

void FocusRing::paintEvent(QPaintEvent *)
{
    const auto *items = qobject_cast<QAbstractItemView *>(&m_view);
    if (items && items->currentIndex().isValid())
        return;
    QPainter painter(this);
    ControlPaint::focusRing(painter, rect());
}
