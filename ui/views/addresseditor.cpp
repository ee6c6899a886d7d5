// SPDX-License-Identifier: MIT
#include "ui/views/addresseditor.h"

#include "work/addresslist.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
constexpr int pauseMs = 200;
constexpr qsizetype shownFaults = 4;
} // namespace

AddressEditor::AddressEditor(const QByteArray &text, QWidget *parent)
    : QDialog(parent)
    , m_edit(new QPlainTextEdit(this))
    , m_verdict(new QLabel(this))
{
    setWindowTitle(tr("Addresses"));
    m_edit->setPlainText(QString::fromUtf8(text));
    m_edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_edit->setTabChangesFocus(true);
    m_edit->setAccessibleName(tr("List of addresses"));
    m_edit->setPlaceholderText(tr("https://example.org/picture.jpg\nhttps://example.org/text.txt"));
    m_verdict->setWordWrap(true);
    m_verdict->setAccessibleName(tr("Verdict"));
    auto *hint = new QLabel(tr("One address on each line, http or https. Lines that begin with # "
                               "are left out."),
                            this);
    hint->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_use = buttons->addButton(tr("Use this list"), QDialogButtonBox::AcceptRole);
    m_use->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(hint);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_verdict);
    layout->addWidget(buttons);
    resize(640, 420);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(m_edit, &QPlainTextEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, &AddressEditor::judge);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    judge();
}

QByteArray AddressEditor::text() const
{
    return m_edit->toPlainText().toUtf8();
}

void AddressEditor::judge()
{
    const AddressList list = AddressList::parse(text());
    QStringList lines {tr("%Ln address(es)", nullptr, int(list.addresses().size()))};
    for (const RejectedAddress &bad : list.rejected().mid(0, shownFaults))
        lines.append(tr("Line %1: %2").arg(bad.line).arg(bad.reason));
    if (list.rejected().size() > shownFaults) {
        lines.append(
            tr("and %Ln more bad line(s)", nullptr, int(list.rejected().size() - shownFaults)));
    }
    m_verdict->setText(lines.join(u'\n'));
    m_use->setEnabled(!list.addresses().isEmpty());
}
