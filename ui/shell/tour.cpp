// SPDX-License-Identifier: MIT
#include "ui/shell/tour.h"

#include "ui/widgets/callout.h"

#include <QPointer>

namespace {

struct StepWords
{
    QString title;
    QString text;
};

StepWords wordsOf(Tour::Step step)
{
    switch (step) {
    case Tour::RunStep:
        return {Tour::tr("Run"),
                Tour::tr("Press it: dozens of addresses are fetched and processed at once. They "
                         "come from a server inside this program, so no network is needed.")};
    case Tour::PulseStep:
        return {Tour::tr("Watch the pulse"),
                Tour::tr("Each bar is one beat of the event loop. Low bars mean that the window is "
                         "alive, however much is going on.")};
    case Tour::BlockStep:
        return {Tour::tr("Block the loop"),
                Tour::tr("Switch it on: the window does its work on its own thread now, the wrong "
                         "way. Try to scroll or to click meanwhile.")};
    case Tour::ReceiptStep:
        return {Tour::tr("Read the receipt"),
                Tour::tr("The loop could not turn, so nothing could move. Every such stall gets a "
                         "receipt on this page: how long it was, which function it was, and what "
                         "to do instead. Switch off, and everything flows again.")};
    case Tour::LabStep:
        return {Tour::tr("Open the Lab"),
                Tour::tr("Experiments that run for real: each does something the wrong way and the "
                         "right way, measures both, and shows the code that was run.")};
    }
    Q_UNREACHABLE();
}

} // namespace

Tour::Tour(const TourTargets &targets, QWidget *window)
    : QObject(window)
    , m_targets {targets.run, targets.pulse, targets.blockSwitch, targets.receipts, targets.lab}
    , m_callout(new Callout(window))
{
    connect(m_callout, &Callout::skipRequested, this, &Tour::end);
    connect(m_callout, &Callout::nextRequested, this, [this] { show(m_step + 1); });
    connect(m_callout, &Callout::backRequested, this, [this] { show(m_step - 1); });
}

void Tour::start()
{
    m_isRunning = true;
    show(RunStep);
    m_callout->takeFocus();
}

void Tour::end()
{
    if (!std::exchange(m_isRunning, false))
        return;
    const bool hadFocus = m_callout->isAncestorOf(m_callout->window()->focusWidget());
    m_callout->dismiss();
    if (hadFocus)
        m_targets.front()->setFocus(Qt::OtherFocusReason);
    emit ended();
}

void Tour::did(Step step)
{
    if (m_isRunning && m_step == step)
        show(step + 1);
}

void Tour::show(int step)
{
    if (step >= stepCount)
        return end();
    m_step = Step(std::max(step, 0));
    emit stepping(m_step);
    const StepWords words = wordsOf(m_step);
    m_callout->pointAt(m_targets[size_t(m_step)],
                       {words.title, words.text, tr("%1 of %2").arg(m_step + 1).arg(stepCount),
                        m_step == LabStep ? tr("Done") : tr("Next"), m_step > RunStep,
                        m_step < LabStep});
}
