// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

/// Names of functions as a person wants to read them. Pure; any thread.
namespace FunctionName {
/// Demangles \p symbol and leaves out what only the compiler needs: parameters, what is returned,
/// and the arguments of templates when they are long. "(anonymous namespace)::" stays. Code of Qt
/// that does nothing but call a slot or a lambda is named by what it calls.
QString readable(const QByteArray &symbol);
/// As readable(), of a name that is demangled already.
QString shortened(const QString &demangled);
/// Whether \p function, shortened, is code of a library that was compiled into the program, as
/// templates and inline functions of Qt and of the standard library are.
bool isOfALibrary(const QString &function);
} // namespace FunctionName
