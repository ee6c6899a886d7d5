// SPDX-License-Identifier: MIT
#include "ui/lab/lessonheader.h"

#include "lab/experiment.h"
#include "lab/labtext.h"
#include "ui/lab/keybutton.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QLabel>

LessonHeader::LessonHeader(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_lesson(new QLabel(this))
    , m_cancel(new KeyButton(tr("Cancel"), Qt::Key_Escape, this))
    , m_run(new KeyButton(tr("Run both"), Qt::Key_F5, this))
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
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
    // First the one that is there from now on: hiding or disabling one sends the keys elsewhere.
    const bool hadKeys = m_run->hasFocus() || m_cancel->hasFocus();
    m_cancel->setVisible(isRunning || m_cancel->hasFocus());
    m_run->setEnabled(obstacle.isEmpty() || m_run->hasFocus());
    if (hadKeys)
        (isRunning ? m_cancel : m_run)->setFocus();
    m_cancel->setVisible(isRunning);
    m_run->setEnabled(obstacle.isEmpty());
    m_run->setToolTip(obstacle.isEmpty() ? tr("One after another, with the same seed") : obstacle);
}

void LessonHeader::takeFocus()
{
    m_cancel->setFocus();
}
