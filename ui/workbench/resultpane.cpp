// SPDX-License-Identifier: MIT
#include "ui/workbench/resultpane.h"

#include "session/report.h"
#include "session/session.h"
#include "ui/widgets/emptystate.h"
#include "ui/workbench/galleryview.h"
#include "ui/workbench/inspector.h"
#include "ui/workbench/mandelbrotcanvas.h"

#include <QFileDialog>
#include <QFutureWatcher>
#include <QHBoxLayout>
#include <QLabel>
#include <QObject>
#include <QPushButton>
#include <QSaveFile>
#include <QStackedWidget>
#include <QTabBar>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

/// Saves the results of a board as CSV or JSON, off the GUI thread. It asks for a file without
/// blocking anything.
class ResultFile final : public QObject
{
    Q_OBJECT
public:
    /// \p window owns it and the dialog.
    explicit ResultFile(QWidget *window)
        : QObject(window)
        , m_window(window)
    {
    }

    /// The board that \p session shows when the file was chosen, unless it is gone by then.
    void chooseAndSave(const Session &session)
    {
        auto *dialog = new QFileDialog(m_window, tr("Export the results"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setNameFilters({tr("CSV (*.csv)"), tr("JSON (*.json)")});
        dialog->setDefaultSuffix(u"csv"_s);
        dialog->selectFile(u"loopscope-results"_s);
        connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
            dialog->setDefaultSuffix(filter.contains("json"_L1) ? u"json"_s : u"csv"_s);
        });
        connect(dialog, &QFileDialog::fileSelected, &session,
                [this, &session](const QString &path) { save(session.playhead().board(), path); });
        dialog->open();
    }

signals:
    /// It was saved, or it went wrong: a sentence.
    void told(const QString &sentence);

private:
    void save(const Board &board, const QString &path)
    {
        const auto write = [path, board]() -> QString {
            QSaveFile file(path);
            const bool isJson = path.endsWith(".json"_L1, Qt::CaseInsensitive);
            if (!file.open(QIODevice::WriteOnly))
                return file.errorString();
            file.write(isJson ? Report::jsonDocument(board) : Report::csv(board));
            return file.commit() ? QString() : file.errorString();
        };
        auto *watcher = new QFutureWatcher<QString>(this);
        connect(watcher, &QFutureWatcher<QString>::finished, this, [this, watcher, path] {
            watcher->deleteLater();
            const QString fault = watcher->result();
            emit told(fault.isEmpty() ? tr("Saved as %1.").arg(path)
                                      : tr("%1 could not be saved: %2").arg(path, fault));
        });
        watcher->setFuture(QtConcurrent::run(write));
    }

    QWidget *m_window;
};

ResultPane::ResultPane(Session &session, GalleryModel &gallery, ComputePool &pool, QWidget *parent)
    : Card(parent)
    , m_session(&session)
    , m_file(new ResultFile(this))
    , m_tabs(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
    , m_gallery(new GalleryView(gallery, this))
    , m_canvas(new MandelbrotCanvas(pool, this))
    , m_render(new QPushButton(this))
    , m_inspector(new Inspector(session, this))
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
    connect(m_file, &ResultFile::told, this, &ResultPane::told);
    showRenderButton(false);
    setSession(session);
}

void ResultPane::setSession(Session &session)
{
    m_session->disconnectView(*this);
    m_session = &session;
    m_gallery->setSession(session);
    m_inspector->setSession(session);
    m_canvas->setEnabled(session.isGrowing()); // what is rendered belongs to this program's own
    m_render->setEnabled(session.isGrowing());
    connect(&session, &Session::selected, this, [this](TaskId task) {
        if (tab() == StoryTab)
            m_inspector->setTask(task);
    });
}

void ResultPane::exportResults()
{
    m_file->chooseAndSave(*m_session);
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

#include "resultpane.moc"
