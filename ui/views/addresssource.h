// SPDX-License-Identifier: MIT
#pragma once

#include "work/addresslist.h"

/// Where the Workbench's addresses come from: the practice server's set, or a list a person gave.
/// A value.
struct AddressSource
{
    QString label {}; ///< "links.txt"; empty for the practice server
    AddressList list {};
    bool isPractice = false;
};
