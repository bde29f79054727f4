// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/SeqRun.h"

namespace sz::store {

Bytes packSeqs(std::span<const std::uint64_t> ascending)
{
    Bytes out;
    std::uint64_t last = 0;
    for (const std::uint64_t seq : ascending) {
        std::uint64_t step = seq - last;
        for (; step >= 0x80; step >>= 7) {
            out.push_back(static_cast<std::uint8_t>(step | 0x80));
        }
        out.push_back(static_cast<std::uint8_t>(step));
        last = seq;
    }
    return out;
}

bool unpackSeqs(BytesView packed, std::vector<std::uint64_t>& out)
{
    const std::size_t before = out.size();
    std::uint64_t last = 0;
    std::uint64_t step = 0;
    int shift = 0;
    for (const std::uint8_t byte : packed) {
        if (shift > 63) {
            break;
        }
        step |= std::uint64_t{byte & 0x7FU} << shift;
        shift += 7;
        if (byte < 0x80) {
            last += step;
            out.push_back(last);
            step = 0;
            shift = 0;
        }
    }
    if (shift != 0) {
        out.resize(before);
        return false;
    }
    return true;
}

} // namespace sz::store
