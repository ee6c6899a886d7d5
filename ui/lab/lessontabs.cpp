// SPDX-License-Identifier: MIT
#include "ui/lab/lessontabs.h"

#include "lab/experiment.h"
#include "lab/lesson.h"
#include "ui/lab/codepage.h"
#include "ui/lab/codeview.h"
#include "ui/lab/lessontext.h"
#include "ui/lab/trypage.h"
#include "ui/style/theme.h"
#include "ui/widgets/focusring.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>
#include <QTabWidget>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {
constexpr std::array names {"why"_L1, "code"_L1, "try"_L1, "elsewhere"_L1};
constexpr int listWidth = 124;
constexpr int listRow = 26; // so that seven fit into a low window
constexpr int widestRemark = 640;
constexpr int margin = 18;
} // namespace

/// The same idea in other languages: a list of them, and the code of the chosen one.
class ElsewherePage final : public QWidget
{
    Q_OBJECT
public:
    explicit ElsewherePage(QWidget *parent = nullptr);

    void setSnippets(const QList<Lesson::Snippet> &snippets);
    /// The one last chosen, also when the experiment at hand has nothing in it.
    QString language() const { return m_language; }
    void setLanguage(const QString &language);

signals:
    void experimentRequested(const QString &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void choose(int row);
    void showRemark();

    QList<Lesson::Snippet> m_snippets;
    QString m_language;
    QListWidget *m_languages;
    CodeHeader *m_header;
    CodeView *m_code;
    QLabel *m_remark;
    QScrollArea *m_scroll;
};

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

LessonTabs::LessonTabs(QWidget *parent)
    : Card(parent)
    , m_tabs(new QTabWidget(this))
    , m_why(new WhyPage(this))
    , m_code(new CodePage(this))
    , m_try(new TryPage(this))
    , m_elsewhere(new ElsewherePage(this))
{
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Lesson"));
    m_tabs->tabBar()->setAccessibleName(tr("Lesson"));
    add(m_why, tr("Why"));
    add(m_code, tr("Code"));
    add(m_try, tr("Try"));
    add(m_elsewhere, tr("Elsewhere"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tabs);
    auto *indent = new QWidget(this);
    indent->setFixedWidth(4); // the titles begin where the text below them does
    m_tabs->setCornerWidget(indent, Qt::TopLeftCorner);
    showTab();
    setFocusProxy(m_tabs);
    connect(m_tabs, &QTabWidget::currentChanged, this, &LessonTabs::showTab);
    connect(m_elsewhere, &ElsewherePage::experimentRequested, this,
            &LessonTabs::experimentRequested);
    connect(m_why, &WhyPage::experimentRequested, this, &LessonTabs::experimentRequested);
    connect(m_try, &TryPage::termsChanged, this, &LessonTabs::termsChanged);
}

void LessonTabs::add(QWidget *page, const QString &title)
{
    page->setObjectName(names[size_t(m_tabs->count())]);
    m_tabs->addTab(page, title);
}

void LessonTabs::showTab()
{
    const QWidget *page = m_tabs->currentWidget();
    // Only then: a hidden one takes its room, too.
    m_tabs->setCornerWidget(page == m_code ? m_code->corner() : nullptr);
    m_code->corner()->setVisible(page == m_code);
    if (isVisible() && m_unwritten.remove(page))
        write(page);
}

void LessonTabs::setExperiment(const Experiment &experiment)
{
    m_experiment = &experiment;
    m_unwritten = {m_why, m_code, m_elsewhere};
    m_try->setExperiment(experiment); // its knobs count from now on, seen or not
    showTab();
}

void LessonTabs::write(const QWidget *page)
{
    if (page == m_code)
        return m_code->setExperiment(*m_experiment);
    //: The language of the lessons' files in resources/lessons, ID.en.md
    const Lesson lesson = Lesson::of(m_experiment->id.toString(), tr("en"));
    if (page == m_why)
        m_why->setText(lesson.why, m_experiment->related);
    else
        m_elsewhere->setSnippets(lesson.elsewhere);
}

QHash<QLatin1StringView, int> LessonTabs::knobs() const
{
    return m_try->knobs();
}

quint32 LessonTabs::seed() const
{
    return m_try->seed();
}

void LessonTabs::setSeed(quint32 seed)
{
    m_try->setSeed(seed);
}

void LessonTabs::setRunning(bool isRunning)
{
    m_try->setRunning(isRunning);
}

QString LessonTabs::tab() const
{
    return m_tabs->currentWidget()->objectName();
}

bool LessonTabs::setTab(const QString &tab)
{
    const auto found = std::ranges::find(names, tab);
    if (found == names.end())
        return false;
    m_tabs->setCurrentIndex(int(found - names.begin()));
    return true;
}

bool LessonTabs::hasTab(const QString &name)
{
    return std::ranges::find(names, name) != names.end();
}

QString LessonTabs::language() const
{
    return m_elsewhere->language();
}

void LessonTabs::setLanguage(const QString &language)
{
    m_elsewhere->setLanguage(language);
}

/// The card, and the line below its tabs.
void LessonTabs::paintEvent(QPaintEvent *event)
{
    Card::paintEvent(event);
    QPainter(this).fillRect(1, m_tabs->y() + m_tabs->tabBar()->height(), width() - 2, 1,
                            Theme::current().line);
}

void LessonTabs::showEvent(QShowEvent *event)
{
    Card::showEvent(event);
    showTab();
}

#include "lessontabs.moc"
