// SPDX-License-Identifier: MIT
#include "ui/pages/stallspage.h"

#include "ui/delegates/stalldelegate.h"
#include "ui/theme/icons.h"
#include "ui/views/card.h"
#include "ui/views/emptystate.h"
#include "ui/views/focusring.h"
#include "ui/views/stalldetail.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace {

constexpr int listWidth = 320;
constexpr int inset = 4; // keeps what is in a card off its round corners

Card *cardWith(QWidget *content, QWidget *parent)
{
    auto *card = new Card(parent);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(inset, inset, inset, inset);
    layout->addWidget(content);
    return card;
}

} // namespace

StallsPage::StallsPage(const Recording &recording, QWidget *parent)
    : QWidget(parent)
    , m_stalls(recording)
    , m_sentence(new QLabel(this))
    , m_threshold(new QSpinBox(this))
    , m_copy(new QPushButton(Icons::icon(IconName::Copy), tr("Copy as text"), this))
    , m_list(new QListView(this))
    , m_detail(new StallDetail(this))
{
    setObjectName(u"stalls"_s);
    m_list->setModel(&m_stalls);
    m_list->setItemDelegate(new StallDelegate(m_stalls, m_list));
    m_list->setAccessibleName(tr("Stalls"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setUniformItemSizes(true);
    new FocusRing(*m_list);
    auto *cards = new QHBoxLayout;
    cards->setSpacing(12);
    Card *list = cardWith(m_list, this);
    list->setFixedWidth(listWidth);
    cards->addWidget(list);
    cards->addWidget(cardWith(m_detail, this), 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(setupHeader());
    layout->addLayout(cards, 1);
    m_empty = new EmptyState(
        IconName::Stalls,
        tr("No stall so far: the loop came round in time, every time. A stall gets "
           "a receipt here, with the function that caused it."),
        m_detail);
    m_empty->setAction(tr("Block the loop once"));
    setThreshold(std::chrono::milliseconds(100));
    setupConnections();
    refresh();
}

QWidget *StallsPage::setupHeader()
{
    auto *header = new QWidget(this);
    auto *title = new QLabel(tr("Stalls"), header);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    large.setWeight(QFont::DemiBold);
    title->setFont(large);
    m_sentence->setForegroundRole(QPalette::PlaceholderText);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(title);
    words->addWidget(m_sentence);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(words, 1);
    layout->addWidget(thresholdLabel(header), 0, Qt::AlignVCenter);
    layout->addWidget(m_threshold, 0, Qt::AlignVCenter);
    layout->addSpacing(8);
    layout->addWidget(m_copy, 0, Qt::AlignVCenter);
    return header;
}

QLabel *StallsPage::thresholdLabel(QWidget *parent)
{
    m_threshold->setRange(20, 5'000);
    m_threshold->setSingleStep(10);
    m_threshold->setSuffix(tr(" ms"));
    m_threshold->setKeyboardTracking(false);
    m_threshold->setAccessibleName(tr("Counts from"));
    m_threshold->setToolTip(tr("How long the loop has to stand still for a receipt"));
    auto *label = new QLabel(tr("Counts from"), parent);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setBuddy(m_threshold);
    return label;
}

void StallsPage::setupConnections()
{
    connect(m_threshold, &QSpinBox::valueChanged, this,
            [this](int ms) { emit thresholdChosen(std::chrono::milliseconds(ms)); });
    connect(&m_stalls, &StallList::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { added(first, last); });
    connect(&m_stalls, &StallList::modelReset, this, &StallsPage::refresh);
    connect(&m_stalls, &StallList::dataChanged, this, [this](const QModelIndex &changed) {
        if (changed == m_list->currentIndex()) // news of others must not disturb who reads this one
            showCurrent();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &StallsPage::showCurrent);
    connect(m_copy, &QPushButton::clicked, this, &StallsPage::copy);
    connect(m_detail, &StallDetail::taskRequested, this, &StallsPage::taskRequested);
    connect(m_detail, &StallDetail::experimentRequested, this, &StallsPage::experimentRequested);
    connect(m_empty, &EmptyState::actionTriggered, this, &StallsPage::freezeRequested);
}

void StallsPage::setThreshold(std::chrono::milliseconds threshold)
{
    const QSignalBlocker quiet(m_threshold); // it was chosen elsewhere
    m_threshold->setValue(int(threshold.count()));
    m_sentence->setText(
        tr("Every time the loop could not turn for %L1 ms or more.").arg(threshold.count()));
}

void StallsPage::takeFocus()
{
    m_list->setFocus();
}

void StallsPage::showAt(qint64 timeNs)
{
    const int row = m_stalls.rowAt(timeNs);
    if (row >= 0)
        m_list->setCurrentIndex(m_stalls.index(row));
}

/// The newest one is shown, unless a person reads another.
void StallsPage::added(int first, int last)
{
    const int before = m_list->currentIndex().row();
    if (!isVisible() || before < 0 || before == last + 1)
        m_list->setCurrentIndex(m_stalls.index(first));
    if (!isVisible())
        setUnseen(m_unseen + last - first + 1);
    showWhetherEmpty();
}

void StallsPage::showWhetherEmpty()
{
    const bool isEmpty = m_stalls.rowCount() == 0;
    m_empty->setVisible(isEmpty);
    m_copy->setEnabled(!isEmpty);
    if (isEmpty)
        setUnseen(0);
}

void StallsPage::refresh()
{
    showWhetherEmpty();
    showCurrent();
}

void StallsPage::showCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    if (current.isValid())
        m_detail->setReceipt(m_stalls.receipt(current.row()));
    else
        m_detail->clear();
}

void StallsPage::copy()
{
    const QModelIndex current = m_list->currentIndex();
    if (current.isValid())
        QGuiApplication::clipboard()->setText(m_stalls.text(current.row()));
}

void StallsPage::setUnseen(int count)
{
    if (std::exchange(m_unseen, count) != count)
        emit unseenChanged(count);
}

void StallsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    setUnseen(0);
}
