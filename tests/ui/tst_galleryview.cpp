// SPDX-License-Identifier: MIT
#include "session/gallerymodel.h"
#include "session/session.h"
#include "shared/namedmain.h"
#include "shared/recordingwriter.h"
#include "ui/style/theme.h"
#include "ui/workbench/galleryview.h"

#include <QApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

/// Pictures fill the width in whole columns, wait as empty places, and open the story of their
/// task.
class TestGalleryView : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { Theme::apply(*qApp, Theme::Mode::Light); }
    void init();
    void cleanup();

    void columnsFillTheWidth_data();
    void columnsFillTheWidth();
    void emptyItSaysWhatWillBeThere();
    void picturesOnTheirWayHaveAPlace();
    void enterOpensTheStory();
    void picturesHaveNames();
    void itForgetsTheOldestAndANewRunForgetsAll();

private:
    void add(int count, QSize size = {160, 107});
    int inked() const;

    std::unique_ptr<Session> m_session;
    std::unique_ptr<GalleryModel> m_model;
    std::unique_ptr<GalleryView> m_view;
    std::unique_ptr<RecordingWriter> m_writer;
};

void TestGalleryView::init()
{
    m_session = std::make_unique<Session>();
    m_model = std::make_unique<GalleryModel>(*m_session);
    m_view = std::make_unique<GalleryView>(*m_model);
    m_writer = std::make_unique<RecordingWriter>(m_session->recording());
    m_view->resize(400, 300);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestGalleryView::cleanup()
{
    m_view.reset();
    m_model.reset();
    m_session.reset();
}

void TestGalleryView::add(int count, QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    for (int i = 0; i < count; ++i) {
        const TaskId task = m_writer->queue(u"http://s/image/%1"_s.arg(i));
        m_writer->tell();
        m_model->add(task, image);
    }
}

/// Pixels of the view that are not its ground.
int TestGalleryView::inked() const
{
    const QImage image = m_view->viewport()->grab().toImage().convertToFormat(QImage::Format_RGB32);
    const QRgb ground = image.pixel(0, 0);
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixel(x, y) != ground;
    }
    return count;
}

void TestGalleryView::columnsFillTheWidth_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("columns");
    QTest::newRow("narrow") << 150 << 1;
    QTest::newRow("side pane") << 260 << 2;
    QTest::newRow("usual") << 400 << 3;
    QTest::newRow("wide") << 900 << 8;
}

void TestGalleryView::columnsFillTheWidth()
{
    QFETCH(int, width);
    QFETCH(int, columns);
    m_view->resize(width, 300);
    add(1, {40, 120}); // a tall one does not make the others narrow
    add(columns);
    QCoreApplication::processEvents();
    const QRect first = m_view->visualRect(m_model->index(0, 0));
    const QRect last = m_view->visualRect(m_model->index(columns - 1, 0));
    QCOMPARE(last.top(), first.top());
    QVERIFY(first.width() >= m_view->gridSize().width() - 2);
    QVERIFY2(last.right() <= m_view->viewport()->width(), "the last column is cut off");
    QVERIFY(m_view->visualRect(m_model->index(columns, 0)).top() > first.top());
    QCOMPARE(m_view->horizontalScrollBar()->maximum(), 0);
}

void TestGalleryView::emptyItSaysWhatWillBeThere()
{
    const int words = inked();
    QVERIFY(words > 0);
    m_view->setExpected(3); // places instead of words
    QVERIFY(inked() > 3 * words);
}

void TestGalleryView::picturesOnTheirWayHaveAPlace()
{
    m_view->setExpected(3);
    const int places = inked();
    m_view->setExpected(6);
    const int more = inked();
    QVERIFY2(qAbs(more - 2 * places) < places / 50, "twice as many places");
    m_view->setExpected(0);
    add(3);
    QCoreApplication::processEvents();
    QVERIFY2(qAbs(inked() - places) < places / 10, "pictures are where their places were");
}

void TestGalleryView::enterOpensTheStory()
{
    add(4);
    QSignalSpy inspect(m_view.get(), &GalleryView::inspectRequested);
    m_view->setFocus();
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(inspect.size(), 1);
    QCOMPARE(inspect[0][0].value<TaskId>(), TaskId(2));
    const QPoint third = m_view->visualRect(m_model->index(2, 0)).center();
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, third);
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, third);
    QCOMPARE(inspect.size(), 2);
    QCOMPARE(inspect[1][0].value<TaskId>(), TaskId(3));
}

void TestGalleryView::picturesHaveNames()
{
    m_session->setBaseAddress(u"http://s/"_s);
    add(2);
    QCOMPARE(m_model->index(1, 0).data(Qt::AccessibleTextRole).toString(), u"image/1"_s);
}

void TestGalleryView::itForgetsTheOldestAndANewRunForgetsAll()
{
    add(GalleryModel::maxImages + 10);
    QCOMPARE(m_model->rowCount(), GalleryModel::maxImages);
    QCOMPARE(m_model->taskAt(0), TaskId(11));
    m_session->recording().clear();
    QCOMPARE(m_model->rowCount(), 0);
}

QTEST_MAIN(TestGalleryView)
#include "tst_galleryview.moc"
