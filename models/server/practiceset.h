// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

namespace practice {

/// See PracticeServer::practiceSet().
QStringList practiceSet(quint32 seed, int count);

} // namespace practice
