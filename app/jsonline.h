// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QJsonValue>

#include <initializer_list>
#include <utility>

/// An object of JSON Lines with its keys in the order given: QJsonObject sorts them, and people who
/// read the lines want what it is about first.
namespace JsonLine {

using Field = std::pair<QLatin1StringView, QJsonValue>;

/// Without a line feed.
QByteArray object(std::initializer_list<Field> fields);
/// "[…]" of \p elements that are JSON already.
QByteArray array(const QByteArrayList &elements);
/// \p object with a last member whose value is JSON already.
QByteArray with(const QByteArray &object, QLatin1StringView key, const QByteArray &json);

} // namespace JsonLine
