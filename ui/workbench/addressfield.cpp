// SPDX-License-Identifier: MIT
#include "ui/workbench/addressfield.h"

#include "ui/widgets/dropzone.h"
#include "ui/workbench/addresseditor.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QThreadPool>
#include <QToolButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr int soonMs = 150;
// What no hand types, but assistive technology may put there.
constexpr int longestLine = 256 << 10;

AddressText textOf(const QString &path, const std::stop_token &stop)
{
    constexpr qint64 portion = 1 << 20;
    const QFileInfo info(path);
    if (info.exists() && !info.isFile() && !info.isDir()) // reading a pipe may last for ever
        return {.fault = AddressField::tr("%1 is no file.").arg(info.fileName())};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {
            .fault
            = AddressField::tr("%1 cannot be opened: %2").arg(info.fileName(), file.errorString())};
    }
    AddressText read;
    for (QByteArray part = file.read(portion); !part.isEmpty() && !stop.stop_requested();
         part = file.read(portion)) {
        read.text += part;
        if (read.text.size() > AddressField::maxFileBytes) {
            return {.fault = AddressField::tr("%1 is larger than 64 MB and no list of addresses.")
                                 .arg(info.fileName())};
        }
    }
    if (file.error() != QFileDevice::NoError) // part of it is no list that anybody meant
        return {
            .fault
            = AddressField::tr("%1 cannot be read: %2").arg(info.fileName(), file.errorString())};
    return read;
}

/// It goes into the line and is typed; several lines do not.
bool isForTheLine(QStringView text)
{
    return text.size() <= AddressList::maxAddressLength && !text.trimmed().contains(u'\n');
}

/// A line of many addresses, too long to be typed, has one wherever there is a space.
AddressText wordsOf(const QByteArray &text)
{
    return {text.trimmed().contains('\n') ? text : text.simplified().replace(' ', '\n')};
}

