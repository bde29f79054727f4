// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The parent's side: starts the child, takes its frames, and knows how it ended.

#include "data/base/Bytes.h"
#include "data/base/Clock.h"
#include "data/confine/Frames.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace sz::confine {

/// Of a child that did not end well.
enum class ChildFault : std::uint8_t {
    None,
    Missing,   ///< there is no such program, or it cannot be started
    Crashed,   ///< a signal, or an exit without a last word
    Hung,      ///< nothing new for `patience`
    Memory,    ///< wanted more than it may have
    Processor, ///< computed for longer than it may
    Forbidden, ///< called what no reader calls: whoever wrote the file had taken it over
    Nonsense,  ///< frames that are none
    Stopped,   ///< we wanted it no more
};
/// "crashed", …: stable, for logs and remarks.
[[nodiscard]] const char* faultName(ChildFault fault);
[[nodiscard]] std::optional<ChildFault> faultNamed(std::string_view name);

struct ChildCall
{
    std::filesystem::path program;
    std::vector<std::string> arguments; ///< after the program's own name
    std::vector<int> files;   ///< open here; the child has them as 3, 4, … and nothing else
    std::string speaks;       ///< what its hello must say
    std::int64_t version = 0; ///< the same
    Millis patience{10'000};  ///< without a frame
    Millis longest{300'000};  ///< all in all
    std::stop_token stop{};   ///< kills it
};

struct ChildEnd
{
    ChildFault fault = ChildFault::None;
    int signal = 0;                  ///< that ended it; 0: none
    std::optional<Confinement> held; ///< none: it never said hello
    std::string words;               ///< what it wrote to stderr, its first 4 KB; for logs
};

/// Runs it to its end. `take` gets every frame after the hello and says whether it is `Sense`: the child goes on; `Last`: there must be no
/// other; `Nonsense`: it is killed. Never throws for what the child does. Thread: any, not gui; the calling one waits.
enum class Sense : std::uint8_t { Good, Last, Nonsense };
[[nodiscard]] ChildEnd runChild(const ChildCall& call, const std::function<Sense(BytesView)>& take);

/// sanzhen-parser: $SANZHEN_PARSER, else beside this program, in the build tree, in libexec. Empty: nowhere.
[[nodiscard]] std::filesystem::path parserProgram();

} // namespace sz::confine
