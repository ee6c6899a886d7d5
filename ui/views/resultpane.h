// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskevent.h"
#include "ui/views/card.h"

class ComputePool;
class GalleryModel;
class GalleryView;
class Inspector;
class MandelbrotCanvas;
class Moment;
class QPushButton;
class QStackedWidget;
class QTabBar;

/// The card beside the table: the gallery, the Mandelbrot canvas and the story of a task.
class ResultPane final : public Card
{
    Q_OBJECT
public:
    enum Tab { GalleryTab, MandelbrotTab, StoryTab };

    ResultPane(const Moment &moment, GalleryModel &gallery, ComputePool &pool,
               QWidget *parent = nullptr);

    void showTab(Tab tab);
    Tab tab() const;
    /// Shows the story of \p task.
    void inspect(TaskId task);
    /// Follows the selection while the story is in view.
    void select(TaskId task);
    GalleryView &gallery() { return *m_gallery; }
    MandelbrotCanvas &canvas() { return *m_canvas; }
    Inspector &inspector() { return *m_inspector; }

private:
    QWidget *mandelbrotPage();
    void showRenderButton(bool isRendering);

    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    GalleryView *m_gallery;
    MandelbrotCanvas *m_canvas;
    QPushButton *m_render;
    Inspector *m_inspector;
};
