// SPDX-License-Identifier: MIT
#include "fetch/addresslist.h"
#include "fetch/bodyverdict.h"
#include "fetch/fetchpolicy.h"
#include "require.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

void requireWait(const QByteArray &field)
{
    const QDateTime now = QDateTime::fromSecsSinceEpoch(1'700'000'000).toUTC();
    const auto wait = RetryPolicy::retryAfter(field, now);
    require(!wait || (*wait >= 0ms && *wait <= 24h), "a wait is no day longer");
}

void requireFraming(const QByteArray &length, const QByteArray &encoding)
{
    const Framing framing = Framing::read("GET", 200, length, encoding);
    require(framing.lengthInvalid || !framing.length || *framing.length >= 0,
            "a length is invalid or not negative");
    require(!framing.chunked || !framing.length || framing.isFault(), "two lengths are a fault");
    const BodyDecoder decoder({}, 10);
    const BodyVerdict verdict = BodyVerdict::judge(framing, 3, decoder, {});
    require((verdict.integrity == Integrity::Corrupt) == !verdict.fault.isEmpty(),
            "what is corrupt has a reason");
    require(verdict.integrity != Integrity::Complete || framing.length == 3,
            "complete is only what has the length announced");
    require(verdict.integrity != Integrity::Verified, "nothing is verified without a digest");
}

void requireDigest(const QByteArray &field)
{
    const auto digest = ContentDigest::fromField(field);
    require(!digest || !digest->matches() || field.contains("47DEQ") || field.contains("z4PhN"),
            "only the digest of nothing matches nothing");
}

void requireHop(const QUrl &from, const QByteArray &location)
{
    const auto target = RedirectPolicy::target(from, location);
    if (!target)
        return;
    require(target->userInfo().isEmpty(), "no name or password comes from a server");
    if (!RedirectPolicy::refusal(from, {*target}).isEmpty())
        return;
    require(target->scheme() == "https"_L1
                || (target->scheme() == "http"_L1 && from.scheme() == "http"_L1),
            "never to a scheme that is less safe");
    require(!target->host().isEmpty(), "never to nobody");
    FetchRequest request {.url = from, .headers = {{"Authorization", "x"}, {"Cookie", "y"}}};
    RedirectPolicy::follow(request, from, *target, 302);
    require(request.headers.isEmpty()
                || RedirectPolicy::origin(from) == RedirectPolicy::origin(*target),
            "what proves who asks stays with its origin");
}

} // namespace

/// The fields of a reply that decide something, one on each line.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    QByteArrayList fields = rawBytes(data, size).split('\n');
    fields.resize(5);
    requireWait(fields[0]);
    requireFraming(fields[1], fields[2]);
    requireDigest(fields[3]);
    requireHop(QUrl(u"https://a.example/x/y?z"_s), fields[4]);
    requireHop(QUrl(u"http://a.example:81/"_s), fields[4]);
    return 0;
}
