// SPDX-License-Identifier: MIT
#include "ui/style/theme.h"

#include "ui/style/contrast.h"
#include "ui/style/loopstyle.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QStyleFactory>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

// Okabe-Ito, told apart by the common kinds of colour blindness; in the order of TaskStatus.
constexpr std::array<QRgb, taskStatusCount> statusOnLight {
    0xff7f8794, 0xff0072b2, 0xff56b4e9, 0xff009e73, 0xffd55e00, 0xffe69f00, 0xff7f7f7f, 0xffcc79a7};
constexpr std::array<QRgb, taskStatusCount> statusOnDark {
    0xff8a93a2, 0xff3b9ddb, 0xff7cc6f2, 0xff1fbf8f, 0xfff47b2a, 0xfff0b02e, 0xff929292, 0xffdc93ba};

Theme withTokens(bool dark)
{
    Theme theme;
    theme.isDark = dark;
    theme.window = dark ? 0xff14171c : 0xfff5f6f8;
    theme.surface = dark ? 0xff1b1f26 : 0xffffffff;
    theme.line = dark ? 0xff2a303a : 0xffe2e5ea;
    theme.text = dark ? 0xffe7eaf0 : 0xff1a1e26;
    theme.secondaryText = dark ? 0xff9aa4b4 : 0xff5f6878;
    theme.accent = dark ? 0xff58a6f0 : 0xff0a66c2;
    theme.accentText = dark ? 0xff0d1117 : 0xffffffff;
    theme.selection = dark ? 0xff20303f : 0xffe8f1fb;
    theme.track = dark ? 0xff252a33 : 0xffeceef2;
    theme.hover = dark ? 0xff242a33 : 0xfff0f2f5;
    return theme;
}

bool isOurs(const QPalette &palette, const Theme &theme)
{
    return palette.color(QPalette::Active, QPalette::Window) == theme.window
        && palette.color(QPalette::Active, QPalette::Base) == theme.surface
        && palette.color(QPalette::Active, QPalette::Highlight) == theme.accent;
}

Theme derived(const QPalette &palette)
{
    const auto role = [&palette](QPalette::ColorRole colourRole) {
        return palette.color(QPalette::Active, colourRole).toRgb();
    };
    Theme theme;
    theme.window = role(QPalette::Window);
    theme.surface = role(QPalette::Base);
    theme.text = role(QPalette::WindowText);
    theme.isDark = theme.text.lightness() > theme.window.lightness();
    theme.line = mixed(theme.window, theme.text, 0.14);
    theme.secondaryText
        = legible(mixed(theme.text, theme.window, 0.35), {theme.window, theme.surface}, 4.5);
    theme.accent = role(QPalette::Highlight);
    theme.accentText = role(QPalette::HighlightedText);
    theme.selection = mixed(theme.surface, theme.accent, theme.isDark ? 0.22 : 0.12);
    theme.track = mixed(theme.surface, theme.text, 0.08);
    theme.hover = mixed(theme.surface, theme.text, 0.05);
    return theme;
}

/// Without colours of its own a platform hands out those of Fusion.
bool desktopHasPalette()
{
    const std::unique_ptr<QStyle> fusion(QStyleFactory::create(u"Fusion"_s));
    return !fusion || QGuiApplication::palette() != fusion->standardPalette();
}

bool hasTabularDigits(const QFont &font)
{
    const QFontMetricsF metrics(font);
    const qreal width = metrics.horizontalAdvance(u'0');
    for (char16_t digit = u'1'; digit <= u'9'; ++digit) {
        if (qAbs(metrics.horizontalAdvance(QChar(digit)) - width) > 0.01)
            return false;
    }
    return true;
}

} // namespace

Theme Theme::light()
{
    Theme theme = withTokens(false);
    theme.deriveSignals();
    return theme;
}

Theme Theme::dark()
{
    Theme theme = withTokens(true);
    theme.deriveSignals();
    return theme;
}

