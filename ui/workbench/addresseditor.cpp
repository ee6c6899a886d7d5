// SPDX-License-Identifier: MIT
#include "ui/workbench/addresseditor.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

QByteArray utf8(const QString &text)
{
    return text.toUtf8();
}

const QByteArray &utf8(const QByteArray &text)
{
    return text;
}

} // namespace

AddressSheet::AddressSheet(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTabChangesFocus(true);
    connect(&m_clipboard, &ClipboardText::fetched, this, [this](const QByteArray &text) {
        if (text.isEmpty())
            emit failed(ClipboardText::nothing());
        else if (holds(text))
            insert(m_pasteAt, QString::fromUtf8(text));
        else
            outgrow(m_pasteAt, text);
    });
    connect(&m_clipboard, &ClipboardText::fetchingChanged, this, &AddressSheet::fetchingChanged);
}

void AddressSheet::freeze()
{
    m_clipboard.stop();
    setReadOnly(true);
}

bool AddressSheet::holds(QStringView text)
{
    return text.size() <= maxChars && text.count(u'\n') < maxLines;
}

bool AddressSheet::holds(const QByteArray &text)
{
    return text.size() <= maxChars && text.count('\n') < maxLines;
}

/// Qt 6.4 looks at the first of no formats when nobody owns the clipboard, and dies of it.
bool AddressSheet::canInsertFromMimeData(const QMimeData *data) const
{
    if (ClipboardText::elsewhere(data))
        return true;
    return data && !data->formats().isEmpty() && QPlainTextEdit::canInsertFromMimeData(data);
}

void AddressSheet::insertFromMimeData(const QMimeData *data)
{
    if (!data || isReadOnly())
        return;
    if (const auto mode = ClipboardText::elsewhere(data)) {
        m_pasteAt = textCursor();
        m_clipboard.fetch(*mode);
    } else if (data->hasText()) {
        insert(textCursor(), data->text());
    }
}

void AddressSheet::insert(QTextCursor cursor, const QString &text)
{
    if (!holds(text))
        return outgrow(cursor, text);
    const QString all = toPlainText();
    const int from = cursor.selectionStart();
    const int to = cursor.selectionEnd();
    if (!holds(all.first(from) + text + all.sliced(to)))
        return outgrow(cursor, text);
    cursor.insertText(text);
    ensureCursorVisible();
}

template <typename Text> void AddressSheet::outgrow(const QTextCursor &cursor, const Text &text)
{
    const QString all = toPlainText();
    const QString before = all.first(cursor.selectionStart());
    const QString after = all.sliced(cursor.selectionEnd());
    emit outgrown([before, text, after](const std::stop_token &) {
        return AddressText {before.toUtf8() + utf8(text) + after.toUtf8()};
    });
}

namespace {

constexpr int pauseMs = 200;
constexpr qsizetype shownFaults = 4;
constexpr qsizetype previewBytes = 8 << 10;

/// The first lines, whole ones if there are any.
QString previewOf(const QByteArray &text)
{
    const QByteArray first = text.first(std::min(text.size(), previewBytes));
    const qsizetype end = first.lastIndexOf('\n');
    return QString::fromUtf8(first.first(end < 0 ? first.size() : end)) + u"\n…"_s;
}

} // namespace

AddressEditor::AddressEditor(const QByteArray &text, QWidget *parent)
    : QDialog(parent)
    , m_title(new QLabel(this))
    , m_hint(new QLabel(tr("One address on each line, http or https. Lines that begin with # are "
                           "left out."),
                        this))
    , m_sheet(new AddressSheet(this))
    , m_verdict(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
    , m_use(m_buttons->addButton(tr("Use this list"), QDialogButtonBox::AcceptRole))
{
    setWindowTitle(tr("Addresses"));
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText); // a file may have any name
    QFont strong = font();
    strong.setBold(true);
    m_title->setFont(strong);
    m_title->hide();
    m_hint->setWordWrap(true);
    m_sheet->setPlainText(QString::fromUtf8(text));
    m_sheet->setAccessibleName(tr("List of addresses"));
    m_sheet->setPlaceholderText(
        tr("https://example.org/picture.jpg\nhttps://example.org/text.txt"));
    m_verdict->setWordWrap(true);
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setAccessibleName(tr("Verdict"));
    m_use->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addWidget(m_hint);
    layout->addWidget(m_sheet, 1);
    layout->addWidget(m_verdict);
    layout->addWidget(m_buttons);
    resize(640, 420);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(m_sheet, &QPlainTextEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_sheet, &AddressSheet::outgrown, this, &AddressEditor::outgrow);
    connect(m_sheet, &AddressSheet::fetchingChanged, this, &AddressEditor::updateUse);
    connect(m_sheet, &AddressSheet::failed, this, &AddressEditor::fail);
    connect(&m_pause, &QTimer::timeout, this, &AddressEditor::judge);
    connect(&m_reader, &AddressReader::finished, this, &AddressEditor::tell);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    judge();
}

void AddressEditor::showWhole(const AddressSource &source)
{
    becomeWhole();
    m_buttons->setStandardButtons(QDialogButtonBox::Close); // there is nothing to be changed
    m_use->hide();
    tell(source);
}

QByteArray AddressEditor::text() const
{
    return m_isWhole ? m_source.text : m_sheet->toPlainText().toUtf8();
}

void AddressEditor::judge()
{
    if (!m_isWhole)
        m_reader.read({}, m_sheet->toPlainText());
}

/// What was pasted becomes the list, as if the sheet held it.
void AddressEditor::outgrow(const AddressReader::Fetch &whole)
{
    becomeWhole();
    m_source = {};
    updateUse();
    m_verdict->setText(tr("Reading …"));
    m_reader.read(tr("pasted list"), whole);
}

void AddressEditor::becomeWhole()
{
    m_isWhole = true;
    m_pause.stop();
    m_sheet->freeze();
}

void AddressEditor::fail(const QString &sentence)
{
    m_verdict->setText(sentence);
    m_verdict->show();
}

/// Not while some of the list is still on its way.
void AddressEditor::updateUse()
{
    m_use->setEnabled(!m_sheet->isFetching() && !m_source.list.addresses().isEmpty());
}

void AddressEditor::tell(const AddressSource &source)
{
    m_source = source;
    QStringList lines;
    if (m_isWhole)
        tellWhole();
    else
        lines.append(tr("%Ln address(es)", nullptr, int(source.list.addresses().size())));
    lines += source.faults(shownFaults);
    m_verdict->setText(lines.join(u'\n'));
    m_verdict->setVisible(!lines.isEmpty());
    updateUse();
}

void AddressEditor::tellWhole()
{
    m_title->setText(m_source.summary());
    m_title->show();
    m_hint->setText(tr("These are its first lines. It is too long to be edited here, where a list "
                       "may have %L1 lines and %L2 characters. Change it where it comes from.")
                        .arg(AddressSheet::maxLines)
                        .arg(AddressSheet::maxChars));
    m_sheet->setPlainText(previewOf(m_source.text));
}
