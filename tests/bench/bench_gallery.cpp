// SPDX-License-Identifier: MIT
// The main job, our way: fetched, decoded small on the pool and shown in the gallery as they come.
#include "engine/engine.h"
#include "measure.h"
#include "photos.h"
#include "session/gallerymodel.h"
#include "session/taskmodel.h"
#include "ui/style/theme.h"
#include "ui/workbench/galleryview.h"

#include <QApplication>
#include <QMainWindow>

using namespace Qt::StringLiterals;

QJsonObject galleryOurs(const SideOptions &options)
{
    QApplication application(options.argc, options.argv);
    Theme::apply(application, Theme::Mode::Light);
    Engine engine;
    const TaskModel tasks(engine.session());
    GalleryModel images(engine.session());
    QMainWindow window;
    auto *gallery = new GalleryView(images, &window);
    window.setCentralWidget(gallery);
    window.resize(1280, 800);
    window.show();
    QEventLoop loop;
    QObject::connect(&engine.job(), &Job::imageReady, &images, &GalleryModel::add);
    QObject::connect(&engine.job(), &Job::finished, &loop, &QEventLoop::quit);
    QApplication::processEvents(); // the window stands before the clock runs, on both sides
    const QList<QUrl> addresses = photos(options);
    engine.loop().setActive(true);
    const qint64 beganNs = Recorder::now();
    engine.job().start(addresses,
                       {.then = Processing::Thumbnail, .thumbnailBound = thumbnailBound});
    runGuarded(loop);
    gallery->repaint();
    const double milliseconds = millisecondsSince(beganNs);
    if (images.rowCount() != addresses.size())
        giveUp(u"Not every photo became a thumbnail."_s);
    QJsonObject sample = lagSample(engine.loop().sinceStart());
    sample[u"ms"_s] = milliseconds;
    sample[u"peakMiB"_s] = memoryMiB("VmHWM:");
    return sample;
}
