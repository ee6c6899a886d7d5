// SPDX-License-Identifier: MIT
#include "require.h"
#include "trace/jsonreader.h"

#include <QBuffer>
#include <QJsonDocument>

#include <vector>

namespace {

using Token = JsonReader::Token;

bool isBegin(Token token)
{
    return token == Token::BeginObject || token == Token::BeginArray;
}

/// To the end, or as far as it goes. \p skipsAt: after so many tokens the rest of a value is
/// skipped.
JsonReader::Fault readAll(QByteArray text, int skipsAt)
{
    QBuffer buffer(&text);
    buffer.open(QIODevice::ReadOnly);
    JsonReader reader(buffer, [](qint64) { return true; });
    qsizetype tokens = 0;
    std::vector<Token> open;
    Token token = reader.next();
    for (; token != Token::End && token != Token::Fault; token = reader.next()) {
        ++tokens;
        if (isBegin(token)) {
            open.push_back(token);
        } else if (token == Token::EndObject || token == Token::EndArray) {
            const Token begin = token == Token::EndObject ? Token::BeginObject : Token::BeginArray;
            require(!open.empty() && open.back() == begin, "what ends is what began last");
            open.pop_back();
        }
        require(qsizetype(open.size()) <= JsonReader::maxDepth, "depth has a bound");
        require(reader.text().size() <= JsonReader::maxText, "texts have a bound");
        if (tokens == skipsAt && token != Token::EndObject && token != Token::EndArray) {
            if (isBegin(token))
                open.pop_back();
            reader.skip();
        }
    }
    require(tokens <= text.size(), "each token takes a byte at least");
    require(reader.line() <= text.count('\n') + 1, "it is on a line of the file");
    require((token == Token::Fault) == (reader.fault() != JsonReader::Fault::None),
            "a fault has a reason, and nothing else has one");
    require(token != Token::End || open.empty(), "nothing is open at the end");
    require(reader.next() == token, "the end and a fault stay");
    return reader.fault();
}

bool isBound(JsonReader::Fault fault)
{
    return fault == JsonReader::Fault::TooDeep || fault == JsonReader::Fault::TextTooLong;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Fuzzed input(data, size);
    const int skipsAt = input.number(15);
    const JsonReader::Fault fault = readAll(input.rest(), -1);
    require((readAll(input.rest(), skipsAt) == JsonReader::Fault::None)
                || fault != JsonReader::Fault::None,
            "what can be read can be skipped");
    // Qt is less strict, as with "\:"; what it writes is not.
    const QJsonDocument document = QJsonDocument::fromJson(input.rest());
    if (!document.isNull()) {
        const JsonReader::Fault ofQt = readAll(document.toJson(QJsonDocument::Compact), -1);
        require(ofQt == JsonReader::Fault::None || isBound(ofQt), "what Qt writes is JSON");
    }
    return 0;
}
