// SPDX-License-Identifier: MIT
#include "loop/functionname.h"

#include <QRegularExpression>

#include <cstdlib>
#include <cxxabi.h>
#include <memory>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestArguments = 16;
constexpr QStringView openers = u"(<{[";
constexpr QStringView closers = u")>}]";

/// Behind the group that opens at \p begin, whatever is nested in it; the end when it never closes.
qsizetype behindGroup(QStringView text, qsizetype begin)
{
    int depth = 0;
    for (qsizetype i = begin; i < text.size(); ++i) {
        const bool isArrow = text[i] == u'>' && i > 0 && text[i - 1] == u'-';
        if (openers.contains(text[i]))
            ++depth;
        else if (closers.contains(text[i]) && !isArrow && --depth == 0)
            return i + 1;
    }
    return text.size();
}

/// The argument of the template at the beginning of \p text that is a lambda of somebody's, such
/// as the slot that a connection was made with.
QString calledLambda(const QString &text)
{
    static constexpr std::array callers {
        "QtPrivate::QFunctorSlotObject<"_L1, "QtPrivate::QCallableObject<"_L1,
        "std::_Function_handler<"_L1, "QtConcurrent::StoredFunctionCall<"_L1};
    for (const QLatin1StringView caller : callers) {
        if (!text.startsWith(caller))
            continue;
        const qsizetype end = behindGroup(text, caller.size() - 1) - 1;
        qsizetype begin = caller.size();
        for (qsizetype i = begin; i < end; ++i) {
            if (openers.contains(text[i]))
                i = behindGroup(text, i) - 1;
            if (text[i] != u',' && i + 1 < end)
                continue;
            const QString argument = text.mid(begin, (text[i] == u',' ? i : end) - begin).trimmed();
            if (argument.contains("{lambda("_L1))
                return argument;
            begin = i + 1;
        }
    }
    return {};
}

/// One group of the text at \p begin, as it shall be read.
QString readableGroup(QStringView group)
{
    if (group == "(anonymous namespace)"_L1)
        return group.toString();
    if (group.startsWith("{lambda"_L1))
        return u"{lambda}"_s;
    if (group.startsWith(u'{'))
        return group.toString();
    if (group.startsWith(u'<'))
        return group.size() <= longestArguments + 2 ? group.toString() : u"<…>"_s;
    return {}; // parameters, or a tag of the ABI
}

bool endsWithOperator(const QString &name)
{
    // Not destroyed, here and below: the thread of the watchdog may outlive exit().
    static const auto &expression = *new QRegularExpression(u"(^|[^\\w])operator\\W?$"_s);
    return expression.match(name).hasMatch();
}

} // namespace

QString FunctionName::readable(const QByteArray &symbol)
{
    if (symbol.isEmpty())
        return {};
    const QByteArray plain = symbol.split('@').first(); // the rest is its version
    int status = 0;
    const std::unique_ptr<char, decltype(&std::free)> demangled(
        abi::__cxa_demangle(plain.constData(), nullptr, nullptr, &status), &std::free);
    // Only what was mangled has anything to be left out.
    return status == 0 ? shortened(QString::fromUtf8(demangled.get()))
                       : QString::fromUtf8(plain.split('.').first());
}

QString FunctionName::shortened(const QString &demangled)
{
    const QString lambda = calledLambda(demangled);
    const QString whole = (lambda.isEmpty() ? demangled : lambda).section(" [clone"_L1, 0, 0);
    const QStringView text(whole);
    QString name;
    for (qsizetype i = 0; i < text.size();) {
        const bool isOperator = endsWithOperator(name);
        if (isOperator && text.sliced(i).startsWith("()"_L1)) {
            name += "()"_L1;
            i += 2;
        } else if (openers.contains(text[i])
                   && !(isOperator && (text[i] == u'<' || text[i] == u'['))) {
            const qsizetype end = behindGroup(text, i);
            name += readableGroup(text.sliced(i, end - i));
            i = end;
        } else if (text[i] == u' ' && !isOperator) {
            const bool isQualifier = i > 0 && text[i - 1] == u')';
            if (isQualifier && text.sliced(i).startsWith(" const"_L1))
                i += 6;
            else
                ++i, name.clear(); // so far it was what is returned
        } else {
            name += text[i++];
        }
    }
    if (name.endsWith("{lambda}::operator()"_L1))
        name.chop(12);
    return name;
}

bool FunctionName::isOfALibrary(const QString &function)
{
    static const auto &library = *new QRegularExpression(
        u"^(std::|__|Q[A-Z]\\w*(<.*>)?::|Qt(Private|Concurrent)?::|q[A-Z]|qt_|operator |operator<<)"_s);
    return library.match(function).hasMatch();
}
