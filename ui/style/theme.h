// SPDX-License-Identifier: MIT
#pragma once

#include "session/board.h"

#include <QColor>
#include <QFont>
#include <QPalette>

#include <array>

class QApplication;

/// The colours and measures of the interface, as roles. A value, cheap to pass; every colour is
/// opaque. Derived from a palette, so a desktop's own colours are followed; graphics of a status
/// reach a contrast of 3:1 and its words 4.5:1 whatever that palette is. GUI thread only.
class Theme
{
public:
    enum class Mode : quint8 { System, Light, Dark };

    static constexpr int controlRadius = 6;
    static constexpr int cardRadius = 10;
    static constexpr int controlHeight = 32;
    static constexpr int rowHeight = 29;
    static constexpr int cellMargin = 10; // left and right of what stands in a cell or header

    static Theme of(const QPalette &palette);
    /// Of the application's palette; ask again after QEvent::PaletteChange.
    static const Theme &current();
    static Theme light();
    static Theme dark();

    /// Sets the style and, unless the desktop brings its own, the palette. May be called again.
    /// \p desktop is what the desktop wishes, for the mode System; System: nothing, so it is light.
    static void apply(QApplication &application, Mode mode, Mode desktop = Mode::System);
    /// "light", "dark", "system"; anything else is System.
    static Mode modeFromName(QStringView name);
    static QString modeName(Mode mode);

    /// \p font when its ten digits are equally wide, else the nearest one in which they are.
    static QFont numberFont(const QFont &font);
    /// \p font \p factor times as large.
    static QFont sized(QFont font, double factor);
    /// The one weight step for emphasis, and \p factor times as large.
    static QFont strong(QFont font, double factor = 1);

    bool isDark = false; ///< text is lighter than the window
    QColor window;
    QColor surface; ///< cards, tables, fields
    QColor line;
    QColor text;
    QColor secondaryText;
    QColor accent;
    QColor accentText; ///< on accent
    QColor selection; ///< behind text
    QColor hover; ///< of a flat control
    QColor track; ///< background of progress, and of pictures to come
    QColor beat; ///< the heartbeat of a free loop
    QColor stall; ///< a hang
    QColor stallText;
    QColor congestion;
    QColor congestionText;

    /// For glyphs and bars.
    QColor status(TaskStatus status) const { return m_status[size_t(status)]; }
    /// For words.
    QColor statusText(TaskStatus status) const { return m_statusText[size_t(status)]; }

    QPalette palette() const;

private:
    void deriveSignals();

    std::array<QColor, taskStatusCount> m_status;
    std::array<QColor, taskStatusCount> m_statusText;
};
