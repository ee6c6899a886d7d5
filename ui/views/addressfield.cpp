// SPDX-License-Identifier: MIT
#include "ui/views/addressfield.h"

#include "ui/views/addresseditor.h"
#include "ui/views/dropzone.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QToolButton>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace {

struct ReadList
{
    AddressList list;
    QByteArray text;
    QString fault;
};

ReadList readList(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {{},
                {},
                AddressField::tr("%1 cannot be opened: %2")
                    .arg(QFileInfo(path).fileName(), file.errorString())};
    }
    const QByteArray text = file.read(AddressField::maxFileBytes + 1);
    if (text.size() > AddressField::maxFileBytes) {
        return {{},
                {},
                AddressField::tr("%1 is larger than 64 MB and no list of addresses.")
                    .arg(QFileInfo(path).fileName())};
    }
    return {AddressList::parse(text), text, {}};
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
    , m_practice(linkButton(tr("Practice set"), this))
{
    setObjectName(u"AddressField"_s);
    setFrameShape(QFrame::StyledPanel);
    setAcceptDrops(true);
    m_line->setObjectName(u"Addresses"_s);
    m_line->setAccessibleName(tr("Addresses"));
    m_line->setFrame(false);
    m_line->setAcceptDrops(false); // the whole field takes drops
    m_line->setMaxLength(1'000'000);
    m_line->installEventFilter(this);
    auto *edit = linkButton(tr("Edit…"), this);
    auto *open = linkButton(tr("Open list…"), this);
    edit->setToolTip(tr("Write or paste a list of addresses"));
    open->setToolTip(tr("Open a file with an address on each line (Ctrl+O)"));
    m_practice->setToolTip(tr("Back to the addresses of the built-in practice server"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 0, 4, 0);
    layout->setSpacing(2);
    layout->addWidget(m_line, 1);
    for (QToolButton *button : {m_practice, edit, open})
        layout->addWidget(button);
    setFocusProxy(m_line);
    connect(edit, &QToolButton::clicked, this, &AddressField::edit);
    connect(open, &QToolButton::clicked, this, &AddressField::chooseFile);
    connect(m_practice, &QToolButton::clicked, this, &AddressField::usePracticeSet);
    connect(m_line, &QLineEdit::textEdited, this, &AddressField::sourceChanged);
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
    setSource({label, text, AddressList::parse(text), false});
}

void AddressField::openFile(const QString &path)
{
    auto *watcher = new QFutureWatcher<ReadList>(this);
    connect(watcher, &QFutureWatcher<ReadList>::finished, this, [this, watcher, path] {
        watcher->deleteLater();
        const ReadList read = watcher->result();
        if (read.fault.isEmpty())
            setSource({QFileInfo(path).fileName(), read.text, read.list, false});
        else
            emit failed(read.fault);
    });
    watcher->setFuture(QtConcurrent::run(readList, path));
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
    const QByteArray text = source().text;
    if (text.size() > AddressEditor::maxTextBytes) {
        return emit failed(tr("The list is too long to be edited here. Change it where it comes "
                              "from, and open it again."));
    }
    auto *editor = new AddressEditor(text, this);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    connect(editor, &QDialog::accepted, this,
            [this, editor] { setText(editor->text(), tr("your list")); });
    editor->open();
}

void AddressField::setSource(const AddressSource &source)
{
    m_source = source;
    m_line->clear();
    describe();
    emit sourceChanged();
}

void AddressField::describe()
{
    const int count = int(m_source.list.addresses().size());
    const int bad = int(m_source.list.rejected().size());
    const QString label = m_source.isPractice ? tr("Practice server") : m_source.label;
    QString text = label + u" · "_s + tr("%Ln address(es)", nullptr, count);
    if (bad > 0)
        text += u" · "_s + tr("%Ln bad line(s)", nullptr, bad);
    m_line->setPlaceholderText(text);
    m_line->setAccessibleDescription(text);
    m_practice->setVisible(!m_source.isPractice);
}

bool AddressField::pasteLines()
{
    const QString text = QApplication::clipboard()->text();
    if (!text.trimmed().contains(u'\n'))
        return false;
    setText(text.toUtf8(), tr("pasted list"));
    return true;
}

bool AddressField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Paste) && pasteLines())
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
    const QList<QUrl> urls = data.urls();
    if (urls.size() == 1 && urls.first().isLocalFile())
        openFile(urls.first().toLocalFile());
    else
        setText(data.text().toUtf8(), tr("dropped list"));
}
