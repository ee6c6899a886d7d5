// SPDX-License-Identifier: MIT
#include "ui/lab/verdictbanner.h"

#include "lab/labtext.h"
#include "session/tasktext.h"
#include "ui/lab/icontext.h"
#include "ui/style/controlpaint.h"
#include "ui/style/theme.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace {

/// What stands behind a number of \p unit, as MeasurementText has it.
QString suffixOf(Unit unit)
{
    switch (unit) {
    case Unit::Milliseconds: return u" ms"_s;
    case Unit::Percent: return u" %"_s;
    case Unit::Times: return u"×"_s;
    case Unit::PerSecond: return u"/s"_s;
    case Unit::Bytes: return u" B"_s;
    case Unit::Count: break;
    }
    return {};
}

} // namespace

VerdictBanner::VerdictBanner(QWidget *parent)
    : QWidget(parent)
    , m_icon(new IconText(this))
    , m_text(new QLabel(this))
    , m_guess(new QSpinBox(this))
{
    m_icon->setWeight(QFont::DemiBold);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_guess->setSpecialValueText(u" "_s);
    m_guess->setAlignment(Qt::AlignRight);
    m_guess->setMinimumWidth(96);
    m_guess->setToolTip(tr("Leave it empty if you do not want to guess"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 8, 14, 8);
    layout->setSpacing(12);
    layout->addWidget(m_icon, 0, Qt::AlignVCenter);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_guess, 0, Qt::AlignVCenter);
    layout->addStretch(); // the field stands beside its question
    setMinimumHeight(Theme::controlHeight + 16);
    setAccessibleName(tr("Verdict"));
    connect(m_guess, &QSpinBox::valueChanged, this, [this](int value) {
        emit guessed(value == m_guess->minimum() ? std::nullopt : std::optional(value));
    });
}

void VerdictBanner::ask(const Prediction &prediction, std::optional<int> guess)
{
    setAsking(true);
    const QSignalBlocker quiet(m_guess);
    const int none = prediction.least - 1;
    m_guess->setRange(none, prediction.most);
    m_guess->setSuffix(suffixOf(prediction.unit));
    m_guess->setValue(guess.value_or(none));
    const QString question = labText(prediction.question);
    m_guess->setAccessibleName(tr("Your guess"));
    m_guess->setAccessibleDescription(question);
    say(question, tr("Guess, if you like, then run."));
}

void VerdictBanner::showVerdict(const Verdict &verdict, TaskStatus status,
                                const QString &prediction, bool isTurned)
{
    setAsking(false);
    if (status != TaskStatus::Succeeded)
        sayStatus(status);
    else if (verdict.holds)
        m_icon->say(IconName::Succeeded, tr("Holds"), TaskStatus::Succeeded);
    else
        m_icon->say(IconName::Failed, tr("Does not hold"), TaskStatus::Failed);
    QStringList rest;
    if (!prediction.isEmpty())
        rest.append(prediction);
    if (isTurned)
        rest.append(tr("The knobs were turned since then."));
    else if (status == TaskStatus::Succeeded)
        rest.append(tr("Same seed, same delays."));
    say(verdict.sentence, rest.join(u' '));
    QAccessibleEvent news(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&news);
}

void VerdictBanner::tell(TaskStatus status, const QString &sentence)
{
    setAsking(false);
    sayStatus(status);
    say({}, sentence);
}

void VerdictBanner::tell(const QString &sentence)
{
    setAsking(false);
    m_icon->hide();
    say({}, sentence);
}

/// As the beginning of a sentence.
void VerdictBanner::sayStatus(TaskStatus status)
{
    QString word = TaskText::statusWord(status);
    word[0] = word[0].toUpper();
    m_icon->say(Icons::nameOf(status), word, status);
}

void VerdictBanner::setAsking(bool isAsking)
{
    m_guess->setVisible(isAsking);
    m_icon->setVisible(!isAsking);
    m_isAsking = isAsking;
}

void VerdictBanner::say(const QString &important, const QString &rest)
{
    m_important = important;
    m_rest = rest;
    m_text->setAccessibleName(text());
    render();
}

void VerdictBanner::render()
{
    const QString colour = Theme::current().secondaryText.name();
    m_text->setText(u"<b style='font-weight:600'>%1</b> <span style='color:%2'>%3</span>"_s.arg(
        m_important.toHtmlEscaped(), colour, m_rest.toHtmlEscaped()));
    QFont bold = font();
    bold.setBold(true);
    const int oneLine = QFontMetrics(bold).horizontalAdvance(text()) + 8;
    m_text->setMaximumWidth(m_isAsking ? oneLine : QWIDGETSIZE_MAX);
}

void VerdictBanner::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        render();
    QWidget::changeEvent(event);
}

void VerdictBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    ControlPaint::panel(painter, rect(), Theme::current().selection, {}, Theme::cardRadius);
}
