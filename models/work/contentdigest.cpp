// SPDX-License-Identifier: MIT
#include "work/contentdigest.h"

namespace {

/// The bytes of the member \p name of a structured-field dictionary whose values are byte
/// sequences (RFC 8941: `name=:base64:;parameters`); empty when it is not there or is no base64.
/// The last one counts when there are several (RFC 8941, 3.2).
QByteArray member(const QByteArray &field, QByteArrayView name)
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

std::optional<ContentDigest> ContentDigest::fromField(const QByteArray &field)
{
    if (QByteArray expected = member(field, "sha-512"); !expected.isEmpty())
        return ContentDigest(QCryptographicHash::Sha512, std::move(expected));
    if (QByteArray expected = member(field, "sha-256"); !expected.isEmpty())
        return ContentDigest(QCryptographicHash::Sha256, std::move(expected));
    return std::nullopt;
}

ContentDigest::ContentDigest(QCryptographicHash::Algorithm algorithm, QByteArray expected)
    : m_hash(std::make_unique<QCryptographicHash>(algorithm))
    , m_expected(std::move(expected))
{
}
