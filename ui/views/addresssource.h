// SPDX-License-Identifier: MIT
#pragma once

#include "work/addresslist.h"

#include <QByteArray>

/// Where the Workbench's addresses come from: the practice server's set, or a list a person gave.
/// A value.
struct AddressSource
{
    QString label {}; ///< "links.txt"; empty for the practice server
    QByteArray text {}; ///< what the list was read from, bad lines and comments included
    AddressList list {};
    bool isPractice = false;
};
