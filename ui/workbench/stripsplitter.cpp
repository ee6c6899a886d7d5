// SPDX-License-Identifier: MIT
#include "ui/workbench/stripsplitter.h"

#include "ui/timeline/timelinepane.h"
#include "ui/widgets/scrollcolumn.h"
#include "ui/widgets/settingsreader.h"

#include <QEvent>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace {
constexpr int lowWindow = 560; // and not the height of this: a notice above must not fold the strip
}

StripSplitter::StripSplitter(QWidget *contents, TimelinePane *strip, QWidget *parent)
    : QSplitter(Qt::Vertical, parent)
    , m_contents(contents)
    , m_strip(strip)
{
    addWidget(new ScrollColumn(contents, this));
    addWidget(strip);
    setStretchFactor(0, 1);
    setChildrenCollapsible(false);
    setHandleWidth(5);
    setSizes({600, m_openHeight});
    contents->installEventFilter(this);
}

bool StripSplitter::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_contents && event->type() == QEvent::LayoutRequest)
        fitContents();
    return QSplitter::eventFilter(watched, event);
}

void StripSplitter::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    const bool isLow = window()->height() < lowWindow;
    const bool wasFolded = m_strip->isFolded();
    if (!isLow && !wasFolded)
        m_openHeight = m_strip->height();
    m_strip->setCramped(isLow);
    fitContents();
    if (m_strip->isFolded() != wasFolded)
        setSizes({height() - m_openHeight, wasFolded ? m_openHeight : 0});
}

/// As high as it has to be, as long as the head of the strip stays in sight.
void StripSplitter::fitContents()
{
    const int strip = m_strip->minimumSizeHint().height() + handleWidth();
    const int room = std::max(0, height() - strip);
    widget(0)->setMinimumHeight(std::min(m_contents->minimumSizeHint().height(), room));
}

void StripSplitter::save(QSettings &settings) const
{
    if (!m_strip->isFolded())
        settings.setValue("workbench/strips"_L1, SplitterSizes::toText(*this));
    settings.setValue("workbench/timelineFolded"_L1,
                      m_strip->isFolded() && !m_strip->isFoldedByItself());
}

void StripSplitter::restore(SettingsReader &settings)
{
    settings.sizes("workbench/strips"_L1, *this);
    m_strip->setFolded(settings.flag("workbench/timelineFolded"_L1).value_or(false));
}
