// SPDX-License-Identifier: MIT
#include "loop/debuginfo.h"

#ifdef LOOPSCOPE_HAS_LIBDW

#include <elfutils/libdwfl.h>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

/// Separate debug files are found by their build id only: the usual search may ask a server for them.
const Dwfl_Callbacks callbacks {.find_elf = dwfl_linux_proc_find_elf,
                                .find_debuginfo = dwfl_build_id_find_debuginfo,
                                .section_address = nullptr,
                                .debuginfo_path = nullptr};

/// Tells \p dwfl what is loaded now; libraries may have come since.
void report(Dwfl *dwfl)
{
    dwfl_report_begin(dwfl);
    dwfl_linux_proc_report(dwfl, getpid());
    dwfl_report_end(dwfl, nullptr, nullptr);
}

QString placeOf(Dwfl_Module *module, Dwarf_Addr address)
{
    int number = 0;
    Dwfl_Line *line = dwfl_module_getsrc(module, address);
    const char *file = line ? dwfl_lineinfo(line, nullptr, &number, nullptr, nullptr, nullptr)
                            : nullptr;
    if (!file || number <= 0)
        return {};
    return QString::fromLocal8Bit(file).section(u'/', -1) + u':' + QString::number(number);
}

} // namespace

bool DebugInfo::isAvailable()
{
    return true;
}

DebugInfo::~DebugInfo()
{
    dwfl_end(m_dwfl); // takes a null pointer
}

DebugInfo::Line DebugInfo::look(std::uintptr_t address)
{
    if (!m_dwfl) {
        m_dwfl = dwfl_begin(&callbacks);
        if (!m_dwfl)
            return {};
        report(m_dwfl);
    }
    Dwfl_Module *module = dwfl_addrmodule(m_dwfl, address);
    if (!module) {
        report(m_dwfl);
        module = dwfl_addrmodule(m_dwfl, address);
    }
    if (!module)
        return {};
    return {dwfl_module_addrname(module, address), placeOf(module, address)};
}

#else

bool DebugInfo::isAvailable()
{
    return false;
}

DebugInfo::~DebugInfo() = default;

DebugInfo::Line DebugInfo::look(std::uintptr_t)
{
    return {};
}

#endif
