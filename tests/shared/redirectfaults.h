// SPDX-License-Identifier: MIT
#pragma once

#include "record/outcome.h"

#include <QList>

/// Where the practice server leads to when it is asked for \c path, and how such a fetch has to
/// end.
struct RedirectFault
{
    const char *name;
    const char *path;
    Outcome::Kind kind;
    const char *fragment; ///< of the sentence
    int hops;
};

inline QList<RedirectFault> redirectFaults()
{
    const auto failed = Outcome::Kind::Failed;
    const auto good = Outcome::Kind::Succeeded;
    return {
        {"none", "redirect/0", good, "", 0},
        {"relative", "redirect/3", good, "", 3},
        {"path", "redirect/3?how=path", good, "", 3},
        {"absolute", "redirect/3?how=absolute", good, "", 3},
        {"ten", "redirect/10", good, "", 10},
        {"eleven", "redirect/11", failed, "Redirected 11 times", 11},
        {"loop", "redirect-loop", failed, "Redirected 11 times", 11},
        {"file", "redirect-to?url=file:///etc/passwd", failed,
         "file:///etc/passwd, which is no web address", 1},
        {"script", "redirect-to?url=javascript:alert(1)", failed, "no web address", 1},
        {"no host", "redirect-to?url=http:///x", failed, "refused", 1},
        {"missing", "redirect-to", failed, "without a usable address", 0},
        {"empty", "redirect-to?url=", failed, "without a usable address", 0},
        {"bad", "redirect-to?url=http://[::bad/", failed, "without a usable address", 0},
    };
}
