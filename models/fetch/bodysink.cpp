// SPDX-License-Identifier: MIT
#include "fetch/bodysink.h"

#include "fetch/fetchtext.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <filesystem>

using namespace Qt::StringLiterals;
namespace fs = std::filesystem;

namespace {

class MemorySink final : public BodySink
{
public:
    bool write(QByteArrayView bytes) override
    {
        m_body.append(bytes);
        return true;
    }
    QByteArray take() override { return std::move(m_body); }

private:
    QByteArray m_body;
};

/// Writes beside the file that is meant, and takes its place when all is there: what was called so
/// before stays until then. QSaveFile would wait for the disk, and all other fetches with it.
class FileSink final : public BodySink
{
public:
    explicit FileSink(const QString &name)
        : m_name(name)
    {
        const QFileInfo info(name);
        std::error_code error; // then it is none
        // Such as /dev/null: it cannot be replaced, and must not be removed.
        m_isDevice = fs::is_character_file(info.filesystemFilePath(), error);
        if (info.exists() && !((info.isFile() || m_isDevice) && info.isWritable())) {
            fail(FetchText::tr("it is no file that may be written"));
            return;
        }
        // Behind a link is the file that is meant.
        m_target = info.exists() ? info.canonicalFilePath() : name;
        m_part.setFileName(
            m_isDevice ? m_target
                       : u"%1.%2.part"_s.arg(
                           m_target, QString::number(QRandomGenerator::global()->generate(), 36)));
        m_isOpen = m_part.open(QIODevice::WriteOnly | QIODevice::Unbuffered
                               | (m_isDevice ? QIODevice::ExistingOnly : QIODevice::NewOnly));
        if (!m_isOpen)
            fail(m_part.errorString());
    }
    ~FileSink() override
    {
        if (m_isOpen && !m_isDevice) // else there is none of ours
            m_part.remove();
    }
    bool write(QByteArrayView bytes) override
    {
        while (!bytes.isEmpty()) { // what a full disk takes of it comes without an error
            const qint64 written = m_part.write(bytes.data(), bytes.size());
            if (written <= 0)
                return fail(m_part.errorString());
            bytes = bytes.sliced(written);
        }
        return true;
    }
    bool commit() override
    {
        m_part.close(); // where some systems say that the disk is full
        if (m_part.error() != QFileDevice::NoError)
            return fail(m_part.errorString());
        std::error_code error;
        if (!m_isDevice)
            fs::rename(m_part.filesystemFileName(), QFile(m_target).filesystemFileName(), error);
        if (error)
            return fail(QString::fromLocal8Bit(error.message().c_str()));
        m_isOpen = false;
        return true;
    }

private:
    bool fail(const QString &reason)
    {
        m_fault = FetchText::tr("The file %1 cannot be written: %2.")
                      .arg(QDir::toNativeSeparators(m_name), reason);
        return false;
    }

    const QString m_name;
    QString m_target;
    QFile m_part;
    bool m_isDevice = false;
    bool m_isOpen = false; // and of ours to remove
};

} // namespace

std::unique_ptr<BodySink> BodySink::make(const BodyDestination &destination)
{
    switch (destination.kind) {
    case BodyDestination::Kind::Memory: return std::make_unique<MemorySink>();
    case BodyDestination::Kind::Nothing: return std::make_unique<BodySink>();
    case BodyDestination::Kind::File: return std::make_unique<FileSink>(destination.fileName);
    }
    return nullptr;
}
