// SPDX-License-Identifier: MIT
#include "lab/lesson.h"
#include "require.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(rawBytes(data, size));
    const Lesson lesson = Lesson::parse(text);
    qsizetype characters = lesson.why.size();
    for (const Lesson::Snippet &snippet : lesson.elsewhere) {
        characters += snippet.language.size() + snippet.code.size() + snippet.remark.size();
        require(!snippet.language.contains(u'\n'), "a language is one line");
    }
    require(characters <= text.size(), "a lesson has no more than its text");
    return 0;
}
