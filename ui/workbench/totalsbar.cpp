// SPDX-License-Identifier: MIT
#include "ui/workbench/totalsbar.h"

#include "record/recording.h"
#include "session/session.h"
#include "session/tasktext.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/widgets/folding.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>

#include <vector>

using namespace Qt::StringLiterals;

namespace {

constexpr int glyph = 14;
constexpr int gap = 5;
constexpr int between = 16;

constexpr std::array order {TaskStatus::Queued,    TaskStatus::Running,  TaskStatus::Suspended,
                            TaskStatus::Succeeded, TaskStatus::Failed,   TaskStatus::TimedOut,
                            TaskStatus::Cancelled, TaskStatus::Abandoned};

QFont numberFont(const QWidget &widget)
{
    return Theme::strong(Theme::numberFont(widget.font()));
}

} // namespace

CountStrip::CountStrip(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Counts"));
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void CountStrip::setCounts(const Board &board)
{
    std::array<int, taskStatusCount> counts {};
    QStringList words;
    for (const TaskStatus status : order) {
        counts[size_t(status)] = board.count(status);
        if (board.count(status) > 0)
            words.append(u"%1 %2"_s.arg(board.count(status)).arg(TaskText::statusWord(status)));
    }

    if (counts == m_counts)
        return;
    m_counts = counts;
    setAccessibleDescription(words.join(u", "_s));
    setToolTip(accessibleDescription()); // for when there is no room for words
    updateGeometry();
    update();
}

bool CountStrip::isShown(TaskStatus status) const
{
    return m_counts[size_t(status)] > 0 || status == TaskStatus::Queued
        || status == TaskStatus::Running || status == TaskStatus::Succeeded;
}

int CountStrip::width(TaskStatus status, bool withWord) const
{
    const int number = QFontMetrics(numberFont(*this))
                           .horizontalAdvance(locale().toString(m_counts[size_t(status)]));
    const int word
        = withWord ? gap + fontMetrics().horizontalAdvance(TaskText::statusWord(status)) : 0;
    return glyph + gap + number + word;
}

int CountStrip::totalWidth(bool withWords) const
{
    int total = -between;
    for (const TaskStatus status : order)
        total += isShown(status) ? width(status, withWords) + between : 0;
    return total;
}

QSize CountStrip::sizeHint() const
{
    return {totalWidth(true), std::max(glyph, fontMetrics().height()) + 8};
}

QSize CountStrip::minimumSizeHint() const
{
    return {totalWidth(false), sizeHint().height()};
}

void CountStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::current();
    const bool withWords = totalWidth(true) <= QWidget::width();
    int x = 0;
    for (const TaskStatus status : order) {
        if (!isShown(status))
            continue;
        painter.drawPixmap(
            x, (height() - glyph) / 2,
            Icons::pixmap(Icons::nameOf(status), glyph, theme.status(status), devicePixelRatioF()));
        const QString number = locale().toString(m_counts[size_t(status)]);
        int textX = x + glyph + gap;
        painter.setPen(theme.text);
        painter.setFont(numberFont(*this));
        painter.drawText(QRect(textX, 0, 400, height()), Qt::AlignLeft | Qt::AlignVCenter, number);
        textX += painter.fontMetrics().horizontalAdvance(number) + gap;
        if (withWords) {
            painter.setFont(font());
            painter.setPen(theme.statusText(status));
            painter.drawText(QRect(textX, 0, 400, height()), Qt::AlignLeft | Qt::AlignVCenter,
                             TaskText::statusWord(status));
        }
        x += width(status, withWords) + between;
    }
}

namespace {
constexpr int refreshMs = 200;
constexpr qint64 rateWindowNs = 3'000'000'000;
constexpr int barHeight = 6;
constexpr std::array endings {TaskStatus::Succeeded, TaskStatus::Failed, TaskStatus::TimedOut,
                              TaskStatus::Cancelled, TaskStatus::Abandoned};
} // namespace

/// The progress of all tasks as one quiet bar, with a part for each way of ending; it moves only
/// because something was done.
class OutcomeBar final : public QWidget
{
public:
    explicit OutcomeBar(QWidget *parent = nullptr)
        : QWidget(parent)
    {
        setMinimumWidth(40);
        setFixedHeight(20);
    }

    void setProgress(const Board &board)
    {
        std::vector<Part> parts;
        double left = board.progress();
        for (const TaskStatus status : endings) {
            if (board.count(status) == 0)
                continue;
            const double share = double(board.count(status)) / double(board.rowCount());
            parts.push_back({status, share});
            left -= share;
        }
        if (left > 0.0001)
            parts.push_back({TaskStatus::Running, left});
        if (parts == m_parts)
            return;
        m_parts = std::move(parts);
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::current();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        const QRectF bar(0, (height() - barHeight) / 2.0, width(), barHeight);
        QPainterPath shape;
        shape.addRoundedRect(bar, barHeight / 2.0, barHeight / 2.0);
        painter.fillPath(shape, theme.track);
        painter.setClipPath(shape);
        double x = 0;
        for (const Part &part : m_parts) {
            const double right = x + part.share * bar.width();
            painter.fillRect(QRectF(x, bar.top(), right - x, barHeight), theme.status(part.status));
            x = right;
        }
    }

private:
    /// A part of the bar: its share of the whole, and the state whose colour it has.
    struct Part
    {
        TaskStatus status;
        double share;
        bool operator==(const Part &) const = default;
    };
    std::vector<Part> m_parts; // from left to right
};

