// SPDX-License-Identifier: MIT
#include "ui/lab/variantcard.h"

#include "lab/labtext.h"
#include "lab/measurement.h"
#include "ui/lab/icontext.h"
#include "ui/lab/runchart.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QCoreApplication>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int columnGap = 20;
constexpr int lineGap = 8;

QLabel *label(const QString &text, const QFont &font, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(font);
    return label;
}

QWidget *figure(const QString &value, const QString &name, QWidget *parent)
{
    auto *figure = new QWidget(parent);
    const QFont large = Theme::strong(Theme::numberFont(parent->font()), 1.2);
    const QFont small = Theme::sized(parent->font(), 0.85);
    QLabel *number = label(value, large, figure);
    number->setAccessibleName(u"%1: %2"_s.arg(name, value));
    QLabel *caption = label(name, small, figure);
    caption->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QVBoxLayout(figure);
    layout->setContentsMargins({});
    layout->setSpacing(1);
    layout->addWidget(number);
    layout->addWidget(caption);
    return figure;
}

} // namespace

/// Measured numbers, each above its name, in columns of equal width. As many columns as fit; what
/// does not fit goes to the next line.
class FigureFlow final : public QWidget
{
public:
    explicit FigureFlow(QWidget *parent = nullptr);

    /// Without values there is a dash in the place of each.
    void setFigures(const QList<Measurement> &figures, bool hasValues);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    int columnsIn(int width) const;
    void place();

    QList<QWidget *> m_figures;
    QSize m_cell;
};

FigureFlow::FigureFlow(QWidget *parent)
    : QWidget(parent)
{
    // Not Fixed: that would hold it to the height of its hint, however many lines it needs.
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FigureFlow::setFigures(const QList<Measurement> &figures, bool hasValues)
{
    qDeleteAll(std::exchange(m_figures, {}));
    m_cell = {};
    for (const Measurement &measured : figures) {
        const QString value
            = hasValues ? MeasurementText::value(measured.value, measured.unit) : u"–"_s;
        m_figures.append(figure(value, MeasurementText::name(measured), this));
        m_cell = m_cell.expandedTo(m_figures.last()->sizeHint());
    }
    place();
    for (QWidget *figure : m_figures)
        figure->show();
    updateGeometry();
}

int FigureFlow::columnsIn(int width) const
{
    return std::max(1, (width + columnGap) / (m_cell.width() + columnGap));
}

int FigureFlow::heightForWidth(int width) const
{
    const int columns = columnsIn(width);
    const int lines = (int(m_figures.size()) + columns - 1) / columns;
    return std::max(0, lines * (m_cell.height() + lineGap) - lineGap);
}

QSize FigureFlow::sizeHint() const
{
    const int columns = std::min(4, int(m_figures.size()));
    const int width = std::max(0, columns * (m_cell.width() + columnGap) - columnGap);
    return {width, heightForWidth(width)};
}

QSize FigureFlow::minimumSizeHint() const
{
    return m_cell;
}

void FigureFlow::resizeEvent(QResizeEvent *)
{
    place();
}

void FigureFlow::place()
{
    const int columns = columnsIn(width());
    for (int i = 0; i < m_figures.size(); ++i)
        m_figures[i]->setGeometry(QRect(
            {i % columns * (m_cell.width() + columnGap), i / columns * (m_cell.height() + lineGap)},
            m_cell));
}

namespace {

constexpr int narrow = 300;
constexpr int buttonHeight = 28; // lower than those of the page: it is the lesser one

/// What every variant is measured by, in the place of what will be.
QList<Measurement> expected()
{
    return {{.name = "time"}, {.name = "loop lag p99"}, {.name = "loop lag worst"}};
}

/// The time first: it is what the picture above shows.
QList<Measurement> inOrder(QList<Measurement> measured)
{
    const auto time = std::ranges::find_if(measured, [](const Measurement &measurement) {
        return QLatin1StringView(measurement.name) == "time"_L1;
    });
    if (time != measured.end())
        std::rotate(measured.begin(), time, time + 1);
    return measured;
}

QWidget *hairline(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    line->setFixedHeight(1);
    return line;
}

} // namespace

VariantCard::VariantCard(QWidget *parent)
    : Card(parent)
    , m_role(new IconText(this))
    , m_title(new QLabel(this))
    , m_status(new IconText(this))
    , m_message(new QLabel(this))
    , m_run(new QPushButton(Icons::icon(IconName::Run), {}, this))
    , m_chart(new RunChart(this))
    , m_figures(new FigureFlow(this))
{
    m_status->setWeight(QFont::DemiBold);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setForegroundRole(QPalette::PlaceholderText);
    auto *status = new QHBoxLayout;
    status->setSpacing(10);
    status->addWidget(m_status);
    status->addWidget(m_message, 1);
    status->addStretch(); // it begins at the left also without a message
    auto *body = new QVBoxLayout;
    body->setContentsMargins(14, 10, 14, 12);
    body->setSpacing(10);
    body->addWidget(m_chart, 1);
    body->addLayout(status);
    body->addWidget(m_figures);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(setupHeader());
    layout->addWidget(hairline(this));
    layout->addLayout(body, 1);
    connect(m_run, &QPushButton::clicked, this, [this] { emit runRequested(m_variant->id); });
}

QLayout *VariantCard::setupHeader()
{
    m_role->setWeight(QFont::DemiBold);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_title->setForegroundRole(QPalette::PlaceholderText);
    m_run->setFixedHeight(buttonHeight);
    m_headline = new QHBoxLayout;
    m_headline->setSpacing(10);
    m_headline->addWidget(m_role);
    m_headline->addWidget(m_title, 1);
    m_headline->addStretch();
    m_headline->addWidget(m_run);
    m_header = new QVBoxLayout;
    m_header->setContentsMargins(14, 6, 8, 6);
    m_header->setSpacing(2);
    m_header->addLayout(m_headline);
    return m_header;
}

/// A narrow card has its title on a line of its own.
void VariantCard::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    showMessage();
    const bool isNarrow = width() < narrow;
    if (isNarrow == (m_header->indexOf(m_title) >= 0))
        return;
    (isNarrow ? m_headline : m_header)->removeWidget(m_title);
    if (isNarrow)
        m_header->addWidget(m_title);
    else
        m_headline->insertWidget(1, m_title, 1);
}

