// SPDX-License-Identifier: MIT
#pragma once

#include <QPointer>
#include <QRect>
#include <QWidget>

class QLabel;
class QPushButton;

/// Where a callout goes. A value; no widget in it, all in pixels of the window.
struct CalloutPlace
{
    QRect rect;
    Qt::Edge side = Qt::TopEdge; ///< of rect, towards the target
    int arrow = 0; ///< where along that side the arrow leaves, from rect's left or top

    /// The first of below, right, left and above with room for \p size beside \p target in
    /// \p window; where none has, the side that covers least. \p inset is how near the arrow may
    /// come to a corner.
    static CalloutPlace beside(const QRect &target, const QSize &size, const QSize &window,
                               int inset);
};

/// A card that points at another widget of the same window and says something about it. It floats
/// above the page, keeps its place when things move, stays inside the window and off what it
/// points at. Never modal.
class Callout final : public QWidget
{
    Q_OBJECT
public:
    /// Floats above \p window, which owns it. Hidden until pointAt().
    explicit Callout(QWidget *window);

    struct Words
    {
        QString title;
        QString text;
        QString position; ///< such as "2 of 5"
        QString next; ///< on the button that goes on
        bool canGoBack = true;
        bool canSkip = true;
    };
    void pointAt(QWidget *target, const Words &words);
    /// Hides it and unsays its words, so that nobody finds them in what is not to be seen.
    void dismiss();
    QWidget *target() const { return m_target; }
    /// Where the arrow ends, in the coordinates of the window.
    QPoint tip() const;
    void takeFocus();

signals:
    void backRequested();
    void nextRequested();
    void skipRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setupLayout();
    void follow(QWidget *target);
    void unfollow();
    void place();
    void announce(const Words &words);

    QPointer<QWidget> m_target;
    QList<QPointer<QWidget>> m_watched;
    QLabel *m_title;
    QLabel *m_text;
    QLabel *m_position;
    QPushButton *m_skip;
    QPushButton *m_back;
    QPushButton *m_next;
    Qt::Edge m_side = Qt::TopEdge; ///< of this widget, where the arrow is
    int m_arrow = 0; ///< along that side
};
