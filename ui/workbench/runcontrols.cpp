// SPDX-License-Identifier: MIT
#include "ui/workbench/runcontrols.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/widgets/folding.h"
#include "ui/widgets/settingsreader.h"
#include "ui/workbench/addressfield.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

/// With its parent from the start: the order in which they are made is the order of the Tab key.
QSpinBox *spinBox(QWidget *parent, int lowest, int highest, int value, const QString &name,
                  const QString &tip)
{
    auto *box = new QSpinBox(parent);
    box->setRange(lowest, highest);
    box->setValue(value);
    box->setAccessibleName(name);
    box->setToolTip(tip);
    box->setKeyboardTracking(false);
    box->setAlignment(Qt::AlignRight);
    return box;
}

/// What is no number, or one that nobody could have set, leaves the box as it is.
void restoreNumber(QSpinBox &box, SettingsReader &settings, QLatin1StringView key)
{
    if (const auto value = settings.number(key, box.minimum(), box.maximum()))
        box.setValue(*value);
}

} // namespace

RunControls::RunControls(QWidget *parent)
    : QWidget(parent)
    , m_addresses(new AddressField(this))
    , m_inFlight(spinBox(this, 1, 1'000, 24, tr("In flight"), tr("How many fetches run at once")))
    , m_perHost(spinBox(this, 1, 1'000, 6, tr("Per host"), tr("How many of them to the same host")))
    , m_timeLimit(spinBox(this, 1, 600, 10, tr("Time limit"),
                          tr("The longest a fetch may take, with all its tries")))
    , m_then(new QComboBox(this))
    , m_run(new QPushButton(tr("Run"), this))
{
    m_timeLimit->setSuffix(tr(" s"));
    m_then->addItem(tr("What fits"), int(Processing::ByType));
    m_then->addItem(tr("Thumbnail"), int(Processing::Thumbnail));
    m_then->addItem(tr("Word count"), int(Processing::WordCount));
    m_then->addItem(tr("SHA-256"), int(Processing::Sha256));
    m_then->addItem(tr("Nothing"), int(Processing::None));
    m_then->setAccessibleName(tr("Then"));
    m_then->view()->setAccessibleName(tr("Then"));
    m_then->setToolTip(tr("What the pool does with each body. What fits: thumbnails of images, "
                          "the words of texts, the digest of anything else"));
    m_run->setDefault(true);
    m_run->setAccessibleName(tr("Run"));
    m_run->setToolTip(tr("Fetch all addresses (F5)"));
    m_run->setIcon(Icons::icon(IconName::Run, IconInk::OnAccent));
    setFocusProxy(m_run);
    setupLayout();
    setFocusProxy(m_run); // once more: its place in the order of the Tab key is that of now
    connect(m_run, &QPushButton::clicked, this, &RunControls::run);
    connect(m_addresses, &AddressField::sourceChanged, this, [this] {
        if (m_isWaiting)
            run();
    });
    connect(m_addresses, &AddressField::failed, this, &RunControls::giveUp);
    connect(m_addresses, &AddressField::readingChanged, this, [this] {
        if (!m_addresses->isReading())
            giveUp(); // nothing came of it
    });
    connect(m_inFlight, &QSpinBox::valueChanged, this, &RunControls::limitsChanged);
    connect(m_perHost, &QSpinBox::valueChanged, this, &RunControls::limitsChanged);
}

/// In one line; where that is too narrow, the limits stand in a second one.
void RunControls::setupLayout()
{
    auto *limits = new QHBoxLayout;
    limits->setSpacing(8);
    limits->addWidget(labelled(tr("In flight"), m_inFlight));
    limits->addWidget(labelled(tr("Per host"), m_perHost));
    limits->addWidget(labelled(tr("Time limit"), m_timeLimit));
    limits->addWidget(labelled(tr("Then"), m_then));
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->setColumnStretch(0, 1);
    layout->addWidget(labelled(tr("Addresses"), m_addresses), 0, 0);
    layout->addLayout(limits, 0, 1);
    layout->addWidget(labelled({}, m_run), 0, 2);
    new Folding(*this, {[layout, limits](bool isFolded) {
        layout->removeItem(limits);
        layout->addLayout(limits, isFolded ? 1 : 0, isFolded ? 0 : 1, 1, isFolded ? 3 : 1);
    }});
}

QWidget *RunControls::labelled(const QString &label, QWidget *control)
{
    auto *box = new QWidget(this);
    auto *text = new QLabel(label, box);
    text->setFont(Theme::sized(font(), 0.88));
    text->setForegroundRole(QPalette::PlaceholderText);
    text->setBuddy(control);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3);
    layout->addWidget(text);
    layout->addWidget(control);
    control->setFixedHeight(Theme::controlHeight);
    return box;
}

void RunControls::run()
{
    const bool waits = m_addresses->isReading();
    if (m_isWaiting != waits) {
        m_isWaiting = waits;
        emit waitingChanged();
    }

    if (!waits)
        emit runRequested();
}

void RunControls::giveUp()
{
    if (std::exchange(m_isWaiting, false))
        emit waitingChanged();
}

JobOptions RunControls::options() const
{
    JobOptions options;
    options.limits.total = std::chrono::seconds(m_timeLimit->value());
    options.limits.firstByte = std::min(options.limits.firstByte, options.limits.total);
    options.limits.silence = std::min(options.limits.silence, options.limits.total);
    options.then = Processing(m_then->currentData().toInt());
    return options;
}

int RunControls::inFlight() const
{
    return m_inFlight->value();
}

int RunControls::perHost() const
{
    return m_perHost->value();
}

void RunControls::save(QSettings &settings) const
{
    settings.setValue("run/inFlight"_L1, m_inFlight->value());
    settings.setValue("run/perHost"_L1, m_perHost->value());
    settings.setValue("run/timeLimitSeconds"_L1, m_timeLimit->value());
    settings.setValue("run/then"_L1,
                      QString(processingName(Processing(m_then->currentData().toInt()))));
}

void RunControls::restore(SettingsReader &settings)
{
    restoreNumber(*m_inFlight, settings, "run/inFlight"_L1);
    restoreNumber(*m_perHost, settings, "run/perHost"_L1);
    restoreNumber(*m_timeLimit, settings, "run/timeLimitSeconds"_L1);
    settings.offer("run/then"_L1, [this](const QString &name) {
        const auto then = processingFromName(name);
        if (then)
            m_then->setCurrentIndex(m_then->findData(int(*then)));
        return then.has_value();
    });
}
