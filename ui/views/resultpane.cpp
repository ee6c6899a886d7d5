// SPDX-License-Identifier: MIT
#include "ui/views/resultpane.h"

#include "ui/views/emptystate.h"
#include "ui/views/galleryview.h"
#include "ui/views/inspector.h"
#include "ui/views/mandelbrotcanvas.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>

using namespace Qt::StringLiterals;

ResultPane::ResultPane(const Moment &moment, GalleryModel &gallery, ComputePool &pool,
                       QWidget *parent)
    : Card(parent)
    , m_tabs(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
    , m_gallery(new GalleryView(gallery, this))
    , m_canvas(new MandelbrotCanvas(pool, this))
    , m_render(new QPushButton(this))
    , m_inspector(new Inspector(moment, this))
{
    m_tabs->setObjectName(u"Results"_s);
    m_tabs->setAccessibleName(tr("Results"));
    m_tabs->setDocumentMode(true);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    for (const QString &name : {tr("Gallery"), tr("Mandelbrot"), tr("Story")})
        m_tabs->addTab(name);
    m_stack->addWidget(m_gallery);
    m_stack->addWidget(mandelbrotPage());
    m_stack->addWidget(m_inspector);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 4, 1, 8);
    layout->setSpacing(0);
    layout->addWidget(m_tabs);
    layout->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_canvas, &MandelbrotCanvas::renderingChanged, this, &ResultPane::showRenderButton);
    connect(m_gallery, &GalleryView::inspectRequested, this, &ResultPane::inspect);
    showRenderButton(false);
}

QWidget *ResultPane::mandelbrotPage()
{
    auto *page = new QWidget(this);
    auto *hint = new QLabel(tr("Wheel zooms, drag moves."), page);
    hint->setForegroundRole(QPalette::PlaceholderText);
    hint->setWordWrap(true);
    auto *controls = new QWidget(page); // there once something was rendered
    auto *row = new QHBoxLayout(controls);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(hint, 1);
    row->addWidget(m_render);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(12, 8, 12, 4);
    layout->setSpacing(8);
    layout->addWidget(m_canvas, 1);
    layout->addWidget(controls);
    QSizePolicy policy = controls->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // a canvas that gives way to them would begin again
    controls->setSizePolicy(policy);
    controls->hide();
    auto *empty = new EmptyState(IconName::Mandelbrot,
                                 tr("The Mandelbrot set: a picture-sized computation, tile by tile "
                                    "on the pool, while the window stays smooth."),
                                 m_canvas);
    empty->setAction(tr("Render"));
    connect(empty, &EmptyState::actionTriggered, m_canvas, &MandelbrotCanvas::render);
    connect(m_canvas, &MandelbrotCanvas::renderingChanged, empty, &QWidget::hide);
    connect(m_canvas, &MandelbrotCanvas::renderingChanged, controls, &QWidget::show);
    connect(m_render, &QPushButton::clicked, m_canvas, [this] {
        if (m_canvas->isRendering())
            m_canvas->cancel();
        else
            m_canvas->render();
    });
    return page;
}

void ResultPane::showRenderButton(bool isRendering)
{
    m_render->setText(isRendering ? tr("Stop") : tr("Render"));
}

void ResultPane::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

ResultPane::Tab ResultPane::tab() const
{
    return Tab(m_tabs->currentIndex());
}

void ResultPane::inspect(TaskId task)
{
    m_inspector->setTask(task);
    showTab(StoryTab);
}

void ResultPane::select(TaskId task)
{
    if (tab() == StoryTab)
        m_inspector->setTask(task);
}
