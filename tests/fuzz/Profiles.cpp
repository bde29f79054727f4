// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/desk/Profile.h"
#include "tests/fuzz/Runs.h"

#include <filesystem>

namespace sz::fuzz {

void profile(BytesView input)
{
    for (const char* name : {"desk.crt", "desk.key", "ca.crt"}) {
        if (!std::filesystem::exists(folder() / name)) {
            put(name, viewOf("pem"));
        }
    }
    put("profile.toml", input);
    const auto read = desk::loadProfile(folder());
    require(read || read.error().code != Code::Internal, "a fault of a profile has a code");
}

} // namespace sz::fuzz
