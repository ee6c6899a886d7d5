// SPDX-License-Identifier: MIT
#include "ui/lab/codepage.h"

#include "lab/labtext.h"
#include "lab/linediff.h"
#include "lab/sourceexcerpt.h"
#include "ui/lab/codeview.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

CodeHeader::CodeHeader(QWidget *parent)
    : QWidget(parent)
    , m_word(new QLabel(this))
    , m_rest(new QLabel(this))
    , m_copy(new QToolButton(this))
{
    m_word->setFont(Theme::strong(font()));
    m_rest->setForegroundRole(QPalette::PlaceholderText);
    m_rest->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_copy->setIcon(Icons::icon(IconName::Copy, IconInk::Secondary));
    m_copy->setAutoRaise(true);
    m_copy->setToolTip(tr("Copy this code"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(18, 2, 6, 0);
    layout->setSpacing(8);
    layout->addWidget(m_word);
    layout->addWidget(m_rest, 1);
    layout->addWidget(m_copy);
    connect(m_copy, &QToolButton::clicked, this, &CodeHeader::copy);
}

void CodeHeader::setTitle(const QString &word, const QString &rest)
{
    m_word->setText(word);
    m_rest->setText(rest);
    m_copy->setAccessibleName(tr("Copy the code: %1").arg(word));
}

void CodeHeader::setCode(const QString &code)
{
    m_code = code;
    m_copy->setEnabled(!code.isEmpty());
}

void CodeHeader::setWordColour(QColor (*wordColour)())
{
    m_colour = wordColour;
    colour();
}

/// The mark of a check tells that it worked, for a moment.
void CodeHeader::copy()
{
    QGuiApplication::clipboard()->setText(m_code);
    m_copy->setIcon(Icons::icon(IconName::Check, IconInk::Accent));
    QTimer::singleShot(1500ms, m_copy, [this] {
        m_copy->setIcon(Icons::icon(IconName::Copy, IconInk::Secondary));
    });
}

void CodeHeader::colour()
{
    QPalette palette;
    if (m_colour)
        palette.setColor(QPalette::WindowText, m_colour());
    m_word->setPalette(palette);
}

void CodeHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}

namespace {

QColor pitfallColour()
{
    return Theme::current().stallText;
}
QColor patternColour()
{
    return Theme::current().statusText(TaskStatus::Succeeded);
}

} // namespace

CodePage::CodePage(QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_fileHeader(new CodeHeader(this))
    , m_file(new CodeView(this))
    , m_corner(new QWidget(this))
    , m_legend(new QLabel(m_corner))
    , m_wholeFile(new QToolButton(m_corner))
{
    m_file->setAccessibleName(tr("Whole file")); // until it is one
    m_stack->addWidget(filePage());
    setupCorner();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 4);
    layout->addWidget(m_stack);
    connect(m_wholeFile, &QToolButton::toggled, this, &CodePage::showChosen);
}

QWidget *CodePage::filePage()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_fileHeader);
    layout->addWidget(m_file, 1);
    return page;
}

void CodePage::setupCorner()
{
    m_legend->setText(tr("\u2212 + only in this variant"));
    m_legend->setForegroundRole(QPalette::PlaceholderText);
    m_wholeFile->setText(tr("Whole file"));
    m_wholeFile->setToolTip(tr("The source of this experiment, as it was compiled"));
    m_wholeFile->setCheckable(true);
    m_wholeFile->setAutoRaise(true);
    m_wholeFile->setProperty("quiet", true);
    m_wholeFile->setFocusPolicy(Qt::StrongFocus);
    auto *layout = new QHBoxLayout(m_corner);
    layout->setContentsMargins(0, 2, 6, 2);
    layout->setSpacing(12);
    layout->addWidget(m_legend);
    layout->addWidget(m_wholeFile);
}

void CodePage::showChosen()
{
    const bool isWhole = m_wholeFile->isChecked();
    m_stack->setCurrentIndex(isWhole ? 0 : m_stack->indexOf(m_columns));
    m_legend->setVisible(!isWhole);
}

void CodePage::setExperiment(const Experiment &experiment)
{
    const QString source = SourceExcerpt::sourceOf(experiment.id.toString());
    showFile(experiment, source);
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
            layout->addWidget(new Divider(m_columns));
        layout->addWidget(columnOf(experiment.variants[size_t(i)], parts[i], onlyHere[i]), 1);
    }
    m_stack->addWidget(m_columns);
    showChosen();
}

QWidget *CodePage::columnOf(const Variant &variant, const QStringList &lines,
                            const QList<bool> &onlyHere)
{
    const bool isPitfall = variant.role == Variant::Role::Pitfall;
    const QString title = labText(variant.title);
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
    view->setAccessibleDescription(
        tr("Lines that only this variant has: %L1").arg(onlyHere.count(true)));
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(header);
    layout->addWidget(view, 1);
    return column;
}

void CodePage::showFile(const Experiment &experiment, const QString &source)
{
    const QString path = u"models/lab/experiments/%1.cpp"_s.arg(experiment.id);
    m_fileHeader->setTitle(path);
    m_fileHeader->setCode(source);
    m_file->setCode(source, u"C++");
    m_file->setAccessibleName(path);
}
