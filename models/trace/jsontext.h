// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <utility>

/// Writes JSON where QJsonDocument would need the whole of it in memory, or would sort the keys
/// that a person reads in their order.
namespace JsonText {

/// Half of a surrogate pair is no text. Strict readers refuse its escape, ours brings it back.
enum class LoneSurrogates : quint8 { Replace, Escape };

/// Appends \p text to \p json as a string with its quotes, UTF-8.
void append(QByteArray &json, QStringView text, LoneSurrogates lone = LoneSurrogates::Replace);
/// The same as a value of its own.
QByteArray string(QStringView text);
/// "name":value, the value a number, a text, or JSON already.
QByteArray member(const char *name, qint64 value);
QByteArray member(const char *name, const QString &text);
QByteArray member(const char *name, const QByteArray &json);
/// The same of values of any kind, as QJsonDocument writes them.
QList<QByteArray> members(const QList<std::pair<const char *, QJsonValue>> &fields);
QByteArray object(const QList<QByteArray> &members);
QByteArray array(const QList<QByteArray> &values);

} // namespace JsonText
