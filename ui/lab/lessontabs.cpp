// SPDX-License-Identifier: MIT
#include "ui/lab/lessontabs.h"

#include "lab/experiment.h"
#include "lab/lesson.h"
#include "ui/lab/codepage.h"
#include "ui/lab/elsewherepage.h"
#include "ui/lab/trypage.h"
#include "ui/lab/whypage.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

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
    add(m_why, u"why"_s, tr("Why"));
    add(m_code, u"code"_s, tr("Code"));
    add(m_try, u"try"_s, tr("Try"));
    add(m_elsewhere, u"elsewhere"_s, tr("Elsewhere"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tabs);
    auto *indent = new QWidget(this);
    indent->setFixedWidth(4); // the titles begin where the text below them does
    m_tabs->setCornerWidget(indent, Qt::TopLeftCorner);
    m_tabs->setCornerWidget(m_code->corner());
    showTab();
    setFocusProxy(m_tabs);
    connect(m_tabs, &QTabWidget::currentChanged, this, &LessonTabs::showTab);
    connect(m_elsewhere, &ElsewherePage::experimentRequested, this,
            &LessonTabs::experimentRequested);
    connect(m_why, &WhyPage::experimentRequested, this, &LessonTabs::experimentRequested);
    connect(m_try, &TryPage::termsChanged, this, &LessonTabs::termsChanged);
}

void LessonTabs::add(QWidget *page, const QString &name, const QString &title)
{
    page->setObjectName(name);
    m_tabs->addTab(page, title);
}

void LessonTabs::showTab()
{
    const QWidget *page = m_tabs->currentWidget();
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
    for (int i = 0; i < m_tabs->count(); ++i) {
        if (m_tabs->widget(i)->objectName() == tab) {
            m_tabs->setCurrentIndex(i);
            return true;
        }
    }
    return false;
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
