// SPDX-License-Identifier: MIT
#include "ui/views/tasktable.h"

#include "ui/delegates/progressdelegate.h"
#include "ui/delegates/statedelegate.h"
#include "ui/theme/theme.h"
#include "ui/views/focusring.h"
#include "views/taskmodel.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace {

constexpr int rowPixels = Theme::rowHeight;
constexpr int clockMs = 100;
constexpr QMargins ringInset {6, 6, 6, 0}; // as far from the card all around

} // namespace

TaskTable::TaskTable(TaskModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    m_proxy.setSourceModel(&m_model);
    m_proxy.setFilterRole(TaskModel::FilterRole);
    m_proxy.setSortRole(TaskModel::SortRole);
    m_proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
    setModel(&m_proxy);
    setAccessibleName(tr("Tasks"));
    setObjectName(u"Tasks"_s);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setupColumns();
    new FocusRing(*this, ringInset);
    m_clock.setInterval(clockMs);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        const int x = columnViewportPosition(TaskModel::TimeColumn);
        viewport()->update(x, 0, columnWidth(TaskModel::TimeColumn), viewport()->height());
    });
    for (const auto changed : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_proxy, changed, this, &TaskTable::shownRowsChanged);
    connect(&m_proxy, &QAbstractItemModel::modelReset, this, &TaskTable::shownRowsChanged);
    connect(this, &QTableView::activated, this,
            [this](const QModelIndex &index) { emit inspectRequested(taskAt(index)); });
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) { emit selectedTaskChanged(taskAt(index)); });
}

void TaskTable::setupColumns()
{
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(rowPixels);
    verticalHeader()->setDefaultSectionSize(rowPixels);
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setMinimumSectionSize(40);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionsClickable(true);
    header->setSortIndicatorClearable(true);
    header->setStretchLastSection(false);
    setItemDelegateForColumn(TaskModel::StateColumn, new StateDelegate(this));
    setItemDelegateForColumn(TaskModel::ProgressColumn, new ProgressDelegate(this));
    setSortingEnabled(true);
    sortByColumn(-1, Qt::AscendingOrder); // as they were queued, until a header is clicked
}

void TaskTable::setFilter(const QString &text)
{
    m_proxy.setFilterFixedString(text);
}

TaskId TaskTable::taskAt(const QModelIndex &proxyIndex) const
{
    return m_model.taskAt(m_proxy.mapToSource(proxyIndex).row());
}

QList<TaskId> TaskTable::selectedTasks() const
{
    QList<TaskId> tasks;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        tasks.append(taskAt(index));
    return tasks;
}

void TaskTable::selectTask(TaskId task)
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.taskAt(row) != task)
            continue;
        const QModelIndex index = m_proxy.mapFromSource(m_model.index(row, 0));
        selectionModel()->setCurrentIndex(
            index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        return scrollTo(index);
    }
    selectionModel()->clear();
}

void TaskTable::setRunning(bool isRunning)
{
    if (isRunning == m_clock.isActive())
        return;
    if (isRunning)
        m_clock.start();
    else
        m_clock.stop();
    viewport()->update();
}

void TaskTable::contextMenuEvent(QContextMenuEvent *event)
{
    const QList<TaskId> tasks = selectedTasks();
    if (tasks.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Inspect")), &QAction::triggered, this,
            [this, task = tasks.first()] { emit inspectRequested(task); });
    connect(menu->addAction(tr("Cancel selected")), &QAction::triggered, this,
            [this, tasks] { emit cancelRequested(tasks); });
    connect(menu->addAction(tr("Copy")), &QAction::triggered, this, [this] { copySelection(); });
    menu->popup(event->globalPos());
}

void TaskTable::copySelection() const
{
    QStringList lines;
    for (const QModelIndex &row : selectionModel()->selectedRows()) {
        QStringList cells;
        for (int column = 0; column < TaskModel::ColumnCount; ++column)
            cells.append(row.siblingAtColumn(column).data().toString());
        lines.append(cells.join(u'\t'));
    }
    QApplication::clipboard()->setText(lines.join(u'\n'));
}

void TaskTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copySelection();
    if (event->key() == Qt::Key_Delete) {
        if (const QList<TaskId> tasks = selectedTasks(); !tasks.isEmpty())
            emit cancelRequested(tasks);
        return;
    }
    QTableView::keyPressEvent(event);
}

void TaskTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

int TaskTable::headerWidth(int column) const
{
    const QString title = m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    return horizontalHeader()->fontMetrics().horizontalAdvance(title) + 2 * Theme::cellMargin + 2;
}

void TaskTable::fitColumns()
{
    const int width = viewport()->width();
    const QFontMetrics metrics = fontMetrics();
    const int time = metrics.horizontalAdvance(u"000.00 s"_s) + 2 * Theme::cellMargin + 2;
    const int tries = headerWidth(TaskModel::TriesColumn);
    const int state = StateDelegate::widest(metrics);
    const int left = std::max(0, width - time - tries - state);
    const int task = std::clamp(left * 34 / 100, 90, 420);
    const int progress = std::clamp(left * 20 / 100, headerWidth(TaskModel::ProgressColumn), 180);
    setColumnWidth(TaskModel::TaskColumn, task);
    setColumnWidth(TaskModel::StateColumn, state);
    setColumnWidth(TaskModel::ProgressColumn, progress);
    setColumnWidth(TaskModel::DetailColumn,
                   std::max(horizontalHeader()->minimumSectionSize(), left - task - progress));
    setColumnWidth(TaskModel::TimeColumn, time);
    setColumnWidth(TaskModel::TriesColumn, tries);
}
