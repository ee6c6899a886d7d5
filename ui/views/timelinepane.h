// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class Moment;
class QLabel;
class QSettings;
class QToolButton;
class SpanIndex;
class TimelineView;

/// A timeline with its head: what is under the pointer in words, and the buttons. As a strip it can
/// be folded up, so that only the head is left.
class TimelinePane final : public QWidget
{
    Q_OBJECT
public:
    enum class Kind { Strip, Page };

    /// \p index and \p moment outlive it.
    TimelinePane(const SpanIndex &index, Moment &moment, Kind kind, QWidget *parent = nullptr);

    TimelineView &view() { return *m_view; }
    bool isFolded() const;
    void setFolded(bool isFolded);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QToolButton *addButton(const QString &text, const QString &tip);
    void showReadout();

    const Kind m_kind;
    TimelineView *m_view;
    QLabel *m_title;
    QLabel *m_readout;
    QToolButton *m_follow;
    QToolButton *m_fit;
    QToolButton *m_fold;
};
