// SPDX-License-Identifier: MIT
#include "ui/lab/cataloguepane.h"

#include "lab/catalogue.h"
#include "ui/lab/catalogueview.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/views/emptystate.h"
#include "ui/views/focusring.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

CataloguePane::CataloguePane(QWidget *parent)
    : QWidget(parent)
    , m_model(catalogue())
    , m_current(&catalogue().front())
    , m_search(new QLineEdit(this))
    , m_list(new CatalogueView(this))
    , m_empty(new EmptyState(IconName::Search, tr("No experiment has these words."), this, m_list))
{
    m_search->setPlaceholderText(tr("Search %Ln experiment(s)", nullptr, m_model.count()));
    m_search->setAccessibleName(tr("Search experiments"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(Icons::icon(IconName::Search, IconInk::Secondary),
                        QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_list->setModel(&m_model);
    m_list->setAccessibleName(tr("Experiments"));
    new FocusRing(*m_list);
    m_empty->setAction(tr("Show all"));
    m_empty->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 8);
    layout->setSpacing(4);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textChanged, this, &CataloguePane::search);
    connect(m_empty, &EmptyState::actionTriggered, m_search, &QLineEdit::clear);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                if (const Experiment *experiment = m_model.experimentAt(current.row()))
                    emit chosen(*(m_current = experiment));
            });
    showCurrent();
}

void CataloguePane::choose(const Experiment &experiment)
{
    if (m_model.rowOf(&experiment) < 0)
        m_search->clear();
    m_current = &experiment;
    showCurrent();
}

void CataloguePane::focusList()
{
    m_list->setFocus();
}

void CataloguePane::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void CataloguePane::search(const QString &words)
{
    const Experiment *before = m_current;
    m_model.setFilter(words);
    m_current = before; // whoever types has not chosen another one
    m_empty->setVisible(m_model.rowCount() == 0);
    showCurrent();
}

void CataloguePane::showCurrent()
{
    const int row = m_model.rowOf(m_current);
    if (row >= 0)
        m_list->setCurrentIndex(m_model.index(row));
}

/// From the search the keys lead on into what it found: Down to it, Enter chooses the first.
bool CataloguePane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Down && key != Qt::Key_Return && key != Qt::Key_Enter)
        return false;
    if (m_model.rowCount() > 0) {
        if (m_model.rowOf(m_current) < 0 || key != Qt::Key_Down)
            m_list->setCurrentIndex(m_model.index(1)); // below its heading
        m_list->setFocus(Qt::ShortcutFocusReason);
    }
    return true;
}

void CataloguePane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(width() - 1, 0, 1, height(), Theme::current().line);
}
