// SPDX-License-Identifier: MIT
#include "ui/lab/elsewherepage.h"

#include "ui/lab/codeheader.h"
#include "ui/lab/codeview.h"
#include "ui/lab/lessontext.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {
constexpr int listWidth = 132;
constexpr int margin = 18;
} // namespace

ElsewherePage::ElsewherePage(QWidget *parent)
    : QWidget(parent)
    , m_language(u"JavaScript"_s)
    , m_languages(new QListWidget(this))
    , m_header(new CodeHeader(this))
    , m_code(new CodeView(this))
    , m_remark(new QLabel(this))
    , m_scroll(new QScrollArea(this))
{
    m_languages->setAccessibleName(tr("Languages"));
    m_languages->setFrameShape(QFrame::NoFrame);
    m_languages->setFixedWidth(listWidth);
    m_remark->setWordWrap(true);
    m_remark->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_remark->setContentsMargins(margin, 4, margin, 8);
    m_remark->setAlignment(Qt::AlignTop);
    auto *text = new QWidget(this);
    auto *textLayout = new QVBoxLayout(text);
    textLayout->setContentsMargins({});
    textLayout->setSpacing(0);
    textLayout->addWidget(m_code);
    textLayout->addWidget(m_remark, 1);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setWidget(text);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_header);
    right->addWidget(m_scroll, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 4);
    layout->setSpacing(0);
    layout->addWidget(m_languages);
    layout->addLayout(right, 1);
    connect(m_languages, &QListWidget::currentRowChanged, this, &ElsewherePage::choose);
    connect(m_remark, &QLabel::linkActivated, this,
            [this](const QString &link) { emit experimentRequested(QUrl(link).path()); });
}

void ElsewherePage::setSnippets(const QList<Lesson::Snippet> &snippets)
{
    m_snippets = snippets;
    {
        const QSignalBlocker blocker(m_languages);
        m_languages->clear();
        for (const Lesson::Snippet &snippet : snippets)
            m_languages->addItem(snippet.language);
    }
    setLanguage(m_language);
}

void ElsewherePage::setLanguage(const QString &language)
{
    const QList<QListWidgetItem *> found = m_languages->findItems(language, Qt::MatchExactly);
    m_languages->setCurrentRow(found.isEmpty() ? 0 : m_languages->row(found.first()));
    m_language = language;
}

void ElsewherePage::choose(int row)
{
    if (row < 0)
        return;
    const Lesson::Snippet &snippet = m_snippets[row];
    m_language = snippet.language;
    m_header->setTitle(snippet.language);
    m_header->setCode(snippet.code);
    m_code->setCode(snippet.code, snippet.language);
    m_code->setAccessibleName(tr("Code in %1").arg(snippet.language));
    m_code->fitHeight();
    m_scroll->verticalScrollBar()->setValue(0);
    showRemark();
}

void ElsewherePage::showRemark()
{
    const int row = m_languages->currentRow();
    m_remark->setText(row < 0 ? QString() : LessonText::html(m_snippets[row].remark));
}

void ElsewherePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showRemark();
}
