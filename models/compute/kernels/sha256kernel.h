// SPDX-License-Identifier: MIT
#pragma once

#include "compute/kernelcontext.h"

#include <QByteArray>

/// The SHA-256 of \p body in lower-case hexadecimal digits. Progress counts bytes.
KernelFunction<QByteArray> sha256Kernel(QByteArray body);
