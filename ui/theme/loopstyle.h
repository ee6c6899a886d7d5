// SPDX-License-Identifier: MIT
#pragma once

#include <QProxyStyle>

/// Flat surfaces, one-pixel lines and room to breathe, on top of Fusion. It takes every colour from
/// the palette (see Theme), so it follows a change of it at once. A QPushButton that is the default
/// or has the property "primary" is filled with the accent.
class LoopStyle final : public QProxyStyle
{
    Q_OBJECT
public:
    LoopStyle();
};
