// SPDX-License-Identifier: MIT
#include "ui/lab/codepage.h"

#include "lab/linediff.h"
#include "lab/sourceexcerpt.h"
#include "ui/lab/codeheader.h"
#include "ui/lab/codeview.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

QColor pitfallColour()
{
    return Theme::current().stallText;
}
QColor patternColour()
{
    return Theme::current().statusText(TaskStatus::Succeeded);
}

/// A hairline between two columns.
class Divider final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(rect(), Theme::current().line);
    }
};

QWidget *divider(QWidget *parent)
{
    auto *line = new Divider(parent);
    line->setFixedWidth(1);
    return line;
}

} // namespace

CodePage::CodePage(QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_fileHeader(new CodeHeader(this))
    , m_file(new CodeView(this))
    , m_wholeFile(new QToolButton(this))
{
    m_wholeFile->setText(tr("Whole file"));
    m_wholeFile->setCheckable(true);
    m_wholeFile->setAutoRaise(true);
    auto *whole = new QWidget(this);
    auto *wholeLayout = new QVBoxLayout(whole);
    wholeLayout->setContentsMargins({});
    wholeLayout->setSpacing(0);
    wholeLayout->addWidget(m_fileHeader);
    wholeLayout->addWidget(m_file, 1);
    m_stack->addWidget(whole);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 4);
    layout->addWidget(m_stack);
    connect(m_wholeFile, &QToolButton::toggled, this,
            [this, whole](bool on) { m_stack->setCurrentWidget(on ? whole : m_columns); });
}

void CodePage::setExperiment(const Experiment &experiment)
{
    const QString source = SourceExcerpt::sourceOf(experiment.id.toString());
    showWholeFile(experiment, source);
    showVariants(experiment, source);
}

void CodePage::showVariants(const Experiment &experiment, const QString &source)
{
    QList<QStringList> parts;
    for (const Variant &variant : experiment.variants)
        parts.append(SourceExcerpt::part(source, QString(variant.id)).split(u'\n'));
    const QList<QList<bool>> onlyHere = LineDiff::onlyHere(parts);
    delete m_columns;
    m_columns = new QWidget(this);
    auto *layout = new QHBoxLayout(m_columns);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (i > 0)
            layout->addWidget(divider(m_columns));
        layout->addWidget(columnOf(experiment.variants[size_t(i)], parts[i], onlyHere[i]), 1);
    }
    m_stack->addWidget(m_columns);
    if (!m_wholeFile->isChecked())
        m_stack->setCurrentWidget(m_columns);
}

QWidget *CodePage::columnOf(const Variant &variant, const QStringList &lines,
                            const QList<bool> &onlyHere)
{
    const bool isPitfall = variant.role == Variant::Role::Pitfall;
    const QString title = QCoreApplication::translate("Lab", variant.title);
    const QString code = lines.join(u'\n');
    auto *column = new QWidget(m_columns);
    auto *header = new CodeHeader(column);
    header->setTitle(isPitfall ? tr("Pitfall") : tr("Pattern"), title);
    header->setWordColour(isPitfall ? pitfallColour : patternColour);
    header->setCode(code);
    auto *view = new CodeView(column);
    view->setCode(code, u"C++");
    view->setMarks(onlyHere, variant.role);
    view->setAccessibleName(isPitfall ? tr("Code of the pitfall: %1").arg(title)
                                      : tr("Code of the pattern: %1").arg(title));
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(header);
    layout->addWidget(view, 1);
    return column;
}

void CodePage::showWholeFile(const Experiment &experiment, const QString &source)
{
    const QString path = u"models/lab/experiments/%1.cpp"_s.arg(experiment.id);
    m_fileHeader->setTitle(path);
    m_fileHeader->setCode(source);
    m_file->setCode(source, u"C++");
    m_file->setAccessibleName(path);
}