Theme Theme::of(const QPalette &palette)
{
    for (const Theme &ours : {light(), dark()}) {
        if (isOurs(palette, ours))
            return ours;
    }
    Theme theme = derived(palette);
    theme.deriveSignals();
    return theme;
}

const Theme &Theme::current()
{
    static qint64 key = -1;
    static Theme theme;
    const QPalette palette = QGuiApplication::palette();
    if (key != palette.cacheKey()) {
        key = palette.cacheKey();
        theme = of(palette);
    }
    return theme;
}

void Theme::deriveSignals()
{
    const auto &colours = isDark ? statusOnDark : statusOnLight;
    for (size_t i = 0; i < colours.size(); ++i) {
        m_status[i] = legible(QColor(colours[i]), {surface, window, selection}, 3.0);
        m_statusText[i] = legible(QColor(colours[i]), {surface, window, selection}, 4.5);
    }
    beat = status(TaskStatus::Succeeded);
    stall = status(TaskStatus::Failed);
    stallText = legible(stall, {surface, window, mixed(surface, stall, 0.2)}, 4.5);
    congestion = status(TaskStatus::TimedOut);
    congestionText = legible(congestion, {surface, window, mixed(surface, congestion, 0.2)}, 4.5);
}

QPalette Theme::palette() const
{
    QPalette palette(text, surface, mixed(line, surface, 0.5), mixed(line, text, 0.4), line, text,
                     text, surface, window);
    palette.setColor(QPalette::AlternateBase, mixed(surface, window, 0.6));
    palette.setColor(QPalette::Shadow, mixed(window, Qt::black, 0.3));
    palette.setColor(QPalette::PlaceholderText, secondaryText);
    palette.setColor(QPalette::Highlight, accent);
    palette.setColor(QPalette::HighlightedText, accentText);
    palette.setColor(QPalette::Link, accent);
    palette.setColor(QPalette::LinkVisited, mixed(accent, m_statusText.back(), 0.5));
    palette.setColor(QPalette::ToolTipBase, isDark ? mixed(surface, text, 0.08) : text);
    palette.setColor(QPalette::ToolTipText, isDark ? text : surface);
    const QColor faint = mixed(surface, secondaryText, 0.55);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText,
                            QPalette::PlaceholderText, QPalette::Link})
        palette.setColor(QPalette::Disabled, role, faint);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, line);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, faint);
    return palette;
}

void Theme::apply(QApplication &application, Mode mode, Mode desktop)
{
    if (!qobject_cast<LoopStyle *>(application.style()))
        application.setStyle(new LoopStyle); // the application owns it
    application.setPalette(QPalette()); // back to what the desktop says
    if (mode == Mode::System && desktopHasPalette())
        return;
    const Mode shown = mode == Mode::System ? desktop : mode;
    application.setPalette((shown == Mode::Dark ? dark() : light()).palette());
}

Theme::Mode Theme::modeFromName(QStringView name)
{
    if (name == u"light")
        return Mode::Light;
    return name == u"dark" ? Mode::Dark : Mode::System;
}

QString Theme::modeName(Mode mode)
{
    switch (mode) {
    case Mode::System: return u"system"_s;
    case Mode::Light: return u"light"_s;
    case Mode::Dark: return u"dark"_s;
    }
    Q_UNREACHABLE();
}

QFont Theme::sized(QFont font, double factor)
{
    font.setPointSizeF(font.pointSizeF() * factor);
    return font;
}

QFont Theme::strong(QFont font, double factor)
{
    font.setWeight(QFont::DemiBold);
    return factor == 1 ? font : sized(font, factor);
}

QFont Theme::numberFont(const QFont &font)
{
    if (hasTabularDigits(font))
        return font;
    QFont other = font;
    for (const QString &family : {u"Noto Sans"_s, u"DejaVu Sans"_s, u"Liberation Sans"_s}) {
        other.setFamily(family);
        if (QFontDatabase::hasFamily(family) && hasTabularDigits(other))
            return other;
    }
    other.setFamily(QFontDatabase::systemFont(QFontDatabase::FixedFont).family());
    return other;
}
