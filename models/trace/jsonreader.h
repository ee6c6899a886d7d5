// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

class QIODevice;

/// Takes JSON apart, token by token, as it comes from a device. Needs no more memory than the
/// longest text, whatever stands in the file; it never recurses. Belongs to one thread.
class JsonReader final
{
public:
    enum class Token : quint8 {
        BeginObject,
        EndObject,
        BeginArray,
        EndArray,
        Key, ///< text()
        String, ///< text()
        Number, ///< integer()
        Literal, ///< true, false or null
        End, ///< of the document
        Fault, ///< fault(); it stays at that
    };
    enum class Fault : quint8 {
        None,
        NoJson, ///< not what JSON allows here
        Empty, ///< nothing but white space
        CutShort, ///< ends within the document
        TooDeep, ///< more than maxDepth levels
        TextTooLong, ///< more than maxText
        ReadError, ///< the device says why
        Stopped, ///< goOn said so
    };
    static constexpr qsizetype maxDepth = 64;
    static constexpr qsizetype maxText = 1 << 20; ///< bytes of a text that is not skipped

    /// \p device is open and outlives it. \p goOn is asked for each block with the number of bytes
    /// read so far.
    JsonReader(QIODevice &device, std::function<bool(qint64 bytes)> goOn);

    Token next();
    /// Passes over the rest of the value that the last token began; after a key over its value.
    /// False when that hits a fault.
    bool skip();

    const QString &text() const { return m_text; }
    /// Of a Number without a fraction that fits.
    std::optional<qint64> integer() const;
    Fault fault() const { return m_fault; }
    /// Where it is, from 1.
    qint64 line() const { return m_line; }

private:
    enum class Expects : quint8 { Value, ValueOrEnd, KeyOrEnd, Key, CommaOrEnd, Nothing };

    int peek();
    int take();
    int takeAfterSpace();
    bool refill();
    Token fail(Fault fault);
    Token unexpected(int byte);
    Token value(int byte);
    Token begin(char kind);
    Token end(char kind);
    Token key();
    Token string(Token token);
    bool readText();
    bool readEscape();
    void keepBytes();
    Token number(int byte);
    Token literal(int byte);
    void valueDone();

    QIODevice &m_device;
    std::function<bool(qint64)> m_goOn;
    QByteArray m_block;
    qsizetype m_at = 0;
    qint64 m_bytes = 0; // read so far
    qint64 m_line = 1;
    std::vector<char> m_open; // '{' and '['
    Expects m_expects = Expects::Value;
    Fault m_fault = Fault::None;
    bool m_isSkipping = false;
    Token m_last = Token::End;
    QString m_text;
    QByteArray m_raw; // UTF-8 or the digits of a number
};
