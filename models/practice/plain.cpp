// SPDX-License-Identifier: MIT
#include "practice/endpoints.h"
#include "practice/tally.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace practice {

namespace {

constexpr int mostKeys = 10'000; // of flaky

QByteArray location(const QByteArray &target)
{
    return "Location: " + target + "\r\n";
}

QByteArray retryAfter(qint64 seconds)
{
    return "Retry-After: " + QByteArray::number(seconds) + "\r\n";
}

QString latin(QByteArrayView text)
{
    return QString::fromLatin1(text.data(), text.size());
}

} // namespace

Reply echo(Call &call)
{
    QJsonObject fields;
    for (const Request::Field &field : call.request.fields) {
        QJsonValueRef value = fields[latin(field.name).toLower()];
        value
            = value.isNull() ? latin(field.value) : value.toString() + u", "_s + latin(field.value);
    }
    const QByteArrayView target = call.request.target;
    return jsonReply({{u"method"_s, latin(call.request.methodName)},
                      {u"path"_s, latin(target.sliced(call.site.prefix.size()))},
                      {u"headers"_s, fields},
                      {u"bodyBytes"_s, call.request.body.size()}});
}

Reply counters(Call &call)
{
    const ServerCounters seen = call.site.tally->snapshot();
    return jsonReply({{u"requests"_s, seen.requests},
                      {u"connections"_s, seen.connections},
                      {u"openConnections"_s, seen.openConnections},
                      {u"peakConnections"_s, seen.peakConnections},
                      {u"concurrent"_s, seen.concurrent},
                      {u"peakConcurrent"_s, seen.peakConcurrent},
                      {u"rejected"_s, seen.rejected},
                      {u"peakBuffered"_s, seen.peakBuffered}});
}

Reply status(Call &call)
{
    const int code = int(call.query.parse("CODE", call.argument, 200, 200, 599));
    QByteArray more;
    if (call.query.has("retry-after"))
        more = retryAfter(call.query.number("retry-after", 1, 0, 86'400));
    return sentence(code, "This is status " + QByteArray::number(code) + ", as you asked.", more);
}

Reply redirect(Call &call)
{
    const qint64 hops = call.query.parse("N", call.argument, 3, 0, 1000);
    if (hops == 0)
        return sentence(200, "You have arrived.");
    const QByteArray how = call.query.text("how", "relative");
    QByteArray next = QByteArray::number(hops - 1) + "?how=" + how;
    if (how == "path") {
        next = call.site.prefix + "redirect/" + next;
    } else if (how == "absolute") {
        const auto &fields = call.request.fields;
        const auto host = std::find_if(fields.begin(), fields.end(), [](const auto &field) {
            return field.name.compare(QByteArrayView("Host"), Qt::CaseInsensitive) == 0;
        });
        if (host != fields.end())
            next = "http://" + host->value.toByteArray() + call.site.prefix + "redirect/" + next;
    } else if (how != "relative") {
        call.query.complain("how must be absolute, path or relative.");
    } else if (call.argument.isEmpty()) {
        next.prepend("redirect/");
    }
    return sentence(302, "One step further.", location(next));
}

Reply redirectLoop(Call &call)
{
    return sentence(302, "Round and round.", location(call.site.prefix + "redirect-loop"));
}

Reply redirectTo(Call &call)
{
    const int code = int(call.query.number("status", 302, 300, 399));
    if (!call.query.has("url"))
        return sentence(code, "Nowhere.");
    QByteArray target = call.query.text("url");
    target.replace('\r', "").replace('\n', "");
    return sentence(code, "Over there.", location(target));
}

Reply flaky(Call &call)
{
    const qint64 failures = call.query.parse("N", call.argument, 2, 0, 1000);
    const QByteArray how = call.query.text("how", "503");
    const bool again = call.query.flag("again");
    if (how != "503" && how != "reset")
        call.query.complain("how must be 503 or reset.");
    if (!call.query.problem().isEmpty())
        return {};
    QHash<QByteArray, int> &seen = call.site.failures;
    if (seen.size() >= mostKeys)
        seen.clear(); // bounded memory matters more than the count of so many keys
    int &count = seen[call.query.text("key", call.path.toByteArray())];
    if (count >= failures) {
        if (again)
            count = 0;
        return sentence(200, "It works after " + QByteArray::number(failures) + " failures.");
    }
    ++count;
    if (how == "reset")
        return rawReply({}, Reply::Ending::Reset);
    return sentence(503, "Not yet, try again.");
}

Reply overload(Call &call)
{
    const qint64 limit = call.query.number("limit", 4, 0, 4096);
    const std::chrono::milliseconds time(call.query.number("ms", 100, 0, 600'000));
    std::shared_ptr<int> &busy = call.site.overload;
    if (*busy >= limit)
        return sentence(503, "Too many at once.", retryAfter(1));
    Reply reply = sentence(200, "There was room.");
    reply.delay = time;
    ++*busy;
    reply.held = std::shared_ptr<void>(nullptr, [busy](void *) { --*busy; });
    return reply;
}

} // namespace practice
