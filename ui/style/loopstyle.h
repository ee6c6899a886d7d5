// SPDX-License-Identifier: MIT
#pragma once

#include <QProxyStyle>

/// Flat surfaces, one-pixel lines and room to breathe, on top of Fusion. It takes every colour from
/// Theme::current(), so it follows a change of the palette at once.
///
/// A QPushButton that is the default or has the property "primary" is filled with the accent. A
/// QToolButton with the property "quiet" has secondary text. A QFrame::StyledPanel is a card.
class LoopStyle final : public QProxyStyle
{
    Q_OBJECT
public:
    LoopStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                         SubControl subControl, const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                           const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option,
                    const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override;
    QIcon standardIcon(StandardPixmap icon, const QStyleOption *option,
                       const QWidget *widget) const override;
    using QProxyStyle::polish;
    void polish(QWidget *widget) override;

private:
    void drawPushButtonLabel(const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const;
    void drawToolButton(const QStyleOptionComplex *option, QPainter *painter,
                        const QWidget *widget) const;
    void drawItem(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawTabLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawHeaderLabel(const QStyleOption *option, QPainter *painter,
                         const QWidget *widget) const;
};
