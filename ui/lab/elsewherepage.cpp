// SPDX-License-Identifier: MIT
#include "ui/lab/elsewherepage.h"

#include "ui/lab/codeheader.h"
#include "ui/lab/codeview.h"
#include "ui/lab/divider.h"
#include "ui/lab/lessontext.h"
#include "ui/views/focusring.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QScrollArea>
#include <QScrollBar>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {
constexpr int listWidth = 124;
constexpr int listRow = 26; // so that seven fit into a low window
constexpr int widestRemark = 640;
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
    m_languages->viewport()->setAutoFillBackground(false);
    m_code->setAccessibleName(tr("Code and remark")); // until it is in a language
    m_remark->setWordWrap(true);
    m_remark->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_remark->setContentsMargins(margin, 4, margin, 8);
    m_remark->setAlignment(Qt::AlignTop);
    m_remark->setMaximumWidth(widestRemark);
    auto *text = new QWidget(this);
    auto *textLayout = new QVBoxLayout(text);
    textLayout->setContentsMargins({});
    textLayout->setSpacing(0);
    textLayout->addWidget(m_code);
    textLayout->addWidget(m_remark, 1);
    m_scroll->setAccessibleName(tr("Code and remark"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setWidget(text);
    new FocusRing(*m_scroll);
    m_scroll->viewport()->setAutoFillBackground(false);
    text->setAutoFillBackground(false); // setWidget turned it on
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_header);
    right->addWidget(m_scroll, 1);
    auto *left = new QVBoxLayout;
    left->setContentsMargins(8, 6, 8, 0);
    left->addWidget(m_languages);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 4);
    layout->setSpacing(0);
    layout->addLayout(left);
    layout->addWidget(new Divider(this));
    layout->addLayout(right, 1);
    connect(m_languages, &QListWidget::currentRowChanged, this, &ElsewherePage::choose);
    connect(m_remark, &QLabel::linkActivated, this,
            [this](const QString &link) { emit experimentRequested(QUrl(link).path()); });
}

void ElsewherePage::setSnippets(const QList<Lesson::Snippet> &snippets)
{
    m_snippets = snippets;
    const QString language = m_language;
    m_languages->clear();
    for (const Lesson::Snippet &snippet : snippets)
        (new QListWidgetItem(snippet.language, m_languages))->setSizeHint({0, listRow});
    setLanguage(language);
    choose(m_languages->currentRow());
}

void ElsewherePage::setLanguage(const QString &language)
{
    if (language.isEmpty()) // nothing was remembered yet
        return;
    const QList<QListWidgetItem *> found = m_languages->findItems(language, Qt::MatchExactly);
    m_languages->setCurrentRow(found.isEmpty() ? 0 : m_languages->row(found.first()));
    m_language = language; // also when this experiment has nothing in it
}

void ElsewherePage::choose(int row)
{
    const Lesson::Snippet snippet = m_snippets.value(row); // an empty one when there is none
    if (row >= 0)
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
    m_remark->setText(LessonText::html(m_snippets.value(m_languages->currentRow()).remark));
}

void ElsewherePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showRemark();
}
