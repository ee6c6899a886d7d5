// SPDX-License-Identifier: MIT
#include "ui/stalls/stallspage.h"

#include "session/session.h"
#include "session/tasktext.h"
#include "ui/stalls/stalldetail.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/focusring.h"
#include "ui/widgets/paneldelegate.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 14;
constexpr int lines = 3;
constexpr int leading = 3;

QFont lengthFont(const QFont &base)
{
    return Theme::strong(Theme::numberFont(base), 1.15);
}

QFont codeFont(const QFont &base)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(base.pointSizeF() * 0.92);
    return font;
}

/// A stall in three lines: how long and when, in which function, and what kind it was.
class StallDelegate final : public PanelDelegate
{
    Q_OBJECT
public:
    /// \p stalls outlives it and is the model of the view.
    explicit StallDelegate(const StallList &stalls, QObject *parent = nullptr)
        : PanelDelegate(parent)
        , m_stalls(stalls)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        drawPanel(painter, option, index);
        const Theme &theme = Theme::current();
        const StallReceipt &receipt = m_stalls.receipt(index.row());
        QRect line = option.rect.adjusted(margin, margin - 2, -margin, 0);
        const auto write = [&](const QFont &font, const QColor &colour, const QString &text,
                               Qt::Alignment alignment) {
            painter->setFont(font);
            painter->setPen(colour);
            const QFontMetrics metrics(font);
            line.setHeight(metrics.height());
            painter->drawText(line, int(alignment | Qt::AlignVCenter),
                              metrics.elidedText(text, Qt::ElideRight, line.width()));
        };
        const QColor lengthColour = receipt.isPause() ? theme.secondaryText
            : receipt.isCongestion                    ? theme.congestionText
                                                      : theme.stallText;
        write(lengthFont(option.font), lengthColour, receipt.lengthText(), Qt::AlignLeft);
        write(Theme::numberFont(option.font), theme.secondaryText,
              tr("at %1").arg(TaskText::seconds(m_stalls.sinceOriginNs(receipt))), Qt::AlignRight);
        line.moveTop(line.bottom() + 1 + leading);
        const QString culprit = receipt.culpritText();
        write(codeFont(option.font), theme.text, culprit.isEmpty() ? tr("no stack") : culprit,
              Qt::AlignLeft);
        line.moveTop(line.bottom() + 1 + leading);
        write(option.font, theme.secondaryText, receipt.kindText(), Qt::AlignLeft);
        painter->fillRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1,
                          theme.line);
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        const int height = QFontMetrics(lengthFont(option.font)).height()
            + QFontMetrics(codeFont(option.font)).height() + QFontMetrics(option.font).height();
        return {120, height + (lines - 1) * leading + 2 * (margin - 2)};
    }

private:
    const StallList &m_stalls;
};

constexpr auto readStall = "readStall"; // of a session: the one that is read, or was last
constexpr int listWidth = 320;
constexpr int leastList = 200;
constexpr int listPercent = 37;
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

StallsPage::StallsPage(Session &session, QWidget *parent)
    : Page(IconName::Stalls, tr("Stalls"), u"stalls"_s, parent)
    , m_session(&session)
    , m_stalls(session)
{
    connect(&m_stalls, &StallList::rowsInserted, this, &StallsPage::see);
    connect(&m_stalls, &StallList::modelReset, this, &StallsPage::see);
    setSession(session);
}

void StallsPage::setSession(Session &session)
{
    m_session->disconnectView(*this);
    m_session = &session;
    connect(&session, &Session::unseenStallsChanged, this, &StallsPage::tellUnseen);
    connect(&session.playhead(), &Playhead::jumped, this, [this] {
        if (isBuilt())
            showWhetherEmpty();
        see();
    });
    m_stalls.setSession(session);
    tellUnseen();
    if (!isBuilt())
        return;
    m_empty->setSentence(session.isGrowing()
                             ? tr("No stall so far: the loop came round in time, every time. A "
                                  "stall gets a receipt here, with the function that caused it.")
                             : tr("No stall in this trace: the loop came round in time, every "
                                  "time."));
    m_empty->setAction(session.isGrowing() ? tr("Block the loop once") : QString());
    showRead();
    refresh();
}

