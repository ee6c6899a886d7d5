// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLabel;
class QSettings;
class QToolButton;
class Session;
class TimelineView;

/// A timeline with its head: what is under the pointer in words, and the buttons. As a strip it can
/// be folded up, so that only the head is left.
class TimelinePane final : public QWidget
{
    Q_OBJECT
public:
    enum class Kind { Strip, Page };

    /// \p session outlives it, or is followed by another one before it goes.
    TimelinePane(Session &session, Kind kind, QWidget *parent = nullptr);

    void setSession(Session &session);
    TimelineView &view() { return *m_view; }
    bool isFolded() const;
    /// A person wants it so.
    void setFolded(bool isFolded);
    /// It has too little height: folds until that is over, unless a person unfolds it.
    void setCramped(bool isCramped);
    bool isFoldedByItself() const { return m_isFoldedByItself; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QToolButton *addButton(const QString &text, const QString &tip);
    void showReadout();
    void fold(bool isFolded);

    const Kind m_kind;
    bool m_isCramped = false;
    bool m_isFoldedByItself = false;
    TimelineView *m_view;
    QLabel *m_title;
    QLabel *m_readout;
    QToolButton *m_follow;
    QToolButton *m_fit;
    QToolButton *m_fold;
};
