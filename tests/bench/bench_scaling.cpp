// SPDX-License-Identifier: MIT
// The main job the way Qt's image scaling example describes it, written anew: one access manager,
// all downloads first, then one continuation that decodes and scales one after another in a thread
// of the global pool, then all thumbnails into labels.
#include "heartbeat.h"
#include "measure.h"
#include "photos.h"

#include <QApplication>
#include <QFutureWatcher>
#include <QGridLayout>
#include <QLabel>
#include <QMainWindow>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPromise>
#include <QScrollArea>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace {

QFuture<QByteArray> download(QNetworkAccessManager &manager, const QUrl &address)
{
    auto promise = std::make_shared<QPromise<QByteArray>>();
    promise->start();
    QNetworkReply *reply = manager.get(QNetworkRequest(address));
    QObject::connect(reply, &QNetworkReply::finished, reply, [promise, reply] {
        if (reply->error() != QNetworkReply::NoError)
            giveUp(reply->errorString());
        promise->addResult(reply->readAll());
        promise->finish();
        reply->deleteLater();
    });
    return promise->future();
}

QList<QImage> scaleAll(const QList<QFuture<QByteArray>> &downloads)
{
    QList<QImage> scaled;
    for (const QFuture<QByteArray> &done : downloads)
        scaled.append(QImage::fromData(done.result()).scaled(thumbnailBound, Qt::KeepAspectRatio));
    return scaled;
}

/// A window with a label for each photo.
class LabelWindow final : public QMainWindow
{
public:
    explicit LabelWindow(qsizetype count)
    {
        constexpr int columns = 7;
        auto *area = new QScrollArea(this);
        auto *content = new QWidget;
        auto *grid = new QGridLayout(content);
        for (int i = 0; i < int(count); ++i) {
            m_labels.append(new QLabel(content));
            m_labels.last()->setFixedSize(thumbnailBound);
            grid->addWidget(m_labels.last(), i / columns, i % columns);
        }
        area->setWidget(content);
        setCentralWidget(area);
        resize(1280, 800);
    }
    void show(const QList<QImage> &images)
    {
        for (qsizetype i = 0; i < images.size(); ++i)
            m_labels[i]->setPixmap(QPixmap::fromImage(images[i]));
    }

private:
    QList<QLabel *> m_labels;
};

} // namespace

QJsonObject galleryScaling(const SideOptions &options)
{
    const QApplication application(options.argc, options.argv);
    const QList<QUrl> addresses = photos(options);
    LabelWindow window(addresses.size());
    static_cast<QWidget &>(window).show();
    QNetworkAccessManager manager;
    QEventLoop loop;
    Heartbeat heartbeat;
    QApplication::processEvents(); // the window stands before the clock runs, on both sides
    heartbeat.start();
    const qint64 beganNs = Recorder::now();
    QList<QFuture<QByteArray>> downloads;
    for (const QUrl &address : addresses)
        downloads.append(download(manager, address));
    QtFuture::whenAll(downloads.begin(), downloads.end())
        .then([](const QList<QFuture<QByteArray>> &done) {
            return QtConcurrent::run(scaleAll, done);
        })
        .unwrap()
        .then(&window, [&](const QList<QImage> &images) {
            window.show(images);
            loop.quit();
        });
    downloads.clear();
    runGuarded(loop);
    window.repaint();
    const double milliseconds = millisecondsSince(beganNs);
    QJsonObject sample = lagSample(heartbeat.summary());
    sample[u"ms"_s] = milliseconds;
    sample[u"peakMiB"_s] = memoryMiB("VmHWM:");
    return sample;
}