QToolButton *linkButton(const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setText(text);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

AddressField::AddressField(QWidget *parent)
    : QFrame(parent)
    , m_line(new QLineEdit(this))
    , m_reading(new QLabel(tr("Reading …"), this))
    , m_practice(linkButton(tr("Practice set"), this))
    , m_edit(linkButton(tr("Edit…"), this))
{
    setObjectName(u"AddressField"_s);
    setFrameShape(QFrame::StyledPanel);
    setAcceptDrops(true);
    m_line->setObjectName(u"Addresses"_s);
    m_line->setAccessibleName(tr("Addresses"));
    m_line->setFrame(false);
    m_line->setAcceptDrops(false); // the whole field takes drops
    m_line->setMaxLength(longestLine);
    m_line->installEventFilter(this);
    m_reading->setAccessibleName(m_reading->text());
    m_reading->setForegroundRole(QPalette::PlaceholderText);
    m_reading->hide();
    auto *open = linkButton(tr("Open list…"), this);
    m_edit->setToolTip(tr("Write or paste a list of addresses"));
    open->setToolTip(tr("Open a file with an address on each line (Ctrl+O)"));
    m_practice->setToolTip(tr("Back to the addresses of the built-in practice server"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 0, 4, 0);
    layout->setSpacing(2);
    layout->addWidget(m_line, 1);
    layout->addWidget(m_reading);
    for (QToolButton *button : {m_practice, m_edit, open})
        layout->addWidget(button);
    setFocusProxy(m_line);
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    connect(open, &QToolButton::clicked, this, &AddressField::chooseFile);
    setupConnections();
}

void AddressField::setupConnections()
{
    connect(m_edit, &QToolButton::clicked, this, &AddressField::edit);
    connect(m_practice, &QToolButton::clicked, this, &AddressField::usePracticeSet);
    connect(m_line, &QLineEdit::textEdited, this, [this] {
        m_reader.stop(); // what is typed is newer
        emit sourceChanged();
    });
    connect(&m_reader, &AddressReader::finished, this, &AddressField::takeRead);
    connect(&m_reader, &AddressReader::readingChanged, this, &AddressField::showReading);
    connect(&m_clipboard, &ClipboardText::fetched, this, &AddressField::insert);
    connect(&m_clipboard, &ClipboardText::fetchingChanged, this, &AddressField::showReading);
    connect(&m_soon, &QTimer::timeout, m_reading, &QWidget::show);
}

void AddressField::setPracticeSet(const QStringList &addresses)
{
    m_practiceSet = addresses;
    usePracticeSet();
}

void AddressField::usePracticeSet()
{
    setSource({{}, m_practiceSet.join(u'\n').toUtf8(), AddressList::parse(m_practiceSet), true});
}

void AddressField::setText(const QByteArray &text, const QString &label)
{
    m_clipboard.stop();
    m_reader.read(label, text);
}

void AddressField::openFile(const QString &path)
{
    m_clipboard.stop();
    m_reader.read(QFileInfo(path).fileName(),
                  [path](const std::stop_token &stop) { return textOf(path, stop); });
}

AddressSource AddressField::source() const
{
    const QString typed = m_line->text().simplified();
    if (typed.isEmpty())
        return m_source;
    const QStringList lines = typed.split(u' ');
    return {tr("typed"), lines.join(u'\n').toUtf8(), AddressList::parse(lines), false};
}

void AddressField::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Open a list of addresses"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Lists of addresses (*.txt *.csv *.list)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &AddressField::openFile);
    dialog->open();
}

void AddressField::edit()
{
    if (isReading())
        return; // there is nothing yet
    const AddressSource given = source();
    const bool isLong = !AddressSheet::holds(given.text);
    auto *editor = new AddressEditor(isLong ? QByteArray() : given.text, this);
    if (isLong)
        editor->showWhole(given);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    connect(editor, &QDialog::accepted, this, [this, editor] {
        if (editor->isWhole())
            setSource(editor->source());
        else
            setText(editor->text(), tr("your list"));
    });
    editor->open();
}

void AddressField::takeRead(const AddressSource &source)
{
    if (source.fault.isEmpty())
        setSource(source);
    else
        emit failed(source.fault);
}

void AddressField::setSource(const AddressSource &source)
{
    m_clipboard.stop();
    m_reader.stop();
    if (m_source.text.size() > AddressReader::atOnce) // to give many megabytes back takes a while
        QThreadPool::globalInstance()->start([old = std::exchange(m_source, {})] {});
    m_source = source;
    m_line->clear();
    const QString text = source.summary();
    m_line->setPlaceholderText(text);
    m_line->setAccessibleDescription(text);
    m_practice->setVisible(!source.isPractice);
    emit sourceChanged();
}

void AddressField::showReading()
{
    if (!isReading()) {
        m_soon.stop();
        m_reading->hide();
    } else if (m_reading->isHidden() && !m_soon.isActive()) {
        m_soon.start();
    }
    m_edit->setEnabled(!isReading());
    emit readingChanged();
}

/// False when the line itself is to take it.
bool AddressField::paste(QClipboard::Mode mode)
{
    if (!ClipboardText::isAtHand(mode)) {
        if (mode == QClipboard::Selection)
            m_line->deselect();
        m_pasteAt = m_line->hasSelectedText() ? m_line->selectionStart() : m_line->cursorPosition();
        m_clipboard.fetch(mode);
        m_reader.stop(); // what is pasted is newer
        return true;
    }
    const QString text = QApplication::clipboard()->text(mode);
    if (isForTheLine(text))
        return false;
    m_clipboard.stop();
    if (text.size() <= AddressReader::atOnce)
        m_reader.read(tr("pasted list"), text);
    else
        m_reader.read(tr("pasted list"),
                      [text](const std::stop_token &) { return wordsOf(text.toUtf8()); });
    return true;
}

/// What was pasted when the cursor was elsewhere, perhaps; what was typed since stays behind it.
void AddressField::insert(const QByteArray &text)
{
    if (text.isEmpty())
        return emit failed(ClipboardText::nothing());
    if (text.size() > 3 * AddressList::maxAddressLength || !isForTheLine(QString::fromUtf8(text)))
        return m_reader.read(tr("pasted list"),
                             [text](const std::stop_token &) { return wordsOf(text); });
    const bool isSelected = m_line->selectionStart() == m_pasteAt; // still, and is replaced
    const int typed = isSelected ? 0 : m_line->cursorPosition() - m_pasteAt;
    if (!isSelected)
        m_line->setCursorPosition(m_pasteAt);
    m_line->insert(QString::fromUtf8(text.trimmed()));
    m_line->setCursorPosition(m_line->cursorPosition() + std::max(0, typed));
}

/// The one of Qt asks another program for all that it copied, only to know whether there is any.
void AddressField::showMenu(const QPoint &place)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [menu](const QString &text, QKeySequence::StandardKey key, bool isEnabled,
                            const auto &act) {
        QAction *action = menu->addAction(text, key, menu, act);
        action->setEnabled(isEnabled);
    };
    const bool isSelected = m_line->hasSelectedText();
    add(tr("&Undo"), QKeySequence::Undo, m_line->isUndoAvailable(), [this] { m_line->undo(); });
    add(tr("&Redo"), QKeySequence::Redo, m_line->isRedoAvailable(), [this] { m_line->redo(); });
    menu->addSeparator();
    add(tr("Cu&t"), QKeySequence::Cut, isSelected, [this] { m_line->cut(); });
    add(tr("&Copy"), QKeySequence::Copy, isSelected, [this] { m_line->copy(); });
    add(tr("&Paste"), QKeySequence::Paste, true, [this] {
        if (!paste(QClipboard::Clipboard))
            m_line->paste();
    });
    add(tr("Delete"), QKeySequence::Delete, isSelected, [this] { m_line->del(); });
    menu->addSeparator();
    add(tr("Select All"), QKeySequence::SelectAll, !m_line->text().isEmpty(),
        [this] { m_line->selectAll(); });
    menu->popup(place);
}

bool AddressField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_line || !m_line->isEnabled())
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        // As QLineEdit does.
        const bool isOfSelection = key->key() == Qt::Key_Insert
            && key->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier);
        if (key->matches(QKeySequence::Paste)
            && paste(isOfSelection ? QClipboard::Selection : QClipboard::Clipboard))
            return true;
    } else if (event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (mouse->button() == Qt::MiddleButton && paste(QClipboard::Selection))
            return true;
    } else if (event->type() == QEvent::ContextMenu) {
        showMenu(static_cast<QContextMenuEvent *>(event)->globalPos());
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

void AddressField::dragEnterEvent(QDragEnterEvent *event)
{
    const QMimeData &data = *event->mimeData();
    if (!DropZone::traceIn(data).isEmpty())
        event->ignore(); // that is for the window
    else if (data.hasUrls() || data.hasText())
        event->acceptProposedAction();
}

void AddressField::dropEvent(QDropEvent *event)
{
    take(*event->mimeData());
    event->acceptProposedAction();
}

void AddressField::take(const QMimeData &data)
{
    const QString file = DropZone::fileIn(data);
    if (!file.isEmpty())
        return openFile(file);
    m_clipboard.stop();
    if (data.hasFormat(u"text/plain"_s))
        m_reader.read(tr("dropped list"), data.text());
    else
        m_reader.read(tr("dropped list"), data.data(u"text/uri-list"_s));
}
