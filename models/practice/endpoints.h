// SPDX-License-Identifier: MIT
#pragma once

#include "practice/site.h"

namespace practice {

/// A new endpoint is one function here and one line in the table in endpoints.cpp.
///
/// Sizes take k and M (1024, 1048576). "(x)" is the value without the parameter. Times are in
/// milliseconds, up to 600,000. A parameter out of its limits is answered with 400 and a sentence.
///
/// All endpoints
///   delay=MS (0)          wait before the first byte
///   fail=STATUS           answer with this status, 400 to 599, instead
/// Where it says "body parameters"
///   digest=1|0|wrong (1)  Content-Digest: sha-256=:…: of the bytes as they travel
///   chunked=1             no Content-Length
///   gzip=1                Content-Encoding: gzip, when the client accepts it
///   rate=BYTES_PER_S      no faster than this
///
/// Good bodies
///   bytes/N (1k)          N bytes, up to 1 GiB; key=K other bytes of that size. Body parameters;
///                         digest up to 64 MiB, gzip up to 16 MiB
///   image/N (1)           picture number N as PNG; w= (960), h= (640), up to 4096. Body parameters
///   photo/N (1)           picture number N as JPEG of about 375 KB; w= (1920), h= (1080). Same
///   text/N (1)            text number N; words= (20000), up to 1,000,000. Body parameters
///   echo                  method, address, fields and body size of the request as JSON
///   counters              what the server saw, as JSON
/// Resources as JSON, numbers 1 to 1,000,000, at most 100 at once
///   users/ID, users?ids=  → orders?user=ID → details/ORDER, details?ids= → shipping/DETAIL
/// Time
///   delay/MS (1000)       then a little JSON
///   drip                  bytes= (20), one every ms= (100). Body parameters but rate
///   drip-header           a field every ms= (100), for ever
///   hang                  never a byte
///   endless               never an end, as fast as it is read
/// Status
///   status/CODE (200)     200 to 599; retry-after=S
///   redirect/N (3)        N redirects, then 200; how=absolute|path|relative (relative)
///   redirect-loop         to itself
///   redirect-to           Location: url= as given, none without url; status= (302)
///   flaky/N (2)           fails N times per key= (the address), then succeeds; how=503|reset
///                         (503); again=1: then fails again
///   overload              503 with Retry-After above limit= (4) at once; otherwise after ms= (100)
/// Cut short
///   reset-before, close-before            RST or FIN before any byte
///   reset-within          RST after bytes= (1000) of of= (4000)
///   truncate/N (155k)     N bytes of of= (500k), then FIN
/// Lengths and chunks that lie; digest=1|0 (1 for length-short, otherwise 0) tells the truth
///   length-long           Content-Length larger than the body, then FIN
///   length-short          Content-Length smaller than the body, connection kept
///   length-negative, length-twice, length-and-chunked
///   chunk-bad, chunk-negative, chunk-huge, chunk-unterminated
///   gzip-truncated, gzip-corrupt
///   gzip-bomb             of mib= (64), up to 1024
/// Strange replies
///   headers-many          n= (150) fields, up to 100,000
///   header-big            one field of kb= (1024) KiB, up to 16384
///   not-http, no-status   garbage; fields without a status line
///   early-hints           103, then 200
///   continue-flood        n= (2000) times 100, up to 100,000, then 200
///   nocontent-body        204 with a body, connection kept
using Endpoint = Reply (*)(Call &call);

/// nullptr when there is none of this name.
Endpoint endpointOf(QByteArrayView name);

// content.cpp, resources.cpp
Reply bytes(Call &call);
Reply image(Call &call);
Reply photo(Call &call);
Reply text(Call &call);
Reply users(Call &call);
Reply orders(Call &call);
Reply details(Call &call);
Reply shipping(Call &call);
// plain.cpp
Reply echo(Call &call);
Reply counters(Call &call);
Reply status(Call &call);
Reply redirect(Call &call);
Reply redirectLoop(Call &call);
Reply redirectTo(Call &call);
Reply flaky(Call &call);
Reply overload(Call &call);
// slow.cpp
Reply delay(Call &call);
Reply drip(Call &call);
Reply dripHeader(Call &call);
Reply hang(Call &call);
Reply endless(Call &call);
// cut.cpp
Reply resetBefore(Call &call);
Reply closeBefore(Call &call);
Reply resetWithin(Call &call);
Reply truncate(Call &call);
// lies.cpp
Reply lengthLong(Call &call);
Reply lengthShort(Call &call);
Reply lengthNegative(Call &call);
Reply lengthTwice(Call &call);
Reply lengthAndChunked(Call &call);
Reply chunkBad(Call &call);
Reply chunkNegative(Call &call);
Reply chunkHuge(Call &call);
Reply chunkUnterminated(Call &call);
Reply gzipTruncated(Call &call);
Reply gzipCorrupt(Call &call);
Reply gzipBomb(Call &call);
// strange.cpp
Reply headersMany(Call &call);
Reply headerBig(Call &call);
Reply notHttp(Call &call);
Reply noStatus(Call &call);
Reply earlyHints(Call &call);
Reply continueFlood(Call &call);
Reply noContentBody(Call &call);

} // namespace practice
