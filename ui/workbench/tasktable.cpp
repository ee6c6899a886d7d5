// SPDX-License-Identifier: MIT
#include "ui/workbench/tasktable.h"

#include "session/session.h"
#include "session/taskmodel.h"
#include "session/tasktext.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/widgets/focusring.h"
#include "ui/widgets/paneldelegate.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>

using namespace Qt::StringLiterals;

namespace {

constexpr int barHeight = 5;

/// Paints a task's progress as a quiet bar in the colour of its state.
class ProgressDelegate final : public PanelDelegate
{
public:
    using PanelDelegate::PanelDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const QRect cell = drawPanel(painter, option, index).rect;
        const auto status = TaskStatus(index.data(TaskModel::StatusRole).toInt());
        const double fraction = index.data(TaskModel::FractionRole).toDouble();
        const Theme &theme = Theme::current();
        QRectF track(cell.left() + Theme::cellMargin, cell.center().y() - barHeight / 2.0 + 0.5,
                     cell.width() - 2 * Theme::cellMargin, barHeight);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.track);
        painter->drawRoundedRect(track, barHeight / 2.0, barHeight / 2.0);
        if (fraction > 0) {
            track.setWidth(std::max<qreal>(barHeight, track.width() * fraction));
            painter->setBrush(theme.status(status));
            painter->drawRoundedRect(track, barHeight / 2.0, barHeight / 2.0);
        }
        painter->restore();
    }
};

constexpr int glyph = 14;
constexpr int gap = 7;

/// Paints a task's state as shape, colour and word: never colour alone.
class StateDelegate final : public PanelDelegate
{
public:
    using PanelDelegate::PanelDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QStyleOptionViewItem item = drawPanel(painter, option, index);
        const auto status = TaskStatus(index.data(TaskModel::StatusRole).toInt());
        const Theme &theme = Theme::current();
        const int y = item.rect.center().y() - glyph / 2 + 1;
        const int x = item.rect.left() + Theme::cellMargin;
        painter->drawPixmap(x, y,
                            Icons::pixmap(Icons::nameOf(status), glyph, theme.status(status),
                                          painter->device()->devicePixelRatioF()));
        // By the style, so that the word stands on the line of its neighbours.
        item.rect.adjust(glyph + gap, 0, 0, 0);
        item.state &= ~(QStyle::State_Selected | QStyle::State_HasFocus);
        item.backgroundBrush = Qt::NoBrush;
        item.palette.setColor(QPalette::Text, theme.statusText(status));
        item.widget->style()->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
    }

    /// What the longest word needs, in any language.
    static int widest(const QFontMetrics &metrics)
    {
        int word = 0;
        for (int status = 0; status < taskStatusCount; ++status)
            word = std::max(word,
                            metrics.horizontalAdvance(TaskText::statusWord(TaskStatus(status))));
        return 2 * Theme::cellMargin + glyph + gap + word + 2;
    }
};

constexpr int rowPixels = Theme::rowHeight;
constexpr int clockMs = 100;
constexpr int leastTask = 90; // pixels of its column
constexpr QMargins ringInset {6, 6, 6, 0}; // as far from the card all around

} // namespace

TaskTable::TaskTable(TaskModel &model, Session &session, QWidget *parent)
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
            &TaskTable::tellSelection);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &TaskTable::tellSelection);
    setSession(session);
}

void TaskTable::setSession(Session &session)
{
    if (m_session)
        m_session->disconnectView(*this);
    m_session = &session;
    connect(&session, &Session::selected, this, &TaskTable::followSelection);
    // A row that goes because its task was not there yet takes no selection with it.
    connect(&session.playhead(), &Playhead::aboutToJump, this, [this] { m_isTelling = true; });
    connect(&session.playhead(), &Playhead::jumped, this, [this] {
        m_isTelling = false;
        followSelection();
        viewport()->update(); // the time column, in every row that runs
    });
    followSelection();
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

TaskId TaskTable::taskAt(const QModelIndex &proxyIndex) const
{
    return m_model.taskAt(m_proxy.mapToSource(proxyIndex).row());
}

QList<TaskId> TaskTable::selectedTasks() const
{
    QList<TaskId> tasks;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            tasks.append(taskAt(m_proxy.index(row, 0)));
    }

    return tasks;
}

/// The current row, if it is selected; whoever has only the focus is not.
void TaskTable::tellSelection()
{
    if (m_isTelling)
        return;
    const QScopedValueRollback telling(m_isTelling, true);
    const QItemSelection selection = selectionModel()->selection();
    const QModelIndex current = currentIndex();
    if (selection.isEmpty() || selection.contains(current))
        m_session->select(selection.isEmpty() ? TaskId::None : taskAt(current));
    else
        m_session->select(taskAt(selection.first().topLeft()));
}

/// Its row, alone; one that has none leaves none selected.
void TaskTable::followSelection()
{
    if (m_isTelling)
        return;
    const TaskId task = rowTaskOf(m_session->selectedTask());
    const QModelIndex current = currentIndex();
    if (taskAt(current) == task
        && (task == TaskId::None || selectionModel()->isRowSelected(current.row())))
        return; // and whatever else is selected stays so
    const QScopedValueRollback telling(m_isTelling, true);
    const TaskState *state = m_session->playhead().board().task(task);
    if (!state || state->row < 0)
        return selectionModel()->clear();
    const QModelIndex index = m_proxy.mapFromSource(m_model.index(int(state->row), 0));
    selectionModel()->setCurrentIndex(
        index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
}

/// A child has no row; the one it was made for has.
TaskId TaskTable::rowTaskOf(TaskId task) const
{
    const Projection &projection = m_session->playhead().projection();
    for (TaskId parent = projection.parentOf(task); parent != TaskId::None;
         parent = projection.parentOf(task))
        task = parent;
    return task;
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
    const int leastProgress = headerWidth(TaskModel::ProgressColumn);
    const int least = leastTask + horizontalHeader()->minimumSectionSize() + time + state;
    // What has no room is told by the story of the task.
    const bool hasTries = width >= least + leastProgress + tries;
    const bool hasProgress = width >= least + leastProgress;
    setColumnHidden(TaskModel::TriesColumn, !hasTries);
    setColumnHidden(TaskModel::ProgressColumn, !hasProgress);
    const int left = std::max(0, width - time - state - (hasTries ? tries : 0));
    const int task = std::clamp(left * 34 / 100, leastTask, 420);
    const int progress = hasProgress ? std::clamp(left * 20 / 100, leastProgress, 180) : 0;
    setColumnWidth(TaskModel::TaskColumn, task);
    setColumnWidth(TaskModel::StateColumn, state);
    setColumnWidth(TaskModel::ProgressColumn, progress);
    setColumnWidth(TaskModel::DetailColumn,
                   std::max(horizontalHeader()->minimumSectionSize(), left - task - progress));
    setColumnWidth(TaskModel::TimeColumn, time);
    setColumnWidth(TaskModel::TriesColumn, tries);
}
