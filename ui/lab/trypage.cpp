// SPDX-License-Identifier: MIT
#include "ui/lab/trypage.h"

#include "lab/experiment.h"
#include "lab/labtext.h"
#include "ui/style/theme.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QStyleOptionSlider>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace {

/// A slider with a small mark at the value it had at first.
class KnobSlider final : public QSlider
{
public:
    explicit KnobSlider(int first, QWidget *parent = nullptr)
        : QSlider(Qt::Horizontal, parent)
        , m_first(first)
    {
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QStyleOptionSlider option;
        initStyleOption(&option);
        const int handle = style()->pixelMetric(QStyle::PM_SliderLength, &option, this);
        const int x = handle / 2
            + QStyle::sliderPositionFromValue(minimum(), maximum(), m_first, width() - handle,
                                              option.upsideDown);
        QPainter(this).fillRect(x - 1, height() / 2 + 5, 2, 5, Theme::current().secondaryText);
        QSlider::paintEvent(event); // its handle covers the mark where it stands on it
    }

private:
    const int m_first;
};

constexpr int widestForm = 720;
enum Column { NameColumn, LeastColumn, SliderColumn, MostColumn, SpinColumn, FirstColumn };

/// A remark beside a control.
QLabel *remark(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setFont(Theme::numberFont(label->font()));
    return label;
}

} // namespace

TryPage::TryPage(QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus); // its controls bring themselves into view
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
}

void TryPage::setExperiment(const Experiment &experiment)
{
    m_experiment = &experiment;
    m_rows.clear();
    m_form = new QWidget(this);
    auto *whole = new QVBoxLayout(m_form);
    whole->setContentsMargins(18, 12, 18, 12);
    whole->setSpacing(12);
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(SliderColumn, 1);
    int row = 0;
    for (const Knob &knob : experiment.knobs)
        addRow(knob, row++);
    addSeed(row);
    m_sentence = remark({}, m_form);
    m_sentence->setWordWrap(true);
    whole->addLayout(m_grid);
    whole->addWidget(m_sentence);
    whole->addStretch();
    setWidget(m_form); // the one before goes
    m_form->setAutoFillBackground(false); // setWidget turned it on
    m_form->setMaximumWidth(widestForm);
    showState();
}

void TryPage::addRow(const Knob &knob, int row)
{
    const QString name = labText(knob.label);
    const QString unit = *knob.unit ? u' ' + labText(knob.unit) : QString();
    auto *label = new QLabel(name, m_form);
    auto *slider = new KnobSlider(knob.value, m_form);
    slider->setRange(knob.least, knob.most);
    slider->setPageStep(std::max(1, (knob.most - knob.least) / 10));
    slider->setAccessibleName(name);
    auto *spin = new QSpinBox(m_form);
    spin->setRange(knob.least, knob.most);
    spin->setSuffix(unit);
    spin->setAccessibleName(name);
    spin->setAccessibleDescription(
        tr("from %L1 to %L2, at first %L3").arg(knob.least).arg(knob.most).arg(knob.value));
    label->setBuddy(spin);
    const int value = m_knobs.value(m_experiment->id).value(knob.id, knob.value);
    slider->setValue(value);
    spin->setValue(value);
    connect(slider, &QSlider::valueChanged, spin, &QSpinBox::setValue);
    connect(spin, &QSpinBox::valueChanged, slider, &QSlider::setValue);
    connect(spin, &QSpinBox::valueChanged, this, [this, &knob](int turned) { turn(knob, turned); });
    m_grid->addWidget(label, row, NameColumn);
    m_grid->addWidget(remark(QLocale().toString(knob.least), m_form), row, LeastColumn,
                      Qt::AlignRight);
    m_grid->addWidget(slider, row, SliderColumn);
    m_grid->addWidget(remark(QLocale().toString(knob.most), m_form), row, MostColumn);
    m_grid->addWidget(spin, row, SpinColumn);
    m_grid->addWidget(remark(tr("at first %1").arg(QLocale().toString(knob.value) + unit), m_form),
                      row, FirstColumn);
    m_rows.push_back({&knob, spin});
}

void TryPage::addSeed(int row)
{
    auto *label = new QLabel(tr("Seed"), m_form);
    m_seedBox = new QSpinBox(m_form);
    m_seedBox->setRange(0, std::numeric_limits<int>::max());
    m_seedBox->setAccessibleName(label->text());
    m_seedBox->setValue(m_seed);
    label->setBuddy(m_seedBox);
    connect(m_seedBox, &QSpinBox::valueChanged, this, [this](int seed) {
        m_seed = seed;
        showState();
        emit termsChanged();
    });
    m_reset = new QPushButton(tr("Reset"), m_form);
    m_reset->setToolTip(tr("All numbers as they were at first"));
    connect(m_reset, &QPushButton::clicked, this, &TryPage::reset);
    QLabel *meaning = remark(tr("Chance, the same for every variant."), m_form);
    meaning->setWordWrap(true);
    m_grid->addWidget(label, row, NameColumn);
    m_grid->addWidget(meaning, row, SliderColumn, 1, 2);
    m_grid->addWidget(m_seedBox, row, SpinColumn);
    m_grid->addWidget(m_reset, row, FirstColumn);
}

void TryPage::turn(const Knob &knob, int value)
{
    m_knobs[m_experiment->id][knob.id] = value;
    showState();
    emit termsChanged();
}

void TryPage::reset()
{
    for (const Row &row : m_rows)
        row.spin->setValue(row.knob->value);
    m_seedBox->setValue(1);
}

QHash<QLatin1StringView, int> TryPage::knobs() const
{
    QHash<QLatin1StringView, int> values;
    for (const Row &row : m_rows)
        values.insert(row.knob->id, row.spin->value());
    return values;
}

void TryPage::setSeed(quint32 seed)
{
    m_seedBox->setValue(int(std::min(seed, quint32(m_seedBox->maximum()))));
}

void TryPage::setRunning(bool isRunning)
{
    m_isRunning = isRunning;
    showState();
}

void TryPage::showState()
{
    if (!m_form)
        return;
    const bool isTurned = m_seed != 1 || std::ranges::any_of(m_rows, [](const Row &row) {
                              return row.spin->value() != row.knob->value;
                          });
    for (QWidget *control : m_form->findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
        if (control != m_sentence)
            control->setEnabled(!m_isRunning);
    }

    m_reset->setEnabled(isTurned && !m_isRunning);
    m_sentence->setText(
        m_isRunning ? tr("It is running: the numbers can be changed when it has ended.")
                    : tr("Compare only what was measured with the same numbers. After a change, "
                         "run all again."));
}
