// SPDX-License-Identifier: MIT
#include "practice/requestparser.h"

#include <algorithm>
#include <array>
#include <utility>

namespace practice {

namespace {

constexpr QByteArrayView headEnd = "\r\n\r\n";

bool isTokenCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || (c != '\0' && QByteArrayView("!#$%&'*+-.^_`|~").contains(c));
}

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenCharacter);
}

bool isVisible(char c)
{
    return c > ' ' && c < 0x7f;
}

bool isForbiddenInValue(char c)
{
    return (uchar(c) < ' ' && c != '\t') || c == 0x7f;
}

bool sameName(QByteArrayView name, QByteArrayView other)
{
    return name.compare(other, Qt::CaseInsensitive) == 0;
}

/// Is \p word among the comma separated words of \p list? Parameters after ';' do not count,
/// except q=0, which refuses.
bool lists(QByteArrayView list, QByteArrayView word)
{
    while (!list.isEmpty()) {
        const qsizetype comma = list.indexOf(',');
        QByteArrayView item = comma < 0 ? list : list.first(comma);
        list = comma < 0 ? QByteArrayView() : list.sliced(comma + 1);
        const qsizetype semicolon = item.indexOf(';');
        const bool refused = semicolon >= 0
            && sameName(item.sliced(semicolon + 1).trimmed(), QByteArrayView("q=0"));
        if (semicolon >= 0)
            item = item.first(semicolon);
        if (sameName(item.trimmed(), word))
            return !refused;
    }
    return false;
}

bool methodOf(QByteArrayView name, Method *method)
{
    static constexpr std::array<std::pair<QByteArrayView, Method>, 6> known {{
        {"GET", Method::Get},
        {"HEAD", Method::Head},
        {"POST", Method::Post},
        {"PUT", Method::Put},
        {"DELETE", Method::Delete},
        {"OPTIONS", Method::Options},
    }};
    for (const auto &[text, value] : known) {
        if (text == name) {
            *method = value;
            return true;
        }
    }
    return false;
}

} // namespace

void RequestParser::append(QByteArrayView bytes)
{
    if (m_error)
        return;
    if (m_next > 0) {
        m_buffer.remove(0, m_next);
        m_scanned = std::max<qsizetype>(0, m_scanned - m_next);
        m_next = 0;
    }
    m_buffer.append(bytes);
}

RequestParser::Result RequestParser::next()
{
    if (m_error)
        return Result::Malformed;
    const QByteArrayView rest = QByteArrayView(m_buffer).sliced(m_next);
    const qsizetype end = rest.indexOf(headEnd, std::max<qsizetype>(0, m_scanned - m_next - 3));
    if (end < 0) {
        m_scanned = m_buffer.size();
        return rest.size() > m_limits.head ? fail(431) : Result::Incomplete;
    }
    m_scanned = m_next + end; // found at once when asked again for the body
    if (end + headEnd.size() > m_limits.head)
        return fail(431);
    if (!parseHead(rest.first(end)))
        return fail(m_error ? m_error : 400);
    const qsizetype headSize = end + headEnd.size();
    if (rest.size() < headSize + m_bodySize)
        return Result::Incomplete; // the head is parsed again then, because append() moves it
    m_request.body = rest.sliced(headSize, m_bodySize);
    m_next += headSize + m_bodySize;
    m_scanned = m_next;
    return Result::Complete;
}

RequestParser::Result RequestParser::fail(int status)
{
    m_error = status;
    m_buffer.clear();
    m_next = 0;
    return Result::Malformed;
}

bool RequestParser::parseHead(QByteArrayView head)
{
    m_request.fields.clear();
    m_request.acceptsGzip = false;
    m_bodySize = 0;
    m_hasHost = false;
    m_hasLength = false;
    bool isFirst = true;
    while (!head.isEmpty() || isFirst) {
        const qsizetype end = head.indexOf("\r\n");
        const QByteArrayView line = end < 0 ? head : head.first(end);
        head = end < 0 ? QByteArrayView() : head.sliced(end + 2);
        if (!(std::exchange(isFirst, false) ? parseRequestLine(line) : parseField(line)))
            return false;
    }
    return m_hasHost || m_isOld;
}

bool RequestParser::parseRequestLine(QByteArrayView line)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    if (first <= 0 || last <= first + 1)
        return false;
    m_request.methodName = line.first(first);
    m_request.target = line.sliced(first + 1, last - first - 1);
    const QByteArrayView version = line.sliced(last + 1);
    if (!isToken(m_request.methodName) || !version.startsWith("HTTP/"))
        return false;
    const QByteArrayView target = m_request.target;
    if (!std::all_of(target.begin(), target.end(), isVisible))
        return false;
    m_isOld = version == "HTTP/1.0";
    m_request.keepAlive = !m_isOld;
    if (!m_isOld && version != "HTTP/1.1")
        m_error = 505;
    else if (!methodOf(m_request.methodName, &m_request.method))
        m_error = 501;
    else if (target.front() != '/' && !(target == "*" && m_request.method == Method::Options))
        m_error = 400;
    return m_error == 0;
}

bool RequestParser::parseField(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0 || !isToken(line.first(colon)))
        return false;
    const Request::Field field {line.first(colon), line.sliced(colon + 1).trimmed()};
    if (std::any_of(field.value.begin(), field.value.end(), isForbiddenInValue))
        return false;
    if (qsizetype(m_request.fields.size()) >= m_limits.fields) {
        m_error = 431;
        return false;
    }
    m_request.fields.push_back(field);
    return interpret(field);
}

bool RequestParser::interpret(const Request::Field &field)
{
    const auto is = [&field](QByteArrayView name) { return sameName(field.name, name); };
    if (is("Host"))
        return !std::exchange(m_hasHost, true);
    if (is("Content-Length"))
        return parseLength(field.value);
    if (is("Transfer-Encoding")) {
        m_error = 411; // a length is always known to the clients this server is for
        return false;
    }
    if (is("Connection")) {
        if (lists(field.value, "close"))
            m_request.keepAlive = false;
        else if (lists(field.value, "keep-alive"))
            m_request.keepAlive = true;
    } else if (is("Accept-Encoding")) {
        m_request.acceptsGzip = lists(field.value, "gzip");
    }
    return true;
}

bool RequestParser::parseLength(QByteArrayView value)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (std::exchange(m_hasLength, true) || value.isEmpty()
        || !std::all_of(value.begin(), value.end(), isDigit))
        return false;
    bool ok = false;
    const qlonglong length = value.toByteArray().toLongLong(&ok);
    if (!ok || length > m_limits.body) {
        m_error = 413;
        return false;
    }
    m_bodySize = qsizetype(length);
    return true;
}

} // namespace practice
