// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/fetchprinter.h"

#include <QCoreApplication>

/// A line for each address, in columns for people.
class TablePrinter final : public FetchPrinter
{
    Q_DECLARE_TR_FUNCTIONS(TablePrinter)
public:
    enum class Colours : quint8 { Off, On };

    explicit TablePrinter(Colours colours);

    QByteArray heading() const override;
    QByteArray rejected(const RejectedAddress &address) const override;
    QByteArray finished(const TaskState &task) const override;
    QByteArray summary(const FetchSummary &summary) const override;

private:
    QString painted(const QString &text, const char *colour) const;

    Colours m_colours;
};
