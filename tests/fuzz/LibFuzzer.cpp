// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer's entry for the function SANZHEN_FUZZ_TARGET.
#include "tests/fuzz/Runs.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    sz::fuzz::SANZHEN_FUZZ_TARGET({data, size});
    return 0;
}
