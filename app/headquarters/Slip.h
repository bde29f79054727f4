// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The slip that goes with a one-time code: what a new desk has to type, in the language of the terminal.

#include "data/base/Ids.h"
#include "data/base/Result.h"

#include <filesystem>
#include <string>

namespace sz::headquarters {

struct SlipSpec
{
    std::filesystem::path data; ///< headquarters' folder
    std::string unit;
    std::string code;
    std::string minutes;   ///< the code's life, a number
    std::string address{}; ///< --address; empty: where this headquarters listens
};

/// Some lines to print and hand over; the last one can be pasted whole. Errors: BadArgument (--address is no HOST:PORT),
/// BadCertificate (no authority in the folder).
[[nodiscard]] Result<std::string> slipText(const SlipSpec& spec, bool inChinese);

} // namespace sz::headquarters
