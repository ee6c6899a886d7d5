// SPDX-License-Identifier: MIT
#include "ui/lab/figureflow.h"

#include "ui/theme/theme.h"

#include <QLabel>
#include <QVBoxLayout>

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
    QFont large = Theme::numberFont(parent->font());
    large.setPointSizeF(large.pointSizeF() * 1.2);
    large.setWeight(QFont::DemiBold);
    QFont small = parent->font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
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
