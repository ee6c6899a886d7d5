// SPDX-License-Identifier: MIT
#include "fetch/bodydecoder.h"
#include "require.h"

#include <algorithm>
#include <array>

namespace {

struct Decoded
{
    BodyDecoder::State state;
    QByteArray body;
};

Decoded decode(const QByteArray &encoding, qint64 limit, const QByteArray &bytes, qsizetype piece)
{
    BodyDecoder decoder(encoding, limit);
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        const auto before = decoder.state();
        decoder.write(QByteArrayView(bytes).sliced(at, std::min(piece, bytes.size() - at)));
        require(before == BodyDecoder::State::Open || before == BodyDecoder::State::Ended
                    || before == decoder.state(),
                "a verdict stays");
    }
    const auto state = decoder.state();
    return {state, decoder.take()};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    constexpr std::array encodings {"gzip", "deflate", "", "X-GZIP", "br"};
    constexpr std::array<qint64, 3> limits {64 << 10, 100, 1};
    Fuzzed input(data, size);
    const QByteArray encoding = encodings[size_t(input.number(encodings.size() - 1))];
    const qint64 limit = limits[size_t(input.number(limits.size() - 1))];
    const int piece = 1 + input.number(31);
    const QByteArray &bytes = input.rest();
    const Decoded whole = decode(encoding, limit, bytes, std::max<qsizetype>(1, bytes.size()));
    const Decoded pieces = decode(encoding, limit, bytes, piece);
    require(whole.body.size() <= limit && pieces.body.size() <= limit, "a body has a bound");
    require(whole.state == pieces.state, "it does not matter how the bytes arrive");
    const bool isRead
        = whole.state == BodyDecoder::State::Open || whole.state == BodyDecoder::State::Ended;
    require(!isRead || whole.body == pieces.body, "what was decoded is the same");
    require(encoding != "br" || whole.body.isEmpty(), "an unknown encoding gives nothing");
    return 0;
}
