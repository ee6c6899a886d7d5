// SPDX-License-Identifier: MIT
#include "app/cli/commandline.h"

#include "app/cli/helptext.h"
#include "app/cli/optionreader.h"
#include "lab/catalogue.h"

#include <QCommandLineParser>
#include <QUrl>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr int mostAtOnce = 1'000;
constexpr int mostRetries = 100;
constexpr int longestMs = 3'600'000;
constexpr qint64 mostBytes = 4LL << 30;
constexpr qint64 mostSeed = std::numeric_limits<quint32>::max();

struct CommandTr
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

void addOptions(QCommandLineParser &parser, std::span<const OptionText> table)
{
    for (const OptionText &option : table)
        parser.addOption({QString(option.name), {}, QString(option.value)});
    parser.addOption(QCommandLineOption(QStringList {u"h"_s, u"help"_s}));
    parser.addOption(QCommandLineOption(QStringList {u"v"_s, u"version"_s}));
}

/// QApplication takes these out of its arguments only later; a session manager passes some.
void addQtOptions(QCommandLineParser &parser)
{
    constexpr std::array names {
        "platform",   "platformpluginpath", "platformtheme", "plugin",       "style",
        "stylesheet", "qwindowgeometry",    "qwindowicon",   "qwindowtitle", "session",
        "display",    "geometry",           "fontengine"};
    for (const char *name : names)
        parser.addOption({QString::fromLatin1(name), {}, u"value"_s});
    parser.addOption(QCommandLineOption(u"reverse"_s));
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
}

/// What is to be said instead of going on, if anything.
std::optional<EarlyExit> parse(QCommandLineParser &parser, const QStringList &arguments)
{
    const bool isUnderstood = parser.parse(QStringList {u"loopscope"_s} + arguments);
    if (parser.isSet(u"help"_s))
        return EarlyExit {0, helpText()};
    if (parser.isSet(u"version"_s))
        return EarlyExit {0, versionText()};
    return isUnderstood ? std::nullopt : std::optional(CommandLine::complaint(parser.errorText()));
}

void readLimits(OptionReader &reader, FetchOptions &options)
{
    FetchLimits &limits = options.job.limits;
    const auto readTime = [&](QLatin1StringView name, milliseconds &limit) {
        qint64 count = limit.count();
        reader.read(name, count, 0, longestMs);
        limit = milliseconds(count);
    };
    reader.read("in-flight"_L1, options.inFlight, 1, mostAtOnce);
    reader.read("per-host"_L1, options.perHost, 1, mostAtOnce);
    readTime("first-byte"_L1, limits.firstByte);
    readTime("silence"_L1, limits.silence);
    readTime("total"_L1, limits.total);
    reader.read("retries"_L1, options.job.retries, 0, mostRetries);
    limits.maxBytes = reader.size("max-bytes"_L1, limits.maxBytes, mostBytes);
    reader.read("seed"_L1, options.seed, 0, mostSeed);
}

QStringList processingNames()
{
    QStringList names;
    for (const Processing processing :
         {Processing::None, Processing::Sha256, Processing::Thumbnail, Processing::WordCount})
        names.append(processingName(processing));
    return names;
}

std::optional<WindowOptions::Theme> readTheme(OptionReader &reader)
{
    const QStringList themes {u"system"_s, u"light"_s, u"dark"_s};
    const qsizetype theme = themes.indexOf(reader.choice("theme"_L1, themes));
    return theme < 0 ? std::nullopt : std::optional(WindowOptions::Theme(theme));
}

QStringList allIds()
{
    QStringList ids;
    for (const Experiment &experiment : catalogue())
        ids.append(experiment.id);
    return ids;
}

/// The file that \p argument means, which may be its address: desktops give those.
QString traceFile(const QString &argument)
{
    return argument.startsWith("file:"_L1, Qt::CaseInsensitive) ? QUrl(argument).toLocalFile()
                                                                : argument;
}

bool isTrace(const QString &argument)
{
    const QString file = traceFile(argument);
    return file.endsWith(".json"_L1, Qt::CaseInsensitive) && !file.contains("://"_L1);
}

} // namespace

namespace CommandLine {

std::variant<FetchOptions, EarlyExit> parseFetch(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser, fetchOptionTable);
    if (const auto exit = parse(parser, arguments))
        return *exit;
    FetchOptions options;
    OptionReader reader(parser);
    readLimits(reader, options);
    const QString then = reader.choice("then"_L1, processingNames());
    options.job.then = processingFromName(then).value_or(options.job.then);
    options.json = parser.isSet(u"json"_s);
    options.lists = parser.values(u"list"_s);
    options.addresses = parser.positionalArguments();
    options.trace = parser.value(u"trace"_s);
    if (parser.isSet(u"trace"_s) && options.trace.isEmpty())
        return complaint(CommandTr::tr("--trace takes the name of a file."));
    if (!reader.fault().isEmpty())
        return complaint(reader.fault());
    return options;
}

std::variant<LabOptions, EarlyExit> parseLab(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser, labOptionTable);
    if (const auto exit = parse(parser, arguments))
        return *exit;
    LabOptions options;
    OptionReader reader(parser);
    reader.read("seed"_L1, options.seed, 0, mostSeed);
    options.json = parser.isSet(u"json"_s);
    options.ids = parser.positionalArguments();
    if (!reader.fault().isEmpty())
        return complaint(reader.fault());
    if (options.ids.isEmpty())
        return complaint(CommandTr::tr("lab takes the names of experiments, or all, or list."));
    if (options.ids == QStringList {u"list"_s})
        options.ids.clear();
    else if (options.ids == QStringList {u"all"_s})
        options.ids = allIds();
    for (const QString &id : std::as_const(options.ids)) {
        if (!experimentOf(id))
            return complaint(CommandTr::tr("There is no experiment “%1”; loopscope lab list tells "
                                           "which there are.")
                                 .arg(id));
    }
    return options;
}

std::variant<WindowOptions, EarlyExit> parseWindow(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser, windowOptionTable);
    addQtOptions(parser);
    if (const auto exit = parse(parser, arguments))
        return *exit;
    WindowOptions options;
    OptionReader reader(parser);
    reader.read("seed"_L1, options.seed, 0, mostSeed);
    options.theme = readTheme(reader);
    options.addresses = parser.positionalArguments();
    if (std::ranges::any_of(options.addresses, isTrace)) {
        if (options.addresses.size() > 1)
            return complaint(
                CommandTr::tr("A trace is shown by itself, without others and addresses."));
        options.trace = traceFile(options.addresses.takeFirst());
    }
    if (!reader.fault().isEmpty())
        return complaint(reader.fault());
    return options;
}

std::variant<WitnessOptions, EarlyExit> parseWitness(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser, witnessOptionTable);
    addQtOptions(parser);
    if (const auto exit = parse(parser, arguments))
        return *exit;
    WitnessOptions options;
    OptionReader reader(parser);
    if (const auto theme = readTheme(reader))
        options.theme = *theme;
    const QStringList corner = parser.value("at"_L1).split(u',');
    options.corner = {corner.value(0).toInt(), corner.value(1).toInt()};
    options.socket = parser.positionalArguments().value(0);
    if (options.socket.isEmpty())
        return complaint(CommandTr::tr("The window opens its witness by itself: Ctrl+Shift+B."));
    if (!reader.fault().isEmpty())
        return complaint(reader.fault());
    return options;
}

EarlyExit complaint(const QString &sentence)
{
    return {wrongUsage, CommandTr::tr("loopscope: %1 Try loopscope --help.").arg(sentence) + u'\n'};
}

} // namespace CommandLine