void VariantCard::setVariant(const Variant &variant)
{
    m_variant = &variant;
    const bool isPitfall = variant.role == Variant::Role::Pitfall;
    const QString role = isPitfall ? tr("Pitfall") : tr("Pattern");
    const QString title = labText(variant.title);
    m_role->say(isPitfall ? IconName::Stalls : IconName::Succeeded, role,
                isPitfall ? TaskStatus::Failed : TaskStatus::Succeeded);
    m_title->setText(title);
    m_run->setText(tr("Run"));
    m_run->setAccessibleName(tr("Run %1: %2").arg(role, title));
    m_chart->setAccessibleName(tr("Timeline of %1: %2").arg(role, title));
    setAccessibleName(u"%1: %2"_s.arg(role, title));
}

void VariantCard::showNothing(const QString &hint)
{
    showStatus(TaskStatus::Succeeded, {});
    m_chart->clear(hint);
    m_figures->setFigures(expected(), false);
}

void VariantCard::showRun(const VariantRun &run, const RunTrace *live, qint64 lengthNs)
{
    m_chart->setRun(run, live, lengthNs);
    const TaskStatus status = run.result ? statusOf(run.result->outcome.kind) : TaskStatus::Running;
    showStatus(status, run.result ? run.result->outcome.message : QString());
    if (run.result)
        m_figures->setFigures(inOrder(run.result->measurements), true);
    else
        m_figures->setFigures(expected(), false);
}

/// What succeeded is told by what was measured, and who cancelled it knows why.
void VariantCard::showStatus(TaskStatus status, const QString &message)
{
    m_status->say(status);
    const bool hasFailed = isFinished(status) && status != TaskStatus::Succeeded;
    m_message->setText(hasFailed && status != TaskStatus::Cancelled ? message : QString());
    m_status->setVisible(status != TaskStatus::Succeeded);
    m_status->setToolTip(message);
    showMessage();
}

/// Where there is room; the verdict has it as well.
void VariantCard::showMessage()
{
    m_message->setVisible(!m_message->text().isEmpty() && width() >= narrow);
}

void VariantCard::setObstacle(const QString &reason)
{
    m_run->setEnabled(reason.isEmpty());
    m_run->setToolTip(reason.isEmpty() ? tr("Run this one alone") : reason);
}
