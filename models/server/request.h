// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>

#include <vector>

namespace practice {

enum class Method : quint8 { Get, Head, Post, Put, Delete, Options };

/// One request as it came over the wire. All views point into the parser's buffer: they hold until
/// the next call of RequestParser::append() or next().
struct Request
{
    struct Field
    {
        QByteArrayView name;
        QByteArrayView value;
    };

    Method method = Method::Get;
    bool keepAlive = true;
    bool acceptsGzip = false;
    QByteArrayView methodName;
    QByteArrayView target; ///< always begins with '/', or is "*"
    std::vector<Field> fields;
    QByteArrayView body;
};

} // namespace practice
