// SPDX-License-Identifier: MIT
#include "ui/lab/codeheader.h"

#include "ui/theme/icons.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QTimer>
#include <QToolButton>

#include <chrono>

using namespace std::chrono_literals;

CodeHeader::CodeHeader(QWidget *parent)
    : QWidget(parent)
    , m_word(new QLabel(this))
    , m_rest(new QLabel(this))
    , m_copy(new QToolButton(this))
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_word->setFont(bold);
    m_rest->setForegroundRole(QPalette::PlaceholderText);
    m_rest->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_copy->setIcon(Icons::icon(IconName::Copy, IconInk::Secondary));
    m_copy->setAutoRaise(true);
    m_copy->setToolTip(tr("Copy this code"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(18, 2, 6, 0);
    layout->setSpacing(8);
    layout->addWidget(m_word);
    layout->addWidget(m_rest, 1);
    layout->addWidget(m_copy);
    connect(m_copy, &QToolButton::clicked, this, &CodeHeader::copy);
}

void CodeHeader::setTitle(const QString &word, const QString &rest)
{
    m_word->setText(word);
    m_rest->setText(rest);
    m_copy->setAccessibleName(tr("Copy the code: %1").arg(word));
}

void CodeHeader::setCode(const QString &code)
{
    m_code = code;
    m_copy->setEnabled(!code.isEmpty());
}

void CodeHeader::setWordColour(QColor (*wordColour)())
{
    m_colour = wordColour;
    colour();
}

/// The mark of a check tells that it worked, for a moment.
void CodeHeader::copy()
{
    QGuiApplication::clipboard()->setText(m_code);
    m_copy->setIcon(Icons::icon(IconName::Check, IconInk::Accent));
    QTimer::singleShot(1500ms, m_copy, [this] {
        m_copy->setIcon(Icons::icon(IconName::Copy, IconInk::Secondary));
    });
}

void CodeHeader::colour()
{
    QPalette palette;
    if (m_colour)
        palette.setColor(QPalette::WindowText, m_colour());
    m_word->setPalette(palette);
}

void CodeHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}
