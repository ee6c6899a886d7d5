// SPDX-License-Identifier: MIT
#include "trace/jsonreader.h"

#include <QIODevice>

#include <charconv>
#include <cmath>
#include <cstring>

namespace {

constexpr qint64 blockBytes = 1 << 16;
constexpr int nothing = -1; // instead of a byte: the end, or a fault

bool isSpace(int byte)
{
    return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
}

bool isOfNumber(int byte)
{
    return (byte >= '0' && byte <= '9') || byte == '-' || byte == '+' || byte == '.' || byte == 'e'
        || byte == 'E';
}

int hexValue(int byte)
{
    if (byte >= '0' && byte <= '9')
        return byte - '0';
    if (byte >= 'a' && byte <= 'f')
        return byte - 'a' + 10;
    return byte >= 'A' && byte <= 'F' ? byte - 'A' + 10 : -1;
}

} // namespace

JsonReader::JsonReader(QIODevice &device, std::function<bool(qint64)> goOn)
    : m_device(device)
    , m_goOn(std::move(goOn))
{
}

JsonReader::Token JsonReader::next()
{
    if (m_fault != Fault::None)
        return Token::Fault;
    const int byte = takeAfterSpace();
    if (byte == nothing && m_fault == Fault::None && m_expects == Expects::Nothing)
        return m_last = Token::End;
    if (byte == nothing)
        return m_last = unexpected(byte);
    switch (m_expects) {
    case Expects::Value: return m_last = value(byte);
    case Expects::ValueOrEnd: return m_last = byte == ']' ? end('[') : value(byte);
    case Expects::KeyOrEnd:
        if (byte == '}')
            return m_last = end('{');
        [[fallthrough]];
    case Expects::Key: return m_last = byte == '"' ? key() : unexpected(byte);
    case Expects::CommaOrEnd:
        if (byte == ',') {
            m_expects = m_open.back() == '{' ? Expects::Key : Expects::Value;
            return next();
        }
        return m_last
            = byte == ']' || byte == '}' ? end(byte == ']' ? '[' : '{') : unexpected(byte);
    case Expects::Nothing: return m_last = unexpected(byte);
    }
    Q_UNREACHABLE();
}

bool JsonReader::skip()
{
    m_isSkipping = true;
    const bool isAfterKey = m_last == Token::Key;
    const bool isOpen = m_last == Token::BeginObject || m_last == Token::BeginArray;
    const size_t depth = m_open.size() - (isOpen ? 1 : 0);
    if (isAfterKey)
        next();
    while (m_fault == Fault::None && m_open.size() > depth)
        next();
    m_isSkipping = false;
    return m_fault == Fault::None;
}

std::optional<qint64> JsonReader::integer() const
{
    const char *first = m_raw.constBegin();
    const char *last = m_raw.constEnd();
    qint64 integer = 0;
    if (const auto [end, error] = std::from_chars(first, last, integer);
        error == std::errc() && end == last)
        return integer;
    // Other programs write the same number as 1e3 or 1000.0.
    constexpr double exact = 1LL << 53;
    bool isNumber = false;
    const double number = m_raw.toDouble(&isNumber);
    if (!isNumber || std::abs(number) > exact || number != std::trunc(number))
        return std::nullopt;
    return qint64(number);
}

bool JsonReader::refill()
{
    if (m_fault != Fault::None)
        return false;
    if (!m_goOn(m_bytes)) {
        fail(Fault::Stopped);
        return false;
    }
    m_block.resize(blockBytes);
    const qint64 size = m_device.read(m_block.data(), blockBytes);
    m_block.resize(std::max<qint64>(0, size));
    m_at = 0;
    m_bytes += m_block.size();
    if (size < 0)
        fail(Fault::ReadError);
    return size > 0;
}

int JsonReader::peek()
{
    if (m_at == m_block.size() && !refill())
        return nothing;
    return quint8(m_block[m_at]);
}

int JsonReader::take()
{
    const int byte = peek();
    if (byte == nothing)
        return nothing;
    ++m_at;
    m_line += byte == '\n';
    return byte;
}

int JsonReader::takeAfterSpace()
{
    int byte = take();
    while (isSpace(byte))
        byte = take();
    return byte;
}

