// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskevent.h"

#include <QListView>

class EmptyState;
class GalleryModel;
class Session;

/// The thumbnails in a grid whose columns fill the width. Accessible name: Gallery.
class GalleryView final : public QListView
{
    Q_OBJECT
public:
    explicit GalleryView(GalleryModel &model, QWidget *parent = nullptr);

    /// How many more pictures are on their way; they are drawn as empty places.
    void setExpected(int count);
    /// Only the model's own has pictures.
    void setSession(const Session &session);

signals:
    void inspectRequested(TaskId task);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fitCells();
    void showEmptyState();
    void paintExpected(QPainter &painter);

    GalleryModel &m_model;
    EmptyState *m_empty;
    int m_expected = 0;
    int m_columns = 1;
};
