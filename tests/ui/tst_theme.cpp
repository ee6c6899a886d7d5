// SPDX-License-Identifier: MIT
#include "shared/namedmain.h"
#include "ui/style/contrast.h"
#include "ui/style/icons.h"
#include "ui/style/loopstyle.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QPen>
#include <QStyle>
#include <QStyleOption>
#include <QTest>
#include <QTextFormat>

using namespace Qt::StringLiterals;

/// Legible in any palette, and following it.
class TestTheme : public QObject
{
    Q_OBJECT
private slots:
    void contrastIsThatOfWcag();
    void everythingIsLegible_data();
    void everythingIsLegible();
    void aPaletteMadeByAThemeGivesThatTheme();
    void applyFollowsTheMode();
    void aForeignPaletteIsFollowed();
    void digitsOfTheNumberFontAreEquallyWide();
    void everyIconHasItsOwnShape();
    void anIconFollowsTheTheme();
    void theLinkThatHasTheKeysHasTheColourOfFocus();
};

namespace {

QPalette foreignPalette(QRgb window, QRgb base, QRgb text, QRgb highlight)
{
    QPalette palette;
    palette.setColor(QPalette::Window, QColor(window));
    palette.setColor(QPalette::Base, QColor(base));
    palette.setColor(QPalette::WindowText, QColor(text));
    palette.setColor(QPalette::Text, QColor(text));
    palette.setColor(QPalette::Highlight, QColor(highlight));
    return palette;
}

} // namespace

