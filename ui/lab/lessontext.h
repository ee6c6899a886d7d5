// SPDX-License-Identifier: MIT
#pragma once

#include <QTextBrowser>

#include <vector>

class QString;
class QTextDocument;

/// The text of a lesson, in lines that are easily read, with links to other experiments.
class WhyPage final : public QTextBrowser
{
    Q_OBJECT
public:
    explicit WhyPage(QWidget *parent = nullptr);

    /// \p why is Markdown; \p related ids follow it as links, those of experiments there are.
    void setText(const QString &why, const std::vector<QLatin1StringView> &related);

signals:
    void experimentRequested(const QString &id);

protected:
    bool focusNextPrevChild(bool isNext) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void write();
    void fit();

    QString m_why;
    std::vector<QLatin1StringView> m_related;
};

/// Text of lessons as it is shown. Colours are those of Theme::current(): write again when they
/// change.
namespace LessonText {

/// Replaces what is in \p document. Links "lab:ID" stay links where there is such an experiment,
/// and become plain text where there is none; so do all others.
void write(QTextDocument &document, const QString &markdown);
/// For a label.
QString html(const QString &markdown);

} // namespace LessonText
