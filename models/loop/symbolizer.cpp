// SPDX-License-Identifier: MIT
#include "loop/symbolizer.h"

#include "loop/functionname.h"

#ifdef Q_OS_UNIX
#include <dlfcn.h>
#endif

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostKnown = 20'000; // addresses; a few megabytes

/// What the dynamic linker knows of an address.
struct Linked
{
    QString object;
    quintptr base = 0;
    const char *symbol = nullptr;
    bool isOurs = false;
};

#ifdef Q_OS_UNIX

const void *baseOf(const void *address)
{
    Dl_info info {};
    return dladdr(address, &info) != 0 ? info.dli_fbase : nullptr;
}

Linked link(std::uintptr_t address)
{
    static const char here = 0; // this library is linked into the program itself
    static const void *const program = baseOf(&here);
    Dl_info info {};
    if (dladdr(reinterpret_cast<const void *>(address), &info) == 0)
        return {};
    const QString path = QString::fromLocal8Bit(info.dli_fname);
    return {path.section(u'/', -1), reinterpret_cast<quintptr>(info.dli_fbase), info.dli_sname,
            info.dli_fbase == program};
}

#else

Linked link(std::uintptr_t)
{
    return {};
}

#endif

} // namespace

bool Symbolizer::isThorough()
{
    return DebugInfo::isAvailable();
}

QList<StackFrame> Symbolizer::frames(const StackSample &sample)
{
    QList<StackFrame> frames;
    for (int i = 0; i < sample.depth; ++i) {
        const std::uintptr_t address = sample.addresses[size_t(i)];
        frames.append(frame(i == 0 ? address : address - 1));
    }
    return frames;
}

StackFrame Symbolizer::frame(std::uintptr_t address)
{
    if (m_known.size() > mostKnown)
        m_known.clear();
    const auto known = m_known.constFind(address);
    return known != m_known.cend() ? *known : *m_known.insert(address, look(address));
}

StackFrame Symbolizer::look(std::uintptr_t address)
{
    const Linked linked = link(address);
    const DebugInfo::Line line = m_debug.look(address);
    const QByteArray symbol = line.symbol.isEmpty() ? QByteArray(linked.symbol) : line.symbol;
    StackFrame frame {FunctionName::readable(symbol), line.place, linked.object, false};
    frame.isOurs = linked.isOurs && !FunctionName::isOfALibrary(frame.function);
    if (frame.function.isEmpty()) {
        frame.function = linked.object.isEmpty()
            ? u"0x"_s + QString::number(address, 16)
            : u"%1+0x%2"_s.arg(linked.object, QString::number(address - linked.base, 16));
        frame.isOurs = false; // it names nothing
    }
    return frame;
}
