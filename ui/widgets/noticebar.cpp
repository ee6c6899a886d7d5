// SPDX-License-Identifier: MIT
#include "ui/widgets/noticebar.h"

#include "ui/style/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
    , m_label(new QLabel(this))
    , m_more(new QToolButton(this))
    , m_details(new QPlainTextEdit(this))
{
    setFrameShape(QFrame::StyledPanel);
    setObjectName(u"Notice"_s);
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::PlainText); // a file may have any name
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_more->setText(tr("Details"));
    m_more->setCheckable(true);
    m_more->setAutoRaise(true);
    m_details->setReadOnly(true);
    m_details->setMaximumHeight(120);
    m_details->setAccessibleName(tr("Details"));
    m_details->hide();
    auto *close = new QToolButton(this);
    close->setIcon(Icons::icon(IconName::Close));
    close->setAutoRaise(true);
    close->setToolTip(tr("Dismiss"));
    close->setAccessibleName(tr("Dismiss"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_label, 1);
    row->addWidget(m_more);
    row->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 4, 4, 4);
    layout->addLayout(row);
    layout->addWidget(m_details);
    connect(m_more, &QToolButton::toggled, this, &NoticeBar::unfold);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

void NoticeBar::tell(const QString &sentence, const QStringList &details)
{
    m_label->setText(sentence);
    m_lines = details;
    m_more->setVisible(!details.isEmpty());
    m_more->setChecked(false);
    setVisible(!sentence.isEmpty());
}

QString NoticeBar::sentence() const
{
    return isHidden() ? QString() : m_label->text();
}

QString NoticeBar::details() const
{
    return m_lines.join(u'\n');
}

void NoticeBar::unfold(bool isUnfolded)
{
    m_details->setPlainText(isUnfolded ? details() : QString());
    m_details->setVisible(isUnfolded);
}
