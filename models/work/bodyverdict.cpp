// SPDX-License-Identifier: MIT
#include "work/bodyverdict.h"

#include "work/fetchtext.h"

Framing Framing::read(const QByteArray &method, int status, const QByteArray &contentLength,
                      const QByteArray &transferEncoding)
{
    Framing framing;
    framing.chunked = transferEncoding.toLower().contains("chunked");
    framing.bodiless = method == "HEAD" || status == 204 || status == 304;
    if (contentLength.isEmpty())
        return framing;
    for (const QByteArray &part : contentLength.split(',')) {
        bool isNumber = false;
        const QByteArray digits = part.trimmed();
        const qint64 length = digits.toLongLong(&isNumber);
        const bool differs = framing.length && *framing.length != length;
        framing.lengthInvalid |= !isNumber || length < 0 || differs || digits.startsWith('+');
        framing.length = length;
    }
    return framing;
}

BodyVerdict BodyVerdict::judge(const Framing &framing, qint64 wireBytes, const BodyDecoder &decoder,
                               std::optional<bool> digestMatches)
{
    const auto corrupt = [](const QString &fault) {
        return BodyVerdict {Integrity::Corrupt, fault};
    };
    if (framing.lengthInvalid)
        return corrupt(FetchText::lengthInvalid());
    if (framing.chunked && framing.length)
        return corrupt(FetchText::lengthAndChunked());
    if (!framing.bodiless && framing.length && wireBytes < *framing.length)
        return {Integrity::Corrupt, FetchText::endedEarly(wireBytes, *framing.length), true};
    if (digestMatches && !*digestMatches)
        return corrupt(FetchText::digestDiffers());
    const bool hasBody = wireBytes > 0;
    if (decoder.state() == BodyDecoder::State::Corrupt)
        return corrupt(FetchText::compressionBroken());
    if (hasBody && decoder.isCompressed() && decoder.state() != BodyDecoder::State::Ended)
        return corrupt(FetchText::compressionCutShort());
    if (digestMatches)
        return {Integrity::Verified};
    if (framing.bodiless || (framing.length && wireBytes == *framing.length))
        return {Integrity::Complete};
    if (hasBody && decoder.isCompressed())
        return {Integrity::Complete}; // its end and checksum are part of the stream
    return {Integrity::Unverified};
}
