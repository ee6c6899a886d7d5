// SPDX-License-Identifier: MIT
#pragma once

// Every test includes this, so that its main() gets the name of its file and many tests fit into
// one executable: see tests/CMakeLists.txt.
#ifdef LOOPSCOPE_TEST_MAIN
#define main LOOPSCOPE_TEST_MAIN
#endif
