// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskevent.h"

class LabPage;
class PageStack;
class TimelinePage;
class Tour;
class Workbench;

/// What the keys of the window do, each according to the page that is in sight.
class PageCommands final
{
public:
    /// All outlive it.
    PageCommands(PageStack &pages, Workbench &workbench, LabPage &lab, TimelinePage &timeline);

    /// The lab runs its experiment, every other page the work of the Workbench.
    void run();
    /// What runs goes first, that of the page that is shown before the other, then \p tour.
    void cancel(Tour &tour);
    /// Among what the page shows; other pages than the lab's show the tasks of the Workbench.
    void find();
    /// In the timeline that is in sight, which tells what it stepped to.
    void step(int events);
    /// The story of \p task, on the Workbench.
    void inspect(TaskId task);

private:
    PageStack &m_pages;
    Workbench &m_workbench;
    LabPage &m_lab;
    TimelinePage &m_timeline;
};