TotalsBar::TotalsBar(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_counts(new CountStrip(this))
    , m_bar(new OutcomeBar(this))
    , m_text(new QLabel(this))
    , m_retry(new QPushButton(this))
    , m_export(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    m_text->setFont(Theme::numberFont(font()));
    m_text->setAccessibleName(tr("Total progress"));
    m_text->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_text->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Preferred); // words of counts go first
    m_retry->setToolTip(tr("Fetch what failed or timed out once more (Ctrl+R)"));
    m_export->setToolTip(tr("Save the results as CSV or JSON (Ctrl+S)"));
    m_cancel->setToolTip(tr("Stop everything that runs or waits (Shift+Esc)"));
    foldButtons(false);
    setSession(session);
    foldText(false);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_counts);
    layout->addWidget(m_bar, 1);
    layout->addWidget(m_text);
    for (QPushButton *button : {m_retry, m_export, m_cancel})
        layout->addWidget(button);
    new Folding(*this,
                {[this](bool isFolded) { foldButtons(isFolded); },
                 [this](bool isFolded) { m_bar->setHidden(isFolded); },
                 [this](bool isFolded) { foldText(isFolded); }});
    m_refresh.setSingleShot(true);
    connect(&m_refresh, &QTimer::timeout, this, &TotalsBar::refresh);
    connect(m_retry, &QPushButton::clicked, this, &TotalsBar::retryFailedRequested);
    connect(m_export, &QPushButton::clicked, this, &TotalsBar::exportRequested);
    connect(m_cancel, &QPushButton::clicked, this, &TotalsBar::cancelAllRequested);
}

void TotalsBar::setSession(Session &session)
{
    if (m_session)
        m_session->disconnectView(*this);
    m_session = &session;
    const auto beginAnew = [this] {
        m_samples.clear();
        refresh();
    };
    connect(&session.playhead(), &Playhead::changed, this, [this] {
        if (!m_refresh.isActive())
            m_refresh.start(refreshMs);
    });
    connect(&session.playhead(), &Playhead::jumped, this, beginAnew);
    connect(&session.playhead(), &Playhead::reset, this, beginAnew);
    beginAnew();
}

/// To icons, whose names are in their tips.
void TotalsBar::foldButtons(bool isFolded)
{
    const auto show = [isFolded](QPushButton *button, IconName icon, const QString &name) {
        button->setIcon(isFolded ? Icons::icon(icon) : QIcon());
        button->setText(isFolded ? QString() : name);
        button->setAccessibleName(name);
    };
    show(m_retry, IconName::Retry, tr("Retry failed"));
    show(m_export, IconName::Export, tr("Export…"));
    show(m_cancel, IconName::Stop, tr("Cancel all"));
}

void TotalsBar::foldText(bool isFolded)
{
    m_isTextFolded = isFolded;
    const QString share = tr("%1 %").arg(100);
    const QString widest = share + u" · "_s + tr("%1/s").arg(u"88.8 MB"_s) + u" · "_s
        + tr("%1 s left").arg(u"88.8"_s);
    m_text->setMinimumWidth(m_text->fontMetrics().horizontalAdvance(isFolded ? share : widest));
    refresh();
}

void TotalsBar::refresh()
{
    const Playhead &playhead = m_session->playhead();
    const Board &board = playhead.board();
    const Board &live = playhead.latest(); // the buttons act on the present
    takeSample();
    const bool isRunning = live.unfinished() > 0 && m_session->isGrowing();
    m_counts->setCounts(board);
    m_bar->setProgress(board);
    const QString progress = progressText();
    m_text->setText(m_isTextFolded ? progress.section(u" · "_s, 0, 0) : progress);
    m_text->setToolTip(progress);
    m_cancel->setEnabled(isRunning);
    m_export->setEnabled(board.rowCount() > 0);
    m_retry->setEnabled(m_session->isGrowing() && playhead.isLive()
                        && live.count(TaskStatus::Failed) + live.count(TaskStatus::TimedOut)
                                + live.count(TaskStatus::Abandoned)
                            > 0);
    if (!playhead.isLive())
        return;
    if (isRunning)
        m_refresh.start(refreshMs); // rate and time left change without events, too
    else
        m_samples.clear();
}

void TotalsBar::takeSample()
{
    const qint64 nowNs = m_session->playhead().timeNs();
    if (!m_session->playhead()
             .isLive()) { // the rate that was shown then, out of what was known then
        const qint64 beforeNs
            = std::max(nowNs - rateWindowNs, m_session->playhead().recording().originNs());
        const Board before = m_session->playhead().boardAt(beforeNs);
        m_samples = {{beforeNs, before.bytes(), before.progress()}};
    }

    const Board &board = m_session->playhead().board();
    m_samples.push_back({nowNs, board.bytes(), board.progress()});
    while (m_samples.size() > 2 && nowNs - m_samples.front().timeNs > rateWindowNs)
        m_samples.pop_front();
}

QString TotalsBar::progressText() const
{
    const Board &board = m_session->playhead().board();
    if (board.rowCount() == 0)
        return {};
    QString text = tr("%1 %").arg(int(board.progress() * 100));
    if (board.unfinished() == 0 || m_samples.size() < 2)
        return text;
    const Sample &first = m_samples.front();
    const Sample &last = m_samples.back();
    const double seconds = double(last.timeNs - first.timeNs) / 1e9;
    if (seconds < 0.3)
        return text;
    text += u" · "_s
        + tr("%1/s").arg(TaskText::bytes(qint64(double(last.bytes - first.bytes) / seconds)));
    const double speed = (last.progress - first.progress) / seconds;
    if (speed > 0.001)
        text += u" · "_s
            + tr("%1 s left").arg(locale().toString((1 - last.progress) / speed, 'f', 1));
    return text;
}
