// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A child's life: confined, a hello, its work, its end.

#include "data/base/Bytes.h"
#include "data/confine/Confine.h"

#include <functional>
#include <string>

namespace sz::confine {

inline constexpr int kFirstFile = 3; ///< the child's files begin here

/// Whole frames, to the parent; ends the process when nobody listens any more.
using Out = std::function<void(BytesView frames)>;

/// Some room to work in and a few times the file: what is small and wants much is refused.
[[nodiscard]] Bounds boundsFor(std::uint64_t fileBytes);

/// Confines this process, says hello, and does the work, which writes its last frame itself. The exit code; out of memory is kExitMemory.
int serve(
    const std::string& speaks,
    std::int64_t version,
    const Bounds& bounds,
    const std::function<void(const Out&)>& work);

} // namespace sz::confine
