// SPDX-License-Identifier: MIT
#include "ui/views/helpwindow.h"

#include "ui/theme/theme.h"
#include "ui/views/guide.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextBrowser>

HelpWindow::HelpWindow(QWidget *parent)
    : QDialog(parent)
    , m_chapters(new QListWidget(this))
    , m_browser(new QTextBrowser(this))
{
    setWindowTitle(tr("Loopscope Help"));
    setModal(false);
    resize(880, 620);
    m_chapters->setAccessibleName(tr("Chapters"));
    m_chapters->setFixedWidth(190);
    m_browser->setAccessibleName(tr("Guide"));
    m_browser->setOpenLinks(false);
    m_browser->setTabChangesFocus(true);
    m_browser->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_browser->document()->setDocumentMargin(24);
    auto *tour = new QPushButton(tr("Take the tour"), this);
    auto *close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    auto *reading = new QHBoxLayout;
    reading->setSpacing(12);
    reading->addWidget(m_chapters);
    reading->addWidget(m_browser, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(tour);
    buttons->addStretch();
    buttons->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addLayout(reading, 1);
    layout->addLayout(buttons);
    connect(m_chapters, &QListWidget::currentRowChanged, this, &HelpWindow::showChapter);
    connect(m_browser->verticalScrollBar(), &QScrollBar::valueChanged, this,
            &HelpWindow::followReading);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(tour, &QPushButton::clicked, this, [this] {
        reject();
        emit tourRequested();
    });
    write();
    m_chapters->setFocus();
}

void HelpWindow::write()
{
    const int chapter = std::max(0, m_chapters->currentRow());
    const int scrolled = m_browser->verticalScrollBar()->value();
    const QScopedValueRollback<bool> jumping(m_isJumping, true);
    Guide::write(*m_browser->document(), devicePixelRatioF());
    m_headings.clear();
    m_chapters->clear();
    for (QTextBlock block = m_browser->document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 2) {
            m_headings.append(block.blockNumber());
            m_chapters->addItem(block.text());
            m_chapters->item(m_chapters->count() - 1)->setSizeHint({0, Theme::rowHeight + 3});
        }
    }
    m_chapters->setCurrentRow(chapter);
    m_browser->setTextCursor(QTextCursor(m_browser->document())); // writing left it at the end
    m_browser->verticalScrollBar()->setValue(scrolled);
}

int HelpWindow::heightOf(int chapter) const
{
    const QTextDocument &document = *m_browser->document();
    const QTextBlock block = document.findBlockByNumber(m_headings.at(chapter));
    return int(document.documentLayout()->blockBoundingRect(block).top());
}

void HelpWindow::showChapter(int chapter)
{
    if (m_isJumping || chapter < 0)
        return;
    const QScopedValueRollback<bool> jumping(m_isJumping, true);
    constexpr int above = 12;
    m_browser->verticalScrollBar()->setValue(chapter == 0 ? 0 : heightOf(chapter) - above);
}

void HelpWindow::followReading()
{
    if (m_isJumping || !isVisible())
        return;
    const QScopedValueRollback<bool> jumping(m_isJumping, true);
    const QScrollBar &bar = *m_browser->verticalScrollBar();
    const int line = bar.value() + bar.pageStep() / 4;
    int chapter = bar.value() == bar.maximum() ? int(m_headings.size()) - 1 : 0;
    for (int i = 0; i < m_headings.size(); ++i) {
        if (heightOf(i) <= line)
            chapter = std::max(chapter, i);
    }
    m_chapters->setCurrentRow(chapter);
}

QString HelpWindow::plainText() const
{
    return m_browser->toPlainText();
}

QStringList HelpWindow::chapters() const
{
    QStringList names;
    for (int row = 0; row < m_chapters->count(); ++row)
        names.append(m_chapters->item(row)->text());
    return names;
}

void HelpWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        write();
    QDialog::changeEvent(event);
}
