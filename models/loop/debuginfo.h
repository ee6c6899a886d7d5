// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>

struct Dwfl;

/// What the symbol tables and the debug information of this process's own program and libraries
/// say, by libdw; without it, nothing. Opened with the first look. Any thread, one at a time.
class DebugInfo
{
public:
    struct Line
    {
        QByteArray symbol; ///< as the linker knows it; empty when nothing names it
        QString place; ///< "file.cpp:12"; empty without debug information
    };

    static bool isAvailable();

    DebugInfo() = default;
    Q_DISABLE_COPY_MOVE(DebugInfo)
    ~DebugInfo();

    Line look(std::uintptr_t address);

private:
    [[maybe_unused]] Dwfl *m_dwfl = nullptr;
};
