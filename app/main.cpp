// SPDX-License-Identifier: MIT
#include "app/cli/commandline.h"
#include "app/cli/fetchcommand.h"
#include "app/cli/labcommand.h"
#include "app/window.h"
#include "engine/engine.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

#include <clocale>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

int say(const EarlyExit &exit)
{
    std::FILE *file = exit.exitCode == 0 ? stdout : stderr;
    std::fputs(qUtf8Printable(exit.text), file);
    return std::fflush(file) == 0 ? exit.exitCode : 1;
}

/// What the command line says is read by programs as much as by people, so it is English
/// everywhere.
void speakEnglish(QTranslator &plurals)
{
    QLocale::setDefault(QLocale::c());
    if (plurals.load(u":/translations/loopscope_en"_s))
        QCoreApplication::installTranslator(&plurals);
#ifdef LC_MESSAGES
    std::setlocale(LC_MESSAGES, "C"); // of strerror()
#endif
}

int fetch(int argc, char **argv, const FetchOptions &options)
{
    const QCoreApplication application(argc, argv); // it sets the locale of the environment
    QTranslator plurals;
    speakEnglish(plurals);
    FetchAddresses addresses;
    addresses.addArguments(options.addresses);
    for (const QString &list : options.lists) {
        if (const QString fault = addresses.addList(list); !fault.isEmpty())
            return say(CommandLine::complaint(fault));
    }
    Engine engine(options.seed);
    if (options.wantsPractice()) {
        addresses.addArguments(engine.practiceAddresses());
        if (!engine.server().isListening()) {
            return say({1,
                        QCoreApplication::translate("CommandLine",
                                                    "loopscope: The practice server "
                                                    "cannot start: %1.\n")
                            .arg(engine.server().errorString())});
        }
    }
    return FetchCommand(engine, options, addresses).run();
}

int lab(int argc, char **argv, const LabOptions &options)
{
    const QCoreApplication application(argc, argv);
    QTranslator plurals;
    speakEnglish(plurals);
    return LabCommand(options).run();
}

} // namespace

int main(int argc, char **argv)
{
    const QStringList arguments = argumentsOf(argc, argv);
    if (arguments.value(0) == "fetch"_L1) {
        const auto parsed = CommandLine::parseFetch(arguments.mid(1));
        const auto *options = std::get_if<FetchOptions>(&parsed);
        return options ? fetch(argc, argv, *options) : say(std::get<EarlyExit>(parsed));
    }
    if (arguments.value(0) == "lab"_L1) {
        const auto parsed = CommandLine::parseLab(arguments.mid(1));
        const auto *options = std::get_if<LabOptions>(&parsed);
        return options ? lab(argc, argv, *options) : say(std::get<EarlyExit>(parsed));
    }
    if (arguments.value(0) == "witness"_L1) {
        const auto parsed = CommandLine::parseWitness(arguments.mid(1));
        const auto *options = std::get_if<WitnessOptions>(&parsed);
        return options ? runWitness(argc, argv, *options) : say(std::get<EarlyExit>(parsed));
    }
    const auto parsed = CommandLine::parseWindow(arguments);
    const auto *options = std::get_if<WindowOptions>(&parsed);
    return options ? runWindow(argc, argv, *options) : say(std::get<EarlyExit>(parsed));
}
