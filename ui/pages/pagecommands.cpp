// SPDX-License-Identifier: MIT
#include "ui/pages/pagecommands.h"

#include "ui/pages/labpage.h"
#include "ui/pages/pagestack.h"
#include "ui/pages/timelinepage.h"
#include "ui/pages/workbench.h"
#include "ui/views/timelineview.h"
#include "ui/views/tour.h"

PageCommands::PageCommands(PageStack &pages, Workbench &workbench, LabPage &lab,
                           TimelinePage &timeline)
    : m_pages(pages)
    , m_workbench(workbench)
    , m_lab(lab)
    , m_timeline(timeline)
{
}

void PageCommands::run()
{
    if (m_pages.page() == &m_lab)
        m_lab.run();
    else
        m_workbench.run();
}

void PageCommands::cancel(Tour &tour)
{
    const bool isLab = m_lab.isRunning() && (m_pages.page() == &m_lab || !m_workbench.isBusy());
    const bool wasBusy = isLab || m_workbench.isBusy();
    if (isLab)
        m_lab.cancel();
    else
        m_workbench.cancelAll();
    if (!wasBusy)
        tour.end();
}

void PageCommands::find()
{
    if (m_pages.page() == &m_lab)
        return m_lab.focusSearch();
    m_pages.showPage(&m_workbench);
    m_workbench.focusFilter();
}

void PageCommands::step(int events)
{
    const bool isTimeline = m_pages.page() == &m_timeline;
    (isTimeline ? m_timeline.view() : m_workbench.timeline()).step(events);
}

void PageCommands::inspect(TaskId task)
{
    m_pages.showPage(&m_workbench);
    m_workbench.inspect(task);
}
