// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskevent.h"
#include "ui/widgets/card.h"

class ComputePool;
class GalleryModel;
class GalleryView;
class Inspector;
class MandelbrotCanvas;
class QPushButton;
class QStackedWidget;
class QTabBar;
class ResultFile;
class Session;

/// The card beside the table: the gallery, the Mandelbrot canvas and the story of a task.
class ResultPane final : public Card
{
    Q_OBJECT
public:
    enum Tab { GalleryTab, MandelbrotTab, StoryTab };

    /// All outlive it, but \p session may be followed by another one before it goes.
    ResultPane(Session &session, GalleryModel &gallery, ComputePool &pool,
               QWidget *parent = nullptr);

    void setSession(Session &session);

    void showTab(Tab tab);
    Tab tab() const;
    /// Shows the story of \p task.
    void inspect(TaskId task);
    /// Asks for a file, and saves the results that are shown then. Blocks nothing.
    void exportResults();
    GalleryView &gallery() { return *m_gallery; }
    MandelbrotCanvas &canvas() { return *m_canvas; }
    Inspector &inspector() { return *m_inspector; }

signals:
    /// The results were saved, or it went wrong: a sentence.
    void told(const QString &sentence);

private:
    QWidget *mandelbrotPage();
    void showRenderButton(bool isRendering);

    Session *m_session;
    ResultFile *m_file;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    GalleryView *m_gallery;
    MandelbrotCanvas *m_canvas;
    QPushButton *m_render;
    Inspector *m_inspector;
};
