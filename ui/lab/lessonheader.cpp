// SPDX-License-Identifier: MIT
#include "ui/lab/lessonheader.h"

#include "lab/experiment.h"
#include "lab/labtext.h"
#include "ui/style/contrast.h"
#include "ui/style/theme.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyleOptionButton>

namespace {
constexpr int gap = 7;
} // namespace

/// A button that tells its key behind its text, more quietly. The key itself belongs to the window.
class KeyButton final : public QPushButton
{
public:
    KeyButton(const QString &text, const QKeySequence &key, QWidget *parent = nullptr)
        : QPushButton(text, parent)
        , m_key(key.toString(QKeySequence::NativeText))
    {
    }

    QSize sizeHint() const override
    {
        return QPushButton::sizeHint() + QSize(gap + fontMetrics().horizontalAdvance(m_key), 0);
    }

    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QStyleOptionButton option;
        initStyleOption(&option);
        QPainter painter(this);
        style()->drawControl(QStyle::CE_PushButtonBevel, &option, &painter, this);
        const Theme &theme = Theme::current();
        const bool isPrimary = property("primary").toBool();
        const QColor ground = isPrimary ? theme.accent : theme.surface;
        QColor ink = isPrimary ? theme.accentText : theme.text;
        if (!isEnabled())
            ink = isPrimary ? theme.accentText
                            : palette().color(QPalette::Disabled, QPalette::ButtonText);
        const QFontMetrics metrics(labelFont());
        const int words = metrics.horizontalAdvance(text());
        const int key = fontMetrics().horizontalAdvance(m_key);
        const QRect place((width() - words - gap - key) / 2, 0, words, height());
        painter.setFont(labelFont());
        painter.setPen(ink);
        painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft, text());
        painter.setFont(font());
        if (isEnabled())
            painter.setPen(legible(mixed(ink, ground, 0.3), {ground}, 4.5));
        painter.drawText(place.translated(words + gap, 0).adjusted(0, 0, key, 0),
                         Qt::AlignVCenter | Qt::AlignLeft, m_key);
    }

private:
    QFont labelFont() const { return Theme::strong(font()); }

    const QString m_key;
};

LessonHeader::LessonHeader(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_lesson(new QLabel(this))
    , m_cancel(new KeyButton(tr("Cancel"), Qt::Key_Escape, this))
    , m_run(new KeyButton(tr("Run both"), Qt::Key_F5, this))
{
    m_title->setFont(Theme::strong(font(), 1.4));
    m_title->setWordWrap(true);
    m_lesson->setForegroundRole(QPalette::PlaceholderText);
    m_lesson->setWordWrap(true);
    m_run->setProperty("primary", true);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_lesson);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(8);
    layout->addLayout(words, 1);
    layout->addWidget(m_cancel, 0, Qt::AlignVCenter);
    layout->addWidget(m_run, 0, Qt::AlignVCenter);
    connect(m_run, &QPushButton::clicked, this, &LessonHeader::runRequested);
    connect(m_cancel, &QPushButton::clicked, this, &LessonHeader::cancelRequested);
    setState({}, false);
}

void LessonHeader::setExperiment(const Experiment &experiment)
{
    m_title->setText(labText(experiment.title));
    m_lesson->setText(labText(experiment.lesson));
    m_run->setText(experiment.variants.size() == 2 ? tr("Run both") : tr("Run all"));
}

void LessonHeader::setState(const QString &obstacle, bool isRunning)
{
    // First the one that is there from now on: hiding or disabling one sends the focus elsewhere.
    const bool hadFocus = m_run->hasFocus() || m_cancel->hasFocus();
    m_cancel->setVisible(isRunning || m_cancel->hasFocus());
    m_run->setEnabled(obstacle.isEmpty() || m_run->hasFocus());
    if (hadFocus)
        (isRunning ? m_cancel : m_run)->setFocus();
    m_cancel->setVisible(isRunning);
    m_run->setEnabled(obstacle.isEmpty());
    m_run->setToolTip(obstacle.isEmpty() ? tr("One after another, with the same seed") : obstacle);
}

void LessonHeader::takeFocus()
{
    m_cancel->setFocus();
}
