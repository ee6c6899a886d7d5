// SPDX-License-Identifier: MIT
#include "practice/query.h"
#include "practice/requestparser.h"
#include "require.h"

#include <QByteArrayList>

#include <algorithm>
#include <array>

using namespace practice;

namespace {

// Small, so that the fuzzer can reach them; the real ones only differ in size.
constexpr RequestParser::Limits limits {.head = 256, .fields = 6, .body = 48};

void requireLimits(const Request &request, const QByteArray &bytes)
{
    const auto isOf = [&bytes](QByteArrayView part) { return part.size() <= bytes.size(); };
    require(request.target.startsWith('/') || request.target == "*", "a target is a path");
    require(request.target.size() < limits.head && isOf(request.target), "a target has a bound");
    require(qsizetype(request.fields.size()) <= limits.fields, "so many fields and no more");
    require(request.body.size() <= limits.body && isOf(request.body), "a body has a bound");
    qsizetype head = request.methodName.size() + request.target.size();
    for (const Request::Field &field : request.fields) {
        require(!field.name.isEmpty() && field.name.indexOf(' ') < 0, "a field has a name");
        require(field.value.indexOf('\n') < 0 && field.value.indexOf('\r') < 0,
                "no line hides in a value");
        head += field.name.size() + field.value.size();
    }
    require(head < limits.head, "a head has a bound");
}

/// What getters of endpoints do.
void ask(QByteArrayView target)
{
    const qsizetype mark = target.indexOf('?');
    const QByteArrayView text = mark < 0 ? QByteArrayView() : target.sliced(mark + 1);
    for (const QByteArrayView name : {"n", "rate", "delay", ""}) {
        Query query(text);
        require(query.text(name, "x").size() <= std::max<qsizetype>(text.size(), 1),
                "decoded text is no longer");
        const qint64 number = query.number(name, -7, 2, 1LL << 40);
        require(number == -7 || (number >= 2 && number <= 1LL << 40), "a number has its limits");
        require(query.has(name) || number == -7, "without a parameter it is the fallback");
        const bool isFine = query.problem().isEmpty();
        require(isFine || number == -7, "one that is wrong, too");
        require(isFine || query.problem().endsWith('.'), "a problem is a sentence");
    }
}

struct Story
{
    QByteArrayList targets {};
    QByteArrayList bodies {};
    int error = 0;

    bool operator==(const Story &) const = default;
};

Story parse(const QByteArray &bytes, qsizetype piece)
{
    Story story;
    RequestParser parser(limits);
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        parser.append(QByteArrayView(bytes).sliced(at, std::min(piece, bytes.size() - at)));
        auto result = parser.next();
        for (; result == RequestParser::Result::Complete; result = parser.next()) {
            requireLimits(parser.request(), bytes);
            ask(parser.request().target);
            story.targets.append(parser.request().target.toByteArray());
            story.bodies.append(parser.request().body.toByteArray());
            require(story.targets.size() <= bytes.size(), "a request takes bytes");
        }
        require((result == RequestParser::Result::Malformed) == (parser.errorStatus() != 0),
                "what is malformed has a status");
    }
    story.error = parser.errorStatus();
    constexpr std::array known {0, 400, 411, 413, 431, 501, 505};
    require(std::ranges::find(known, story.error) != known.end(), "a status that is announced");
    return story;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Fuzzed input(data, size);
    const int piece = 1 + input.number(31);
    const Story whole = parse(input.rest(), std::max<qsizetype>(1, input.rest().size()));
    require(parse(input.rest(), piece) == whole, "it does not matter how the bytes arrive");
    return 0;
}
