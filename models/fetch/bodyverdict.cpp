// SPDX-License-Identifier: MIT
#include "fetch/bodyverdict.h"

#include "fetch/fetchtext.h"

namespace {

/// The bytes of the member \p name of a structured-field dictionary whose values are byte
/// sequences (RFC 8941: `name=:base64:;parameters`); empty when it is not there or is no base64.
/// The last one counts when there are several (RFC 8941, 3.2).
QByteArray digestMember(const QByteArray &field, QByteArrayView name)
{
    QByteArray found;
    for (const QByteArray &part : field.split(',')) {
        const QByteArray item = part.trimmed();
        const qsizetype equals = item.indexOf('=');
        if (equals < 0 || item.left(equals).toLower() != name)
            continue;
        const QByteArray value = item.mid(equals + 1).split(';').first().trimmed();
        found.clear();
        if (value.size() < 2 || !value.startsWith(':') || !value.endsWith(':'))
            continue;
        if (const auto decoded = QByteArray::fromBase64Encoding(
                value.mid(1, value.size() - 2), QByteArray::AbortOnBase64DecodingErrors))
            found = *decoded;
    }
    return found;
}

} // namespace

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

std::optional<ContentDigest> ContentDigest::fromField(const QByteArray &field)
{
    if (QByteArray expected = digestMember(field, "sha-512"); !expected.isEmpty())
        return ContentDigest(QCryptographicHash::Sha512, std::move(expected));
    if (QByteArray expected = digestMember(field, "sha-256"); !expected.isEmpty())
        return ContentDigest(QCryptographicHash::Sha256, std::move(expected));
    return std::nullopt;
}

ContentDigest::ContentDigest(QCryptographicHash::Algorithm algorithm, QByteArray expected)
    : m_hash(std::make_unique<QCryptographicHash>(algorithm))
    , m_expected(std::move(expected))
{
}

BodyVerdict BodyVerdict::judge(const Framing &framing, qint64 wireBytes, const BodyDecoder &decoder,
                               std::optional<bool> digestMatches)
{
    const auto corrupt = [](const QString &fault) {
        return BodyVerdict {Integrity::Corrupt, fault};
    };
    if (framing.lengthInvalid)
        return corrupt(
            FetchText::tr("Protocol fault: the reply's Content-Length is no valid length."));
    if (framing.chunked && framing.length)
        return corrupt(FetchText::tr(
            "Protocol fault: the reply gives a Content-Length and is chunked as well."));
    if (!framing.bodiless && framing.length && wireBytes < *framing.length)
        return {Integrity::Corrupt,
                FetchText::tr("Ended at %1 of %2; the rest is missing.")
                    .arg(FetchText::size(wireBytes), FetchText::size(*framing.length)),
                true};
    if (digestMatches && !*digestMatches)
        return corrupt(FetchText::tr("Corrupt: the body does not match its Content-Digest."));
    const bool hasBody = wireBytes > 0;
    if (decoder.state() == BodyDecoder::State::Corrupt)
        return corrupt(FetchText::tr("Corrupt: the compressed body is damaged."));
    if (hasBody && decoder.isCompressed() && decoder.state() != BodyDecoder::State::Ended)
        return corrupt(FetchText::tr("Corrupt: the compressed body is cut short."));
    if (digestMatches)
        return {Integrity::Verified};
    if (framing.bodiless || (framing.length && wireBytes == *framing.length))
        return {Integrity::Complete};
    if (hasBody && decoder.isCompressed())
        return {Integrity::Complete}; // its end and checksum are part of the stream
    return {Integrity::Unverified};
}
