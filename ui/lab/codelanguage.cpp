// SPDX-License-Identifier: MIT
#include "ui/lab/codelanguage.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QSet<QString> words(const QString &text)
{
    const QStringList list = text.split(u' ');
    return {list.begin(), list.end()};
}

const CodeLanguage::Pair threeQuotes {u"\"\"\""_s, u"\"\"\""_s};
const CodeLanguage::Pair backticks {u"`"_s, u"`"_s};

CodeLanguage cpp()
{
    return {.name = u"C++"_s,
            .keywords = words(
                u"alignas auto bool break case catch char class concept const consteval constexpr "
                "constinit const_cast continue decltype default delete do double dynamic_cast else "
                "enum explicit extern false final float for friend goto if inline int long mutable "
                "namespace new noexcept nullptr operator override private protected public "
                "reinterpret_cast requires return short signed sizeof static static_assert "
                "static_cast struct switch template this thread_local throw true try typedef "
                "typename union unsigned using virtual void volatile while"_s),
            .pauses = words(u"co_await co_return co_yield"_s),
            .lineComment = u"//"_s,
            .quotes = u"\"'"_s,
            .longQuotes = {{u"R\"("_s, u")\""_s}},
            .hasDirectives = true};
}

CodeLanguage javaScript()
{
    return {
        .name = u"JavaScript"_s,
        .keywords = words(
            u"break case catch class const continue default delete do else export extends false "
            "finally for from function if import in instanceof let new null of return static "
            "super switch this throw true try typeof undefined var void while"_s),
        .pauses = words(u"async await yield"_s),
        .lineComment = u"//"_s,
        .quotes = u"\"'"_s,
        .longQuotes = {backticks}};
}

CodeLanguage python()
{
    return {.name = u"Python"_s,
            .keywords = words(
                u"False None True and as assert break case class continue def del elif else except "
                "finally for from global if import in is lambda match nonlocal not or pass raise "
                "return self try while with"_s),
            .pauses = words(u"async await yield"_s),
            .lineComment = u"#"_s,
            .hasBlockComments = false,
            .quotes = u"\"'"_s,
            .longQuotes = {threeQuotes, {u"'''"_s, u"'''"_s}}};
}

CodeLanguage cSharp()
{
    return {.name = u"C#"_s,
            .keywords = words(
                u"abstract as base bool break byte case catch char class const continue decimal "
                "default delegate do double else enum event false finally fixed float for foreach "
                "if in init int interface internal is lock long namespace new null object out "
                "override params private protected public readonly record ref return sealed short "
                "static string struct switch this throw true try uint ulong using var virtual void "
                "volatile when where while"_s),
            .pauses = words(u"async await yield"_s),
            .lineComment = u"//"_s,
            .quotes = u"\"'"_s,
            .longQuotes = {threeQuotes}};
}

CodeLanguage java()
{
    return {
        .name = u"Java"_s,
        .keywords = words(
            u"abstract boolean break byte case catch char class continue default do double else "
            "enum extends false final finally float for if implements import instanceof int "
            "interface long new null package private protected public record return short "
            "static super switch synchronized this throw throws true try var void volatile "
            "while"_s),
        .pauses = words(u"yield"_s),
        .lineComment = u"//"_s,
        .quotes = u"\"'"_s,
        .longQuotes = {threeQuotes}};
}

CodeLanguage go()
{
    return {.name = u"Go"_s,
            .keywords = words(
                u"any bool break byte case chan const continue default defer else error false for "
                "func goto if import int int64 interface map nil package range return string "
                "struct switch true type uint64 var"_s),
            .pauses = words(u"go select"_s),
            .lineComment = u"//"_s,
            .quotes = u"\"'"_s,
            .longQuotes = {backticks}};
}

CodeLanguage rust()
{
    return {.name = u"Rust"_s,
            .keywords = words(
                u"as bool break const continue crate dyn else enum extern false fn for i32 i64 if "
                "impl in let loop match mod move mut pub ref return self static str struct super "
                "trait true type u32 u64 u8 unsafe use usize where while"_s),
            .pauses = words(u"async await"_s),
            .lineComment = u"//"_s,
            .quotes = u"\"'"_s,
            .longQuotes = {{u"r#\""_s, u"\"#"_s}},
            .hasLifetimes = true};
}

} // namespace

const CodeLanguage &CodeLanguage::of(QStringView name)
{
    static const CodeLanguage none;
    static const QList<CodeLanguage> languages {cpp(),  javaScript(), python(), cSharp(),
                                                java(), go(),         rust()};
    const auto found = std::ranges::find_if(
        languages, [name](const CodeLanguage &language) { return language.name == name; });
    return found == languages.end() ? none : *found;
}
