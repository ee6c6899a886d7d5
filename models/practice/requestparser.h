// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
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

/// Makes requests of bytes. Pure: no socket, no clock, no thread of its own. It is strict: CRLF
/// only, no folded fields, one Content-Length at most, no chunked request bodies.
///
/// Append what arrived, then call next() until it says Incomplete. Its memory is bounded by the
/// limits plus the size of one append().
class RequestParser
{
public:
    struct Limits
    {
        qsizetype head = 16 * 1024; ///< bytes of request line and fields
        qsizetype fields = 100;
        qsizetype body = 1024 * 1024; ///< bytes
    };
    enum class Result { Incomplete, Complete, Malformed };

    RequestParser() = default;
    explicit RequestParser(const Limits &limits)
        : m_limits(limits)
    {
    }

    void append(QByteArrayView bytes);
    /// Complete: request() is the next one. Malformed: errorStatus() says how to answer, and no
    /// further request comes out.
    Result next();
    const Request &request() const { return m_request; }
    /// 400, 411, 413, 431, 501 or 505 after Malformed, otherwise 0.
    int errorStatus() const { return m_error; }
    /// No byte of an unfinished request is here.
    bool isIdle() const { return m_error == 0 && m_next == m_buffer.size(); }

private:
    Result fail(int status);
    bool parseHead(QByteArrayView head);
    bool parseRequestLine(QByteArrayView line);
    bool parseField(QByteArrayView line);
    bool parseLength(QByteArrayView value);
    bool interpret(const Request::Field &field);

    Limits m_limits;
    QByteArray m_buffer;
    Request m_request;
    qsizetype m_next = 0; // where the next request begins
    qsizetype m_scanned = 0; // the end of the head is not before this
    qsizetype m_bodySize = 0;
    int m_error = 0;
    bool m_isOld = false; // HTTP/1.0
    bool m_hasHost = false;
    bool m_hasLength = false;
};

} // namespace practice
