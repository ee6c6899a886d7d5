// SPDX-License-Identifier: MIT
#include "ui/shell/helpwindow.h"

#include "session/report.h"
#include "ui/style/contrast.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScreen>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextDocument>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

constexpr int glyph = 15;

QString styleSheet(const Theme &theme)
{
    return u"h1 { font-size: x-large; font-weight: 600; margin: 4px 0 6px 0 }"
           "h2 { font-size: large; font-weight: 600; margin: 26px 0 8px 0 }"
           "p, li { margin: 0 0 6px 0; line-height: 130% }"
           ".lead { color: %1 }"
           "table { margin: 2px 0 14px 0 }"
           "th { text-align: left; font-weight: 600; white-space: nowrap }"
           "td { line-height: 125% }"
           "td, th { padding: 5px 14px 5px 0; vertical-align: top }"
           ".states td { color: %1; padding: 4px 14px 4px 0 }"
           "b { color: %2 }"
           "kbd, code { font-family: 'DejaVu Sans Mono', monospace; background-color: %3 }"_s.arg(
               theme.secondaryText.name(), theme.text.name(),
               mixed(theme.surface, theme.text, 0.09).name());
}

QString text()
{
    //: The guide's file in resources/help, without .html
    const QString name = QCoreApplication::translate("Guide", "help_en");
    QFile file(u":/help/%1.html"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return QCoreApplication::translate("Guide", "The guide cannot be read: %1")
            .arg(file.errorString().toHtmlEscaped());
    return QString::fromUtf8(file.readAll())
        .replace("%VERSION%"_L1, QCoreApplication::applicationVersion())
        .replace("%QT%"_L1, QLatin1StringView(qVersion()));
}

} // namespace

void Guide::write(QTextDocument &document, qreal pixelRatio)
{
    const Theme &theme = Theme::current();
    document.clear();
    for (int i = 0; i < taskStatusCount; ++i) {
        const auto status = TaskStatus(i);
        document.addResource(
            QTextDocument::ImageResource, QUrl(u"state:"_s + Report::statusName(status)),
            Icons::pixmap(Icons::nameOf(status), glyph, theme.status(status), pixelRatio));
    }
    document.setDefaultStyleSheet(styleSheet(theme));
    document.setHtml(text());
}

HelpWindow::HelpWindow(QWidget *parent)
    : QDialog(parent)
    , m_chapters(new QListWidget(this))
    , m_browser(new QTextBrowser(this))
{
    setWindowTitle(tr("Loopscope Help"));
    setModal(false);
    resize(QSize(880, 620).boundedTo(screen()->availableSize()));
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
