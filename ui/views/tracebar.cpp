// SPDX-License-Identifier: MIT
#include "ui/views/tracebar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

TraceBar::TraceBar(QWidget *parent)
    : QFrame(parent)
    , m_label(new QLabel(this))
    , m_button(new QPushButton(this))
{
    setObjectName(u"TraceBar"_s);
    setAccessibleName(tr("Trace"));
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_label->setFont(bold);
    m_label->setTextFormat(Qt::PlainText); // a file may have any name
    m_label->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 0);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_busy.isEmpty())
            emit liveRequested();
        else
            emit stopRequested();
    });
    refresh();
}

void TraceBar::setBusy(const QString &sentence)
{
    m_busy = sentence;
    refresh();
}

void TraceBar::setTrace(const QString &name)
{
    m_trace = name;
    refresh();
}

QString TraceBar::sentence() const
{
    return isHidden() ? QString() : m_label->text();
}

void TraceBar::refresh()
{
    m_label->setText(m_busy.isEmpty() ? tr("Showing the trace %1 (read only)").arg(m_trace)
                                      : m_busy);
    m_button->setText(m_busy.isEmpty() ? tr("Close trace") : tr("Stop"));
    setVisible(!m_busy.isEmpty() || !m_trace.isEmpty());
}
