// SPDX-License-Identifier: MIT
#pragma once

#include <QSplitter>

class QSettings;
class SettingsReader;
class TimelinePane;

/// What is worked with, and below it the strip of the timeline. A low window has no room for the
/// strip, which then folds by itself; what is above scrolls where even that is not enough. GUI
/// thread.
class StripSplitter final : public QSplitter
{
public:
    /// Both belong to it from now on; \p contents have a layout.
    StripSplitter(QWidget *contents, TimelinePane *strip, QWidget *parent = nullptr);

    bool eventFilter(QObject *watched, QEvent *event) override;
    void save(QSettings &settings) const;
    void restore(SettingsReader &settings);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitContents();

    QWidget *m_contents;
    TimelinePane *m_strip;
    int m_openHeight = 172; // of the strip, while it is not folded
};
