// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

/// What --help and --version print, whole lines. Pure.
QString helpText();
QString versionText();
