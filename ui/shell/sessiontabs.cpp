// SPDX-License-Identifier: MIT
#include "ui/shell/sessiontabs.h"

#include "session/session.h"
#include "ui/style/controlpaint.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QPainter>
#include <QShortcut>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// Beside the name of a session that grows: a dot, and the stalls that came unseen.
class GrowthMark final : public QWidget
{
public:
    GrowthMark(const Session &session, const QTabBar &bar)
        : m_session(session)
    {
        setFixedSize(40, 18);
        connect(&session, &Session::unseenStallsChanged, this, qOverload<>(&QWidget::update));
        connect(&bar, &QTabBar::currentChanged, this, [this, &bar](int index) {
            m_isInFront = bar.tabButton(index, QTabBar::RightSide) == this;
            update();
        });
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        constexpr int dot = 7;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setFont(Theme::sized(font(), 0.85));
        painter.setPen(Qt::NoPen);
        painter.setBrush(Theme::current().beat);
        painter.drawEllipse(QRect(1, (height() - dot) / 2, dot, dot));
        if (!m_isInFront && m_session.unseenStalls() > 0)
            ControlPaint::badge(painter, {14, 1}, width(), m_session.unseenStalls());
    }

private:
    const Session &m_session;
    bool m_isInFront = true;
};

/// Lower than other tabs.
class SlimTabs final : public QTabBar
{
public:
    using QTabBar::QTabBar;

protected:
    QSize tabSizeHint(int index) const override
    {
        return {QTabBar::tabSizeHint(index).width(), fontMetrics().height() + 16};
    }
};

} // namespace

SessionTabs::SessionTabs(Session &first, QWidget *parent)
    : QFrame(parent)
    , m_bar(new SlimTabs(this))
{
    setObjectName(u"Sessions"_s);
    m_bar->setAccessibleName(tr("Sessions"));
    m_bar->setDocumentMode(true);
    m_bar->setDrawBase(false);
    m_bar->setExpanding(false);
    m_bar->setElideMode(Qt::ElideMiddle);
    m_bar->setFocusPolicy(Qt::TabFocus);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 0, 10, 1);
    layout->addWidget(m_bar, 1);
    connect(m_bar, &QTabBar::currentChanged, this, &SessionTabs::setCurrent);
    const auto onKey = [this](QKeyCombination key, int tabs) {
        connect(new QShortcut(key, this), &QShortcut::activated, this,
                [this, tabs] { step(tabs); });
    };
    onKey(Qt::CTRL | Qt::Key_Tab, 1);
    onKey(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab, -1);
    addTab(first, tr("What happens in this program now"));
    hide();
}

void SessionTabs::addTab(Session &session, const QString &tip)
{
    m_sessions.append(&session);
    const int index
        = m_bar->addTab(Icons::icon(session.isGrowing() ? IconName::Workbench : IconName::Timeline),
                        QString(session.name()).replace(u'&', u"&&"_s)); // a file may have any name
    m_bar->setTabToolTip(index, tip);
    if (session.isGrowing()) {
        m_bar->setTabButton(index, QTabBar::RightSide, new GrowthMark(session, *m_bar));
        return;
    }
    auto *close = new QToolButton(m_bar);
    close->setIcon(Icons::icon(IconName::Close, IconInk::Secondary));
    close->setIconSize({12, 12});
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::NoFocus); // Ctrl+W
    close->setAccessibleName(tr("Close %1").arg(session.name()));
    close->setToolTip(tr("Close this trace (Ctrl+W)"));
    connect(close, &QToolButton::clicked, this, [this, &session] { this->close(session); });
    m_bar->setTabButton(index, QTabBar::RightSide, close);
}

void SessionTabs::add(Session *session, const QString &tip)
{
    session->setParent(this);
    addTab(*session, tip);
    show(*session);
    setVisible(true);
}

void SessionTabs::addTrace(const QString &path, const Snapshot &events)
{
    add(new Session(freeName(QFileInfo(path).fileName()), events), path);
}

/// \p name, or with a number when a session has it already.
QString SessionTabs::freeName(const QString &name) const
{
    const auto isTaken = [this](const QString &wanted) {
        return std::ranges::any_of(
            m_sessions, [&wanted](const Session *session) { return session->name() == wanted; });
    };
    QString free = name;
    for (int number = 2; isTaken(free); ++number)
        free = u"%1 (%2)"_s.arg(name).arg(number);
    return free;
}

void SessionTabs::show(const Session &session)
{
    m_bar->setCurrentIndex(int(m_sessions.indexOf(&session)));
}

void SessionTabs::step(int tabs)
{
    m_bar->setCurrentIndex((m_bar->currentIndex() + tabs + count()) % count());
}

void SessionTabs::closeCurrent()
{
    close(current());
}

/// The views are told of the next one before it goes.
void SessionTabs::close(const Session &session)
{
    const qsizetype index = m_sessions.indexOf(&session);
    if (index < 1)
        return;
    if (index == m_current)
        step(-1);
    Session *closed = m_sessions.takeAt(index);
    if (index < m_current)
        --m_current;
    m_bar->removeTab(int(index));
    closed->deleteLater();
    setVisible(count() > 1);
}

void SessionTabs::setCurrent(int index)
{
    if (index < 0 || index >= count() || std::exchange(m_current, index) == index)
        return;
    emit currentChanged(current());
}

void SessionTabs::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), theme.surface);
    painter.fillRect(0, height() - 1, width(), 1, theme.line);
}
