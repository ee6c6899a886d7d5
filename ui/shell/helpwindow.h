// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>
#include <QString>

class QListWidget;
class QTextBrowser;
class QTextDocument;

/// The short guide in resources/help, in the person's language. GUI thread only.
namespace Guide {
/// Puts the guide into \p document, in the colours of Theme::current(); do it again when they
/// change. \p pixelRatio is that of the screen it is read on.
void write(QTextDocument &document, qreal pixelRatio);
} // namespace Guide

/// The guide in a window of its own: chapters at the left, text at the right. Never modal, and it
/// remembers nothing. Esc closes it.
class HelpWindow final : public QDialog
{
    Q_OBJECT
public:
    explicit HelpWindow(QWidget *parent = nullptr);

    QString plainText() const;
    QStringList chapters() const;

signals:
    /// "Take the tour" was pressed; the window has closed itself.
    void tourRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void write();
    void showChapter(int chapter);
    void followReading();
    int heightOf(int chapter) const;

    QListWidget *m_chapters;
    QTextBrowser *m_browser;
    QList<int> m_headings; ///< block numbers
    bool m_isJumping = false;
};