JsonReader::Token JsonReader::fail(Fault fault)
{
    if (m_fault == Fault::None)
        m_fault = fault;
    return Token::Fault;
}

JsonReader::Token JsonReader::unexpected(int byte)
{
    if (byte != nothing)
        return fail(Fault::NoJson);
    const bool isEmpty = m_open.empty() && m_expects == Expects::Value;
    return fail(isEmpty ? Fault::Empty : Fault::CutShort);
}

void JsonReader::valueDone()
{
    m_expects = m_open.empty() ? Expects::Nothing : Expects::CommaOrEnd;
}

JsonReader::Token JsonReader::value(int byte)
{
    switch (byte) {
    case '{':
    case '[': return begin(char(byte));
    case '"': return string(Token::String);
    case 't':
    case 'f':
    case 'n': return literal(byte);
    default: return isOfNumber(byte) ? number(byte) : unexpected(byte);
    }
}

JsonReader::Token JsonReader::begin(char kind)
{
    if (qsizetype(m_open.size()) == maxDepth)
        return fail(Fault::TooDeep);
    m_open.push_back(kind);
    m_expects = kind == '{' ? Expects::KeyOrEnd : Expects::ValueOrEnd;
    return kind == '{' ? Token::BeginObject : Token::BeginArray;
}

JsonReader::Token JsonReader::end(char kind)
{
    if (m_open.back() != kind)
        return fail(Fault::NoJson);
    m_open.pop_back();
    valueDone();
    return kind == '{' ? Token::EndObject : Token::EndArray;
}

JsonReader::Token JsonReader::key()
{
    if (string(Token::Key) == Token::Fault)
        return Token::Fault;
    const int byte = takeAfterSpace();
    if (byte != ':')
        return unexpected(byte);
    m_expects = Expects::Value;
    return Token::Key;
}

JsonReader::Token JsonReader::string(Token token)
{
    m_text.clear();
    m_raw.clear();
    if (!readText())
        return Token::Fault;
    keepBytes();
    valueDone();
    return token;
}

/// Up to the quote that ends the text.
bool JsonReader::readText()
{
    for (int byte = take(); byte != '"'; byte = take()) {
        if (byte == nothing || byte < ' ')
            return unexpected(byte), false;
        if (byte == '\\') {
            if (!readEscape())
                return false;
            continue;
        }
        if (m_isSkipping)
            continue;
        if (m_text.size() + m_raw.size() >= maxText)
            return fail(Fault::TextTooLong), false;
        m_raw += char(byte);
    }
    return true;
}

bool JsonReader::readEscape()
{
    constexpr char names[] = "\"\\/bfnrt";
    constexpr char16_t meanings[] = u"\"\\/\b\f\n\r\t";
    const int byte = take();
    const char *name = byte > 0 ? std::strchr(names, byte) : nullptr;
    if (!name && byte != 'u')
        return unexpected(byte), false;
    char16_t unit = name ? meanings[name - names] : u'\0';
    for (int i = 0; !name && i < 4; ++i) {
        const int digit = take();
        if (hexValue(digit) < 0)
            return unexpected(digit), false;
        unit = char16_t(unit << 4 | hexValue(digit));
    }
    if (m_isSkipping)
        return true;
    keepBytes();
    m_text += QChar(unit);
    return true;
}

void JsonReader::keepBytes()
{
    m_text += QString::fromUtf8(m_raw);
    m_raw.clear();
}

JsonReader::Token JsonReader::number(int byte)
{
    constexpr qsizetype longest = 64;
    m_raw = QByteArray(1, char(byte));
    while (isOfNumber(peek()) && m_raw.size() < longest)
        m_raw += char(take());
    bool isNumber = false;
    m_raw.toDouble(&isNumber);
    if (!isNumber)
        return unexpected(peek());
    valueDone();
    return Token::Number;
}

JsonReader::Token JsonReader::literal(int byte)
{
    const char *rest = byte == 't' ? "rue" : byte == 'f' ? "alse" : "ull";
    for (; *rest; ++rest) {
        const int next = take();
        if (next != *rest)
            return unexpected(next);
    }
    valueDone();
    return Token::Literal;
}