void StallsPage::makeContents()
{
    m_sentence = new QLabel(this);
    m_threshold = new QSpinBox(this);
    m_copy = new QPushButton(Icons::icon(IconName::Copy), tr("Copy as text"), this);
    m_clear = new QPushButton(tr("Clear"), this);
    m_list = new QListView(this);
    m_detail = new StallDetail(this);
    m_list->setModel(&m_stalls);
    m_list->setItemDelegate(new StallDelegate(m_stalls, m_list));
    m_list->setAccessibleName(tr("Stalls"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setUniformItemSizes(true);
    new FocusRing(*m_list);
    auto *cards = new QHBoxLayout;
    cards->setSpacing(12);
    m_listCard = cardWith(m_list, this);
    cards->addWidget(m_listCard);
    fitList();
    cards->addWidget(cardWith(m_detail, this), 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(setupHeader());
    layout->addLayout(cards, 1);
    m_empty = new EmptyState(IconName::Stalls, {}, m_detail);
    setThreshold(m_thresholdLength);
    setupConnections();
    setSession(*m_session);
}

QWidget *StallsPage::setupHeader()
{
    auto *header = new QWidget(this);
    auto *title = new QLabel(tr("Stalls"), header);
    title->setFont(Theme::strong(title->font(), 1.4));
    m_sentence->setWordWrap(true);
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
    layout->addWidget(m_clear, 0, Qt::AlignVCenter);
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
    // After the list, which has to know of what is made the current one.
    connect(&m_stalls, &StallList::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { added(first, last); });
    connect(&m_stalls, &StallList::rowsRemoved, this, &StallsPage::showWhetherEmpty);
    connect(&m_stalls, &StallList::modelReset, this, &StallsPage::refresh);
    connect(&m_stalls, &StallList::dataChanged, this, [this](const QModelIndex &changed) {
        if (changed == m_list->currentIndex()) // news of others must not disturb who reads this one
            showCurrent();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &StallsPage::showCurrent);
    connect(m_copy, &QPushButton::clicked, this, &StallsPage::copy);
    connect(m_clear, &QPushButton::clicked, this, &StallsPage::clearRequested);
    connect(m_detail, &StallDetail::taskRequested, this, &StallsPage::taskRequested);
    connect(m_detail, &StallDetail::experimentRequested, this, &StallsPage::experimentRequested);
    connect(m_empty, &EmptyState::actionTriggered, this, &StallsPage::freezeRequested);
}

void StallsPage::setThreshold(std::chrono::milliseconds threshold)
{
    m_thresholdLength = threshold;
    if (!isBuilt())
        return;
    const QSignalBlocker quiet(m_threshold); // it was chosen elsewhere
    m_threshold->setValue(int(threshold.count()));
    showSentence();
}

void StallsPage::showSentence()
{
    QString sentence
        = tr("Every time the loop could not turn for %L1 ms or more.").arg(m_threshold->value());
    if (m_stalls.rowCount() == Stalls::mostKept)
        sentence += u' ' + tr("Only the newest %L1 are kept.").arg(Stalls::mostKept);
    m_sentence->setText(sentence);
}

void StallsPage::takeFocus()
{
    m_list->setFocus();
}

void StallsPage::showAt(qint64 timeNs)
{
    build();
    const int row = m_stalls.rowAt(timeNs);
    if (row >= 0)
        m_list->setCurrentIndex(m_stalls.index(row));
}

/// The one that was read last, or the newest.
void StallsPage::showRead()
{
    const int read = m_stalls.rowOf(m_session->property(readStall).value<TaskId>());
    m_list->setCurrentIndex(m_stalls.index(std::max(0, read)));
}

/// The newest one is shown, unless a person reads another.
void StallsPage::added(int first, int last)
{
    const int before = m_list->currentIndex().row();
    if (before < 0)
        showRead(); // all began anew
    else if (before == last + 1 || !isVisible())
        m_list->setCurrentIndex(m_stalls.index(first));
    showWhetherEmpty();
}

void StallsPage::showWhetherEmpty()
{
    const bool isEmpty = m_stalls.rowCount() == 0;
    m_empty->setVisible(isEmpty);
    m_copy->setEnabled(!isEmpty);
    m_clear->setEnabled(!isEmpty && m_session->isGrowing() && m_session->playhead().isLive());
    showSentence();
}

void StallsPage::refresh()
{
    showWhetherEmpty();
    showCurrent();
}

void StallsPage::showCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return m_detail->clear();
    const StallReceipt &receipt = m_stalls.receipt(current.row());
    m_session->setProperty(readStall, QVariant::fromValue(receipt.id));
    m_detail->setReceipt(receipt);
}

void StallsPage::copy()
{
    const QModelIndex current = m_list->currentIndex();
    if (current.isValid())
        QGuiApplication::clipboard()->setText(m_stalls.text(current.row()));
}

/// While the page is shown a person sees the newest one that is there.
void StallsPage::see()
{
    if (isVisible() && m_stalls.rowCount() > 0)
        m_session->markStallsSeen(m_stalls.receipt(0).id);
}

/// Before the list shows them, which it will at once unless it shows the past.
void StallsPage::tellUnseen()
{
    const bool isLookedAt = isVisible() && m_session->playhead().isLive();
    const int unseen = isLookedAt ? 0 : m_session->unseenStalls();
    if (std::exchange(m_toldUnseen, unseen) != unseen)
        emit unseenChanged(unseen);
}

void StallsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    if (isBuilt())
        fitList();
}

void StallsPage::fitList()
{
    m_listCard->setFixedWidth(std::clamp(width() * listPercent / 100, leastList, listWidth));
}

void StallsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    see();
}

#include "stallspage.moc"
