// SPDX-License-Identifier: MIT
#include "app/cli/terminal.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <sys/ioctl.h>
#include <unistd.h>
#else
#include <io.h>
#endif

namespace Terminal {

bool isTerminal(std::FILE *file)
{
#ifdef Q_OS_UNIX
    return isatty(fileno(file));
#else
    return _isatty(_fileno(file));
#endif
}

bool wantsColour(std::FILE *file)
{
    return qEnvironmentVariableIsEmpty("NO_COLOR") && qgetenv("TERM") != "dumb" && isTerminal(file);
}

int width(std::FILE *file)
{
    constexpr int customary = 80;
#ifdef Q_OS_UNIX
    winsize size = {};
    if (ioctl(fileno(file), TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
#else
    Q_UNUSED(file);
#endif
    return customary;
}

QString harmless(QString text)
{
    for (QChar &c : text) {
        // Marks that turn the direction of a line or break it count as well.
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format
            || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = QChar::ReplacementCharacter;
    }
    return text;
}

} // namespace Terminal
