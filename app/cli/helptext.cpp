// SPDX-License-Identifier: MIT
#include "app/cli/helptext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

constexpr OptionText fetchOptions[] {
    {"list"_L1, "FILE"_L1,
     QT_TRANSLATE_NOOP("CommandLine",
                       "fetch the addresses in FILE, one on each line; - is the standard input")},
    {"in-flight"_L1, "N"_L1, QT_TRANSLATE_NOOP("CommandLine", "requests at once, 1 to 1000 (24)")},
    {"per-host"_L1, "N"_L1,
     QT_TRANSLATE_NOOP("CommandLine", "requests at once to one host, 1 to 1000 (6)")},
    {"first-byte"_L1, "MS"_L1,
     QT_TRANSLATE_NOOP("CommandLine", "longest wait for a reply to begin (5000)")},
    {"silence"_L1, "MS"_L1,
     QT_TRANSLATE_NOOP("CommandLine", "longest pause between two arrivals of bytes (5000)")},
    {"total"_L1, "MS"_L1,
     QT_TRANSLATE_NOOP("CommandLine", "limit for an address with all its attempts (30000)")},
    {"retries"_L1, "N"_L1,
     QT_TRANSLATE_NOOP("CommandLine",
                       "further attempts after a failure that may pass, 0 to 100 (2)")},
    {"max-bytes"_L1, "SIZE"_L1,
     QT_TRANSLATE_NOOP("CommandLine", "largest body, 1 to 4GiB (64MiB)")},
    {"then"_L1, "WORK"_L1,
     QT_TRANSLATE_NOOP("CommandLine",
                       "what to do with a body: none, sha256, thumbnail, words (sha256)")},
    {"json"_L1, ""_L1,
     QT_TRANSLATE_NOOP("CommandLine",
                       "print a JSON object for each address, and one for the summary")},
    {"trace"_L1, "FILE"_L1,
     QT_TRANSLATE_NOOP("CommandLine",
                       "save everything that happened to FILE, a Chrome trace, at the end")},
    {"seed"_L1, "N"_L1,
     QT_TRANSLATE_NOOP("CommandLine", "another practice set, 0 to 4294967295 (1)")},
};

constexpr OptionText labOptions[] {
    {"json"_L1, ""_L1,
     QT_TRANSLATE_NOOP("CommandLine",
                       "print a JSON object for each variant, and one for each verdict")},
    {"seed"_L1, "N"_L1,
     QT_TRANSLATE_NOOP("CommandLine", "other delays and data, 0 to 4294967295 (1)")},
};

constexpr OptionText windowOptions[] {
    {"theme"_L1, "NAME"_L1,
     QT_TRANSLATE_NOOP("CommandLine", "system, light or dark (as it was last time)")},
    {"seed"_L1, "N"_L1,
     QT_TRANSLATE_NOOP("CommandLine", "another practice set, 0 to 4294967295 (1)")},
};

constexpr OptionText witnessOptions[] {
    {"at"_L1, "X,Y"_L1, QT_TRANSLATE_NOOP("CommandLine", "where its upper right corner goes")},
    {"theme"_L1, "NAME"_L1,
     QT_TRANSLATE_NOOP("CommandLine", "system, light or dark (as the system)")},
};

struct HelpTr
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QString optionLine(const QString &option, const QString &help)
{
    return u"  "_s + option.leftJustified(17) + u"  "_s + help + u'\n';
}

QString optionLines(std::span<const OptionText> table)
{
    QString lines;
    for (const OptionText &option : table) {
        const QString value = option.value.isEmpty() ? QString() : u' ' + QString(option.value);
        lines += optionLine(u"--"_s + option.name + value, HelpTr::tr(option.help));
    }
    return lines;
}

} // namespace

constinit const std::span<const OptionText> fetchOptionTable = fetchOptions;
constinit const std::span<const OptionText> labOptionTable = labOptions;
constinit const std::span<const OptionText> windowOptionTable = windowOptions;
constinit const std::span<const OptionText> witnessOptionTable = witnessOptions;

QString helpText()
{
    return HelpTr::tr(
               "Loopscope fetches and computes without ever blocking, and blocks on demand.\n"
               "\n"
               "loopscope [options] [URL …]\n"
               "  Opens the window, with the addresses in the Workbench.\n"
               "\n"
               "loopscope [options] FILE.json\n"
               "  Opens the window on a trace that was saved before, read only.\n")
        + optionLines(windowOptionTable)
        + HelpTr::tr("  Options of Qt such as -platform and -style are understood, too.\n"
                     "\n"
                     "loopscope fetch [options] [URL …]\n"
                     "  Fetches the addresses, processes each body and prints how each one ended,\n"
                     "  in order of completion. Without URL and --list these are the addresses of\n"
                     "  the built-in practice server, some of which end badly on purpose.\n")
        + optionLines(fetchOptionTable)
        + HelpTr::tr(
               "  MS is in milliseconds, 0 to 3600000; 0 is no limit. SIZE is in bytes or has\n"
               "  a unit: k, M, G are powers of 1000; KiB, MiB, GiB of 1024. In a list, blank\n"
               "  lines and lines that begin with # are passed over; every other bad line is\n"
               "  told with its reason and the rest is fetched. Ctrl+C cancels everything and\n"
               "  still prints every outcome; a second one ends at once. Colours and the\n"
               "  progress bar are for terminals only; set NO_COLOR for no colours. A trace\n"
               "  opens in Loopscope, in Perfetto (ui.perfetto.dev) and in speedscope.\n"
               "\n"
               "loopscope lab [--json] list\n"
               "  Lists the experiments of the Lab.\n"
               "\n"
               "loopscope lab [options] all|EXPERIMENT …\n"
               "  Runs them and prints for each variant what it measured, and whether the\n"
               "  lesson holds.\n")
        + optionLines(labOptionTable) + u'\n'
        + optionLine(u"-h, --help"_s, HelpTr::tr("print this and leave"))
        + optionLine(u"-v, --version"_s, HelpTr::tr("print the version and leave"))
        + HelpTr::tr(
               "\n"
               "Exit codes of fetch\n"
               "  0    every address succeeded\n"
               "  1    at least one did not, or the results or the trace cannot be written\n"
               "  2    wrong usage, or a list that cannot be read\n"
               "  130  stopped by Ctrl+C\n"
               "Exit codes of lab\n"
               "  0    every lesson held\n"
               "  1    at least one did not, or the results cannot be written\n"
               "  2    wrong usage\n"
               "  130  stopped by Ctrl+C\n"
               "\n"
               "Examples\n"
               "  loopscope fetch\n"
               "  loopscope fetch --json --list addresses.txt > results.jsonl\n"
               "  loopscope fetch --trace run.json; loopscope run.json\n"
               "  loopscope fetch --then thumbnail --per-host 2 https://example.org/photo.jpg\n"
               "  loopscope lab --json fan-out-fan-in hidden-queue\n"
               "  grep ^https bookmarks.txt | loopscope fetch --then none --list -\n");
}

QString versionText()
{
    return u"loopscope %1 (Qt %2)\n"_s.arg(QLatin1StringView(LOOPSCOPE_VERSION),
                                           QLatin1StringView(qVersion()));
}
