// SPDX-License-Identifier: MIT
// A target has to have a source; see PrecompiledHeaders.cmake.
