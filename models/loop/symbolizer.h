// SPDX-License-Identifier: MIT
#pragma once

#include "loop/debuginfo.h"
#include "loop/stacksampler.h"
#include "record/stackframes.h"

#include <QHash>
#include <QSet>

#include <utility>

/// A program or library that is loaded, as a Module event tells it.
struct LoadedModule
{
    quint32 number = 0; ///< from 1, the same for all who ask in this process
    QByteArray buildId; ///< in hexadecimal digits; empty without one
    QString path;
};

/// Names the addresses of a stack of this very process: functions with all of libdw's means where
/// it was built with it (also static ones and those of anonymous namespaces, with file and line
/// where there is debug information), else with what the dynamic symbols tell. Never asks the
/// network. What was looked up once is kept. The first look takes about 50 ms. Any thread, one at a
/// time.
class Symbolizer
{
public:
    /// Whether functions without a dynamic symbol can be named.
    static bool isThorough();

    Symbolizer() = default;
    Q_DISABLE_COPY_MOVE(Symbolizer)

    /// Innermost call first.
    QList<StackFrame> frames(const StackSample &sample);
    /// \p address lies within the code that is meant, e.g. one below where a call returns to.
    StackFrame frame(std::uintptr_t address);
    /// Those that frames have named and that were not taken before. None on other systems than
    /// Linux, where frames name no module.
    QList<LoadedModule> takeNewModules() { return std::exchange(m_newModules, {}); }

private:
    StackFrame look(std::uintptr_t address);
    void place(StackFrame &frame, std::uintptr_t address);

    DebugInfo m_debug;
    QHash<quintptr, StackFrame> m_known;
    QSet<quint32> m_modules; // that were named
    QList<LoadedModule> m_newModules;
};
