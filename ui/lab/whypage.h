// SPDX-License-Identifier: MIT
#pragma once

#include <QTextBrowser>

#include <vector>

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