void TestTheme::contrastIsThatOfWcag()
{
    QVERIFY(qAbs(contrast(Qt::black, Qt::white) - 21.0) < 0.001);
    QVERIFY(qAbs(contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
    QCOMPARE(contrast(Qt::red, Qt::red), 1.0);
}

void TestTheme::everythingIsLegible_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << Theme::light().palette();
    QTest::newRow("dark") << Theme::dark().palette();
    QTest::newRow("breeze") << foreignPalette(0xffeff0f1, 0xffffffff, 0xff232629, 0xff3daee9);
    QTest::newRow("breeze dark") << foreignPalette(0xff2a2e32, 0xff1b1e20, 0xfffcfcfc, 0xff3daee9);
    QTest::newRow("sand") << foreignPalette(0xffe8dcc8, 0xfff4ecd8, 0xff3b2f20, 0xff8a5a00);
}

void TestTheme::everythingIsLegible()
{
    QFETCH(QPalette, palette);
    const Theme theme = Theme::of(palette);
    for (const QColor &background : {theme.surface, theme.window, theme.selection}) {
        QVERIFY(contrast(theme.text, background) >= 7.0);
        for (int i = 0; i < taskStatusCount; ++i) {
            const TaskStatus status = TaskStatus(i);
            QVERIFY2(contrast(theme.status(status), background) >= 3.0, qPrintable(u"%1"_s.arg(i)));
            QVERIFY2(contrast(theme.statusText(status), background) >= 4.5,
                     qPrintable(u"%1"_s.arg(i)));
        }
    }
    for (const QColor &background : {theme.surface, theme.window}) {
        QVERIFY(contrast(theme.secondaryText, background) >= 4.5);
        QVERIFY(contrast(theme.beat, background) >= 3.0);
    }
    QVERIFY(contrast(theme.stallText, mixed(theme.surface, theme.stall, 0.2)) >= 4.5);
    QVERIFY(contrast(theme.congestionText, mixed(theme.surface, theme.congestion, 0.2)) >= 4.5);
}

void TestTheme::aPaletteMadeByAThemeGivesThatTheme()
{
    for (const Theme &theme : {Theme::light(), Theme::dark()}) {
        const Theme again = Theme::of(theme.palette());
        QCOMPARE(again.isDark, theme.isDark);
        QCOMPARE(again.line, theme.line);
        QCOMPARE(again.selection, theme.selection);
        QVERIFY(contrast(theme.accentText, theme.accent) >= 4.5);
    }
}

void TestTheme::applyFollowsTheMode()
{
    Theme::apply(*qApp, Theme::Mode::Dark);
    QVERIFY(qobject_cast<LoopStyle *>(qApp->style()));
    QVERIFY(Theme::current().isDark);
    QCOMPARE(QGuiApplication::palette().color(QPalette::Window), Theme::dark().window);
    Theme::apply(*qApp, Theme::Mode::Light);
    QVERIFY(!Theme::current().isDark);
    QCOMPARE(Theme::modeFromName(u"dark"), Theme::Mode::Dark);
    QCOMPARE(Theme::modeFromName(u"light"), Theme::Mode::Light);
    QCOMPARE(Theme::modeFromName(u"sepia"), Theme::Mode::System);
    // The offscreen platform has no colours of its own, so the system's are ours.
    Theme::apply(*qApp, Theme::Mode::System);
    QCOMPARE(Theme::current().window, Theme::light().window);
}

void TestTheme::aForeignPaletteIsFollowed()
{
    const Theme theme = Theme::of(foreignPalette(0xff2a2e32, 0xff1b1e20, 0xfffcfcfc, 0xff3daee9));
    QVERIFY(theme.isDark);
    QCOMPARE(theme.window, QColor(0x2a, 0x2e, 0x32));
    QCOMPARE(theme.accent, QColor(0x3d, 0xae, 0xe9));
}

void TestTheme::digitsOfTheNumberFontAreEquallyWide()
{
    for (const QString &family : {QFont().family(), u"Inter"_s, u"DejaVu Serif"_s}) {
        const QFont font = Theme::numberFont(QFont(family, 11, QFont::DemiBold));
        const QFontMetricsF metrics(font);
        for (char16_t digit = u'1'; digit <= u'9'; ++digit)
            QCOMPARE(metrics.horizontalAdvance(QChar(digit)), metrics.horizontalAdvance(u'0'));
        QCOMPARE(font.pointSize(), 11);
    }
}

void TestTheme::everyIconHasItsOwnShape()
{
    QList<QImage> shapes;
    for (int i = 0; i < iconCount; ++i) {
        const QImage shape = Icons::pixmap(IconName(i), 24, Qt::black, 2).toImage();
        QCOMPARE(shape.size(), QSize(48, 48));
        QVERIFY2(!shapes.contains(shape), qPrintable(u"icon %1"_s.arg(i)));
        QImage empty(shape.size(), shape.format());
        empty.fill(Qt::transparent);
        empty.setDevicePixelRatio(2);
        QVERIFY2(shape != empty, qPrintable(u"icon %1"_s.arg(i)));
        shapes.append(shape);
    }
}

void TestTheme::anIconFollowsTheTheme()
{
    const QIcon icon = Icons::icon(TaskStatus::Running);
    const auto centre = [&icon](QIcon::Mode mode) {
        return icon.pixmap(QSize(16, 16), 1.0, mode).toImage().pixelColor(8, 8);
    };
    Theme::apply(*qApp, Theme::Mode::Light);
    QCOMPARE(centre(QIcon::Normal), Theme::light().status(TaskStatus::Running));
    Theme::apply(*qApp, Theme::Mode::Dark);
    QCOMPARE(centre(QIcon::Normal), Theme::dark().status(TaskStatus::Running));
    QVERIFY(centre(QIcon::Disabled) != centre(QIcon::Normal));
}

void TestTheme::theLinkThatHasTheKeysHasTheColourOfFocus()
{
    for (const Theme::Mode mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        Theme::apply(*qApp, mode);
        QStyleOption option;
        QStyleHintReturnVariant mark;
        QVERIFY(qApp->style()->styleHint(QStyle::SH_TextControl_FocusIndicatorTextCharFormat,
                                         &option, nullptr, &mark));
        const QPen pen = mark.variant.value<QTextFormat>().penProperty(QTextFormat::OutlinePen);
        QCOMPARE(pen.color(), Theme::current().accent);
        QCOMPARE(pen.style(), Qt::SolidLine);
    }
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
