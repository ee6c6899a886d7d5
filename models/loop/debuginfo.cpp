// SPDX-License-Identifier: MIT
#include "loop/debuginfo.h"

#ifdef LOOPSCOPE_HAS_LIBDW

#include <dwarf.h>
#include <elfutils/libdw.h>
#include <elfutils/libdwfl.h>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

/// Separate debug files are found by their build id only: the usual search may ask a server for
/// them.
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

QString place(const char *file, int line)
{
    return QString::fromLocal8Bit(file).section(u'/', -1) + u':' + QString::number(line);
}

/// Of all below \p parent that \p address lies in, the first that is a \p tag; blocks are looked
/// into.
bool find(Dwarf_Die *parent, Dwarf_Addr address, int tag, Dwarf_Die *found)
{
    Dwarf_Die child;
    if (dwarf_child(parent, &child) != 0)
        return false;
    do {
        const int childTag = dwarf_tag(&child);
        const bool isInner = childTag == DW_TAG_lexical_block || childTag == DW_TAG_namespace;
        if (childTag != tag && !isInner)
            continue;
        if (childTag == tag && dwarf_haspc(&child, address) > 0) {
            *found = child;
            return true;
        }
        if (isInner && find(&child, address, tag, found))
            return true;
    } while (dwarf_siblingof(&child, &child) == 0);
    return false;
}

/// Where the function that \p address is in calls what was compiled into it there; empty when it
/// is code of its own. Else a line of some library's header would stand for it.
QString placeOfInlinedCall(Dwfl_Module *module, Dwarf_Addr address)
{
    Dwarf_Addr bias = 0;
    Dwarf_Die *unit = dwfl_module_addrdie(module, address, &bias);
    Dwarf_Die function;
    Dwarf_Die call;
    if (!unit || !find(unit, address - bias, DW_TAG_subprogram, &function)
        || !find(&function, address - bias, DW_TAG_inlined_subroutine, &call))
        return {};
    Dwarf_Attribute attribute;
    Dwarf_Word file = 0;
    Dwarf_Word line = 0;
    Dwarf_Files *files = nullptr;
    if (dwarf_formudata(dwarf_attr(&call, DW_AT_call_file, &attribute), &file) != 0
        || dwarf_formudata(dwarf_attr(&call, DW_AT_call_line, &attribute), &line) != 0
        || dwarf_getsrcfiles(unit, &files, nullptr) != 0)
        return {};
    const char *name = dwarf_filesrc(files, size_t(file), nullptr, nullptr);
    return name ? place(name, int(line)) : QString();
}

QString placeOf(Dwfl_Module *module, Dwarf_Addr address)
{
    if (const QString call = placeOfInlinedCall(module, address); !call.isEmpty())
        return call;
    int number = 0;
    Dwfl_Line *line = dwfl_module_getsrc(module, address);
    const char *file
        = line ? dwfl_lineinfo(line, nullptr, &number, nullptr, nullptr, nullptr) : nullptr;
    return file && number > 0 ? place(file, number) : QString();
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
