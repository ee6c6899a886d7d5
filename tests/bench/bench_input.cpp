// SPDX-License-Identifier: MIT
// The window takes a list of 1,000,000 lines by each of its doors: the worst lag while it comes,
// until it is there, and while it goes again.
#include "engine/engine.h"
#include "heartbeat.h"
#include "measure.h"
#include "side.h"
#include "ui/shell/mainwindow.h"
#include "ui/style/theme.h"
#include "ui/workbench/addresseditor.h"
#include "ui/workbench/addressfield.h"
#include "ui/workbench/runcontrols.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QProcess>
#include <QTemporaryFile>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int quickLines = 20'000;

QByteArray linesOf(const SideOptions &options)
{
    QByteArray text;
    for (int i = options.scaled(1'000'000, quickLines); i > 0; --i)
        text += i % 100 == 0 ? "mailto:nobody@example.org\n"
                             : "http://127.0.0.1:9/bytes/" + QByteArray::number(i) + "\n";
    return text;
}

/// The window, and what its loop does meanwhile.
class Window
{
public:
    explicit Window(qsizetype lines)
        : m_lines(lines)
    {
        m_window.workbench().setPracticeSet({u"http://127.0.0.1:9/"_s}, {});
        m_window.show();
        turnFor(500ms); // it is painted
    }

    AddressField &field() { return m_window.workbench().controls().addresses(); }

    /// The worst lag in milliseconds from \p give on until the list is there, and gone again.
    template <typename Give> double worstMs(const Give &give)
    {
        Heartbeat heartbeat;
        heartbeat.start();
        turnFor(50ms);
        give();
        turnUntil([this] {
            const AddressList list = field().source().list;
            return list.addresses().size() + list.rejected().size() == m_lines;
        });
        turnFor(200ms); // what is left to be painted
        field().usePracticeSet();
        turnFor(200ms);
        return double(heartbeat.summary().maxNs) / 1e6;
    }

    template <typename IsDone> static void turnUntil(const IsDone &isDone)
    {
        QEventLoop loop;
        QTimer look;
        QObject::connect(&look, &QTimer::timeout, &look, [&] {
            if (isDone())
                loop.quit();
        });
        look.start(5ms);
        runGuarded(loop);
    }

private:
    qsizetype m_lines;
    Engine m_engine;
    MainWindow m_window {m_engine};
};

void press(QWidget *widget, Qt::Key key)
{
    QKeyEvent event(QEvent::KeyPress, key, Qt::ControlModifier);
    QApplication::sendEvent(widget, &event);
}

/// Pasted into the editor of a list, which is then used.
void edit(AddressField &field)
{
    field.edit();
    auto *editor = field.findChild<AddressEditor *>();
    auto *sheet = editor->findChild<QPlainTextEdit *>();
    sheet->selectAll();
    press(sheet, Qt::Key_V);
    Window::turnUntil([sheet] { return sheet->document()->characterCount() > 1'000; });
    editor->accept();
}

} // namespace

QJsonObject inputOurs(const SideOptions &options)
{
    QApplication application(options.argc, options.argv);
    Theme::apply(application, Theme::Mode::Light);
    const QByteArray text = linesOf(options);
    QTemporaryFile file;
    if (!file.open() || file.write(text) != text.size() || !file.flush())
        giveUp(file.errorString());
    QMimeData dropped;
    dropped.setText(QString::fromUtf8(text));
    QProcess other; // what is pasted was copied in another program, where that is possible
    if (QGuiApplication::platformName() == "xcb"_L1) {
        other.start(QCoreApplication::applicationFilePath(),
                    {u"input-copied"_s, u"-"_s, u"-"_s, options.quick ? u"--quick"_s : QString()});
        if (!other.waitForReadyRead(60'000))
            giveUp(u"Nothing was copied."_s);
    } else {
        QApplication::clipboard()->setText(dropped.text());
    }
    Window window(text.count('\n'));
    AddressField &field = window.field();
    auto *line = field.findChild<QLineEdit *>();
    const double pasted = window.worstMs([line] { press(line, Qt::Key_V); });
    const double droppedMs = window.worstMs([&] { field.take(dropped); });
    const double opened = window.worstMs([&] { field.openFile(file.fileName()); });
    const double edited = window.worstMs([&] { edit(field); });
    other.kill();
    other.waitForFinished();
    return {{u"pastedMs"_s, pasted},
            {u"droppedMs"_s, droppedMs},
            {u"openedMs"_s, opened},
            {u"editedMs"_s, edited},
            {u"worstMs"_s, std::max({pasted, droppedMs, opened, edited})}};
}

/// Another program that has copied the text; until it is killed.
QJsonObject inputCopied(const SideOptions &options)
{
    const QApplication application(options.argc, options.argv);
    QApplication::clipboard()->setText(QString::fromUtf8(linesOf(options)));
    std::puts("copied");
    std::fflush(stdout);
    QApplication::exec();
    return {};
}
