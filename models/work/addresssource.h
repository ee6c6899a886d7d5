// SPDX-License-Identifier: MIT
#pragma once

#include "work/addresslist.h"

#include <QByteArray>
#include <QStringList>

/// Where the Workbench's addresses come from: the practice server's set, or a list a person gave.
/// A value, quick to copy. Any thread.
struct AddressSource
{
    QString label {}; ///< "links.txt"; empty for the practice server
    QByteArray text {}; ///< what the list was read from, bad lines and comments included
    AddressList list {};
    bool isPractice = false;
    QString fault {}; ///< a sentence when there was nothing to read; else empty

    /// "links.txt · 2 addresses · 1 bad line".
    QString summary() const;
    /// What there is to say when it is run, a sentence: what is left out, or that nothing is there.
    /// Empty when everything can be fetched.
    QString verdict() const;
    /// The lines that are left out, each with its number and why; of very many only the first, and
    /// how many more. Nobody reads a hundred thousand, and to show them takes its time.
    QStringList faults() const;
    static constexpr qsizetype mostFaults = 1'000;
};
