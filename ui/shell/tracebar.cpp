// SPDX-License-Identifier: MIT
#include "ui/shell/tracebar.h"

#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

TraceBar::TraceBar(QWidget *parent)
    : QFrame(parent)
    , m_label(new QLabel(this))
{
    setObjectName(u"TraceBar"_s);
    setAccessibleName(tr("Trace"));
    m_label->setFont(Theme::strong(font()));
    m_label->setTextFormat(Qt::PlainText); // a file may have any name
    m_label->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 0);
    layout->addWidget(m_label, 1);
    auto *stop = new QPushButton(tr("Stop"), this);
    layout->addWidget(stop);
    connect(stop, &QPushButton::clicked, this, &TraceBar::stopRequested);
    hide();
}

void TraceBar::setBusy(const QString &sentence)
{
    m_label->setText(sentence);
    setHidden(sentence.isEmpty());
}

QString TraceBar::sentence() const
{
    return isHidden() ? QString() : m_label->text();
}
