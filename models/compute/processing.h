// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

/// What is done with a body after it was fetched.
enum class Processing {
    None,
    Sha256,
    Thumbnail,
    WordCount,
    ByType, ///< a thumbnail of an image, the words of a text, the digest of anything else
};

/// What ByType means for a body of that Content-Type; any other processing is itself.
Processing resolved(Processing processing, const QByteArray &contentType);

/// "none", "sha256", "thumbnail", "words", "by-type": the command line's and the settings' names.
QLatin1StringView processingName(Processing processing);
/// Nothing for an unknown name.
std::optional<Processing> processingFromName(QStringView name);
