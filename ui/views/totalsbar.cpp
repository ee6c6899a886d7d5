// SPDX-License-Identifier: MIT
#include "ui/views/totalsbar.h"

#include "record/recording.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/views/countstrip.h"
#include "ui/views/totalbar.h"
#include "views/moment.h"
#include "views/tasktext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

#include <array>

using namespace Qt::StringLiterals;

namespace {
constexpr int refreshMs = 200;
constexpr qint64 rateWindowNs = 3'000'000'000;
} // namespace

TotalsBar::TotalsBar(const Moment &moment, QWidget *parent)
    : QWidget(parent)
    , m_moment(moment)
    , m_counts(new CountStrip(this))
    , m_bar(new TotalBar(this))
    , m_text(new QLabel(this))
    , m_retry(new QPushButton(tr("Retry failed"), this))
    , m_export(new QPushButton(tr("Export…"), this))
    , m_cancel(new QPushButton(tr("Cancel all"), this))
{
    m_text->setFont(Theme::numberFont(font()));
    m_text->setAccessibleName(tr("Total progress"));
    m_text->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_text->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Preferred); // words of counts go first
    const QString widest = tr("%1 %").arg(100) + u" · "_s + tr("%1/s").arg(u"88.8 MB"_s) + u" · "_s
        + tr("%1 s left").arg(u"88.8"_s);
    m_text->setMinimumWidth(m_text->fontMetrics().horizontalAdvance(widest));
    m_retry->setToolTip(tr("Fetch what failed or timed out once more (Ctrl+R)"));
    m_export->setToolTip(tr("Save the results as CSV or JSON (Ctrl+S)"));
    m_cancel->setToolTip(tr("Stop everything that runs or waits (Esc)"));
    m_cancel->setAccessibleName(tr("Cancel all"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_counts);
    layout->addWidget(m_bar, 1);
    layout->addWidget(m_text);
    for (QPushButton *button : {m_retry, m_export, m_cancel})
        layout->addWidget(button);
    m_refresh.setSingleShot(true);
    connect(&m_refresh, &QTimer::timeout, this, &TotalsBar::refresh);
    connect(&moment, &Moment::changed, this, [this] {
        if (!m_refresh.isActive())
            m_refresh.start(refreshMs);
    });
    connect(&moment, &Moment::jumped, this, [this] {
        m_samples.clear();
        refresh();
    });
    connect(m_retry, &QPushButton::clicked, this, &TotalsBar::retryFailedRequested);
    connect(m_export, &QPushButton::clicked, this, &TotalsBar::exportRequested);
    connect(m_cancel, &QPushButton::clicked, this, &TotalsBar::cancelAllRequested);
    refresh();
}

void TotalsBar::setReadOnly(bool isReadOnly)
{
    m_isReadOnly = isReadOnly;
    m_samples.clear();
    refresh();
}

void TotalsBar::refresh()
{
    const Board &board = m_moment.board();
    const Board &live = m_moment.live(); // the buttons act on the present
    takeSample();
    const bool isRunning = live.unfinished() > 0 && !m_isReadOnly;
    m_counts->setCounts(board);
    m_bar->setProgress(board);
    m_text->setText(progressText());
    m_cancel->setEnabled(isRunning);
    m_export->setEnabled(board.rowCount() > 0);
    m_retry->setEnabled(!m_isReadOnly
                        && live.count(TaskStatus::Failed) + live.count(TaskStatus::TimedOut)
                                + live.count(TaskStatus::Abandoned)
                            > 0);
    if (!m_moment.isLive())
        return;
    if (isRunning)
        m_refresh.start(refreshMs); // rate and time left change without events, too
    else
        m_samples.clear();
}

void TotalsBar::takeSample()
{
    const qint64 nowNs = m_moment.timeNs();
    if (!m_moment.isLive()) { // the rate that was shown then, out of what was known then
        const qint64 beforeNs = std::max(nowNs - rateWindowNs, m_moment.recording().originNs());
        const Board before = m_moment.boardAt(beforeNs);
        m_samples = {{beforeNs, before.bytes(), before.progress()}};
    }
    const Board &board = m_moment.board();
    m_samples.push_back({nowNs, board.bytes(), board.progress()});
    while (m_samples.size() > 2 && nowNs - m_samples.front().timeNs > rateWindowNs)
        m_samples.pop_front();
}

QString TotalsBar::progressText() const
{
    const Board &board = m_moment.board();
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
