// SPDX-License-Identifier: MIT
#include "ui/witness/witnesswindow.h"

#include "session/tasktext.h"
#include "ui/style/theme.h"
#include "ui/widgets/lagtext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

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

WitnessWindow::WitnessWindow(QWidget *parent)
    : QWidget(parent,
              Qt::Window | Qt::CustomizeWindowHint | Qt::WindowTitleHint | Qt::WindowCloseButtonHint
                  | Qt::WindowStaysOnTopHint)
    , m_state(new QLabel(this))
    , m_detail(new QLabel(this))
    , m_trace(new WitnessTrace(this))
    , m_release(new QPushButton(tr("Release"), this))
{
    setWindowTitle(tr("Witness"));
    setAttribute(Qt::WA_ShowWithoutActivating); // the focus stays with the window that is watched
    auto *what = new QLabel(tr("another process"), this);
    what->setForegroundRole(QPalette::PlaceholderText);
    m_state->setFont(Theme::strong(Theme::numberFont(font()), 1.25));
    m_detail->setTextFormat(Qt::PlainText); // a function may be a template
    m_detail->setForegroundRole(QPalette::PlaceholderText);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_detail->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *top = new QHBoxLayout;
    top->addWidget(m_state, 1);
    top->addWidget(what);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_detail, 1);
    bottom->addWidget(m_release);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    layout->addLayout(top);
    layout->addWidget(m_trace);
    layout->addLayout(bottom);
    resize(380, sizeHint().height());
    m_silence.setSingleShot(true);
    m_silence.setInterval(silenceMs);
    connect(&m_silence, &QTimer::timeout, this, [this] { setState(State::Silent); });
    connect(m_release, &QPushButton::clicked, this, &WitnessWindow::release);
    setState(State::Waiting);
}

void WitnessWindow::take(const PulseReport &report)
{
    if (m_now == State::Gone)
        return;
    if (m_report.stallNs > report.stallNs) { // it is over, even if the next one is on already
        const QString length = lagText(m_report.stallNs);
        m_last = m_report.function.isEmpty()
            ? tr("It was frozen for %1.").arg(length)
            : tr("It was frozen for %1 in %2.").arg(length, m_report.function);
        m_release->setText(tr("Release"));
    }
    m_report = report;
    m_trace->add(report);
    m_silence.start();
    setState(report.stallNs > 0 ? State::Frozen : State::Free);
}

void WitnessWindow::sayGoodbye()
{
    if (m_now == State::Gone)
        return;
    m_silence.stop();
    setState(State::Gone);
    QTimer::singleShot(goodbyeMs, this, &QWidget::close);
}

void WitnessWindow::release()
{
    m_release->setEnabled(false);
    m_release->setText(tr("Released"));
    emit releaseRequested();
}

void WitnessWindow::setState(State state)
{
    m_now = state;
    const bool isReleased = m_release->text() == tr("Released");
    m_release->setEnabled(state == State::Frozen && m_report.canBeReleased && !isReleased);
    m_release->setVisible(state != State::Gone);
    m_release->setToolTip(
        state == State::Frozen && !m_report.canBeReleased
            ? tr("Only a block that was made with the switch can be released.")
            : tr("Ends the block from here, since this window is not the frozen one"));
    switch (state) {
    case State::Waiting: return say(tr("Waiting"), tr("for the first beat"));
    case State::Free: return say(tr("Loop is free"), m_last);
    case State::Frozen:
        return say(tr("frozen %1").arg(lagText(m_report.stallNs)),
                   m_report.function.isEmpty() ? tr("looking at its stack …") : m_report.function);
    case State::Silent: return say(tr("No news"), tr("Loopscope itself is stopped."));
    case State::Gone: return say(tr("Loopscope has ended"), tr("This window closes by itself."));
    }
}

void WitnessWindow::say(const QString &state, const QString &detail)
{
    QPalette palette = m_state->palette();
    const Theme &theme = Theme::current();
    palette.setColor(QPalette::WindowText, m_now == State::Frozen ? theme.stallText : theme.text);
    m_state->setPalette(palette);
    m_state->setText(state);
    m_detail->setText(
        m_detail->fontMetrics().elidedText(detail, Qt::ElideRight, m_detail->width()));
    m_detail->setToolTip(TaskText::tip(detail));
    m_detail->setAccessibleName(detail);
}

void WitnessWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        setState(m_now);
    QWidget::changeEvent(event);
}
