// SPDX-License-Identifier: MIT
#pragma once

#include <QListView>

/// The list of the catalogue. The keys pass over its headings, also those to its ends.
class CatalogueView final : public QListView
{
    Q_OBJECT
public:
    explicit CatalogueView(QWidget *parent = nullptr);

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollTo(const QModelIndex &index, ScrollHint hint) override;
};
