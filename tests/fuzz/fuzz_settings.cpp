// SPDX-License-Identifier: MIT
#include "require.h"
#include "ui/shell/pagestack.h"
#include "ui/shell/windowsettings.h"
#include "ui/style/icons.h"
#include "ui/widgets/page.h"
#include "ui/widgets/settingsreader.h"
#include "ui/workbench/runcontrols.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QMainWindow>
#include <QScreen>
#include <QSettings>
#include <QSpinBox>
#include <QSplitter>
#include <QTemporaryDir>

#include <memory>

#include <sanitizer/lsan_interface.h>

using namespace Qt::StringLiterals;

namespace {

/// The parts of the window that take something from the settings, and the file these are in. Qt
/// keeps what it read of a file by its name, so each input has a name of its own.
struct Scene
{
    Scene()
    {
        for (const QString &name : {u"one"_s, u"two"_s}) {
            pages.addPage(new Page(IconName::Workbench, name, name), {});
            splitter.addWidget(new QLabel(name));
        }
        splitter.resize(400, 300);
    }

    QString nextFile() { return folder.filePath(QString::number(++files)); }

    QTemporaryDir folder;
    int files = 0;
    RunControls controls;
    PageStack pages;
    QSplitter splitter;
    QMainWindow window;
};

std::unique_ptr<Scene> scene;

void requireBounds(const WindowSettings &window)
{
    require(!window.stallThreshold
                || (*window.stallThreshold >= WindowSettings::shortestStall
                    && *window.stallThreshold <= WindowSettings::longestStall),
            "a threshold has bounds");
    require(!window.blockWay || int(*window.blockWay) < blockWayCount, "a way is one there is");
    require(scene->controls.inFlight() >= 1 && scene->controls.inFlight() <= 1'000,
            "the fetches in flight have bounds");
    require(scene->controls.perHost() >= 1 && scene->controls.perHost() <= 1'000,
            "those to a host, too");
    const JobOptions options = scene->controls.options();
    require(options.limits.total.count() >= 1'000 && options.limits.total.count() <= 600'000,
            "and the time they take");
    require(scene->pages.page() != nullptr, "there is a page");
}

/// Nothing needs more memory than the screen has pixels.
void requireRoom()
{
    require(
        QGuiApplication::primaryScreen()->virtualGeometry().intersects(scene->window.geometry()),
        "the window can be found");
    const QSize screen = QGuiApplication::primaryScreen()->size();
    require(scene->window.width() <= 2 * screen.width()
                && scene->window.height() <= 2 * screen.height(),
            "the window is not larger than what shows it");
}

/// What was read is written, and is there the next time.
void requireKept(const WindowSettings &window, const QString &path)
{
    {
        QSettings settings(path, QSettings::IniFormat);
        window.write(settings);
        scene->controls.save(settings);
        scene->pages.save(settings);
    }
    const QSettings settings(path, QSettings::IniFormat);
    SettingsReader reader(settings);
    require(WindowSettings::read(reader) == window, "what was written is read again");
    const int inFlight = scene->controls.inFlight();
    const QWidget *page = scene->pages.page();
    scene->controls.restore(reader);
    scene->pages.restore(reader);
    require(reader.refused().isEmpty(), "and none of it is refused");
    require(scene->controls.inFlight() == inFlight && scene->pages.page() == page,
            "also by the parts of the window");
    QFile::remove(path);
}

} // namespace

/// A list may claim a length for which Qt asks for 64 GB, gets them or not, and lives: it touches
/// none of them. The sanitizer does, for its notes on each byte, unless they are refused.
extern "C" const char *__asan_default_options()
{
    return "allocator_may_return_null=1:max_allocation_size_mb=1024";
}

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // Never deleted: what Qt's fonts keep is a leak only once nobody knows of it any more.
    static const auto *const application = new QApplication(*argc, *argv);
    Q_UNUSED(application);
    // Nor is what Qt 6.8 keeps of a font for each thread, where clang 19 does not look for it.
    const __lsan::ScopedDisabler keepsFonts;
    scene = std::make_unique<Scene>();
    std::atexit([] { scene.reset(); });
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString path = scene->nextFile();
    QFile file(path);
    require(file.open(QIODevice::WriteOnly) && file.write(rawBytes(data, size)) == qint64(size),
            "the harness can write its file");
    file.close();
    const QSettings settings(path, QSettings::IniFormat);
    SettingsReader reader(settings);
    const WindowSettings window = WindowSettings::read(reader);
    scene->controls.restore(reader);
    scene->pages.restore(reader);
    reader.offer("workbench/parts"_L1, [](const QString &sizes) {
        return SplitterSizes::restore(scene->splitter, sizes);
    });
    window.place(scene->window);
    requireBounds(window);
    requireRoom();
    QFile::remove(path);
    if (size % 8 == 0) // writing takes far longer
        requireKept(window, scene->nextFile());
    return 0;
}
