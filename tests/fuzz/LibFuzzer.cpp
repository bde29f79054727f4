// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer's entry for the target named by SANZHEN_FUZZ_TARGET.
#include "tests/fuzz/Targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const sz::fuzz::Target* const target = sz::fuzz::targetOf(SANZHEN_FUZZ_TARGET);
    target->run({data, size});
    return 0;
}
