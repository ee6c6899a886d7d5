// SPDX-License-Identifier: MIT
#include "loop/symbolizer.h"

#include "loop/functionname.h"

#include <QFile>

#ifdef Q_OS_UNIX
#include <dlfcn.h>
#endif
#ifdef Q_OS_LINUX
#include <algorithm>
#include <mutex>
#include <span>

#include <link.h>
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

#ifdef Q_OS_LINUX

/// Where an address is loaded from.
struct Loaded
{
    std::uintptr_t address = 0;
    std::uintptr_t bias = 0; // what its file counts from is here
    LoadedModule module {};
};

bool isLoaded(const dl_phdr_info &info, std::uintptr_t address)
{
    const std::span segments(info.dlpi_phdr, info.dlpi_phnum);
    return std::ranges::any_of(segments, [&](const ElfW(Phdr) & segment) {
        const std::uintptr_t begin = info.dlpi_addr + segment.p_vaddr;
        return segment.p_type == PT_LOAD && address >= begin && address - begin < segment.p_memsz;
    });
}

/// The id that the linker gave to what is loaded at \p info, in hexadecimal digits.
QByteArray buildIdIn(const dl_phdr_info &info, const ElfW(Phdr) & segment)
{
    const auto padded = [](std::size_t size) { return (size + 3) & ~std::size_t(3); };
    const auto *note = reinterpret_cast<const char *>(info.dlpi_addr + segment.p_vaddr);
    const char *const end = note + segment.p_memsz;
    if (!isLoaded(info, reinterpret_cast<std::uintptr_t>(note)))
        return {};
    while (note + sizeof(ElfW(Nhdr)) <= end) {
        const auto *head = reinterpret_cast<const ElfW(Nhdr) *>(note);
        const char *name = note + sizeof(ElfW(Nhdr));
        const char *id = name + padded(head->n_namesz);
        if (id + head->n_descsz > end)
            break;
        if (head->n_type == NT_GNU_BUILD_ID
            && QByteArrayView(name, head->n_namesz) == QByteArrayView("GNU", 4))
            return QByteArray(id, head->n_descsz).toHex();
        note = id + padded(head->n_descsz);
    }
    return {};
}

/// For each thing that is loaded; ends with the one that has the address.
int findLoaded(dl_phdr_info *info, std::size_t, void *data)
{
    auto &loaded = *static_cast<Loaded *>(data);
    if (!isLoaded(*info, loaded.address))
        return 0;
    loaded.bias = info->dlpi_addr;
    loaded.module.path = QFile::decodeName(info->dlpi_name);
    if (loaded.module.path.isEmpty()) // the program itself
        loaded.module.path = QFile::symLinkTarget(u"/proc/self/exe"_s);
    for (const ElfW(Phdr) & segment : std::span(info->dlpi_phdr, info->dlpi_phnum)) {
        if (segment.p_type == PT_NOTE && loaded.module.buildId.isEmpty())
            loaded.module.buildId = buildIdIn(*info, segment);
    }
    return 1;
}

quint32 numberOf(const LoadedModule &module)
{
    static std::mutex mutex; // guards what follows
    // Not destroyed: when the X server goes, Qt exits while the thread of the watchdog goes on.
    static auto &numbers = *new QHash<std::pair<QByteArray, QString>, quint32>;
    const std::lock_guard lock(mutex);
    const auto known = numbers.constFind({module.buildId, module.path});
    return known != numbers.cend()
        ? *known
        : *numbers.insert({module.buildId, module.path}, quint32(numbers.size() + 1));
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
    StackFrame frame {FunctionName::readable(symbol), line.place, linked.object};
    frame.isOurs = linked.isOurs && !FunctionName::isOfALibrary(frame.function);
    if (frame.function.isEmpty()) {
        frame.function = linked.object.isEmpty()
            ? u"0x"_s + QString::number(address, 16)
            : u"%1+0x%2"_s.arg(linked.object, QString::number(address - linked.base, 16));
        frame.isOurs = false; // it names nothing
    }
    place(frame, address);
    return frame;
}

/// Tells where in which file the code of \p frame stands, for who finds other names for it later.
void Symbolizer::place([[maybe_unused]] StackFrame &frame, [[maybe_unused]] std::uintptr_t address)
{
#ifdef Q_OS_LINUX
    Loaded loaded {.address = address};
    if (dl_iterate_phdr(findLoaded, &loaded) == 0)
        return;
    loaded.module.number = numberOf(loaded.module);
    frame.module = loaded.module.number;
    frame.offset = address - loaded.bias;
    if (!m_modules.contains(frame.module)) {
        m_modules.insert(frame.module);
        m_newModules.append(loaded.module);
    }
#endif
}
