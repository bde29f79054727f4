// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The child's side: what it gives up before it looks at a file from outside.

#include <cstdint>

namespace sz::confine {

struct Bounds
{
    std::uint64_t memory = 512U << 20U; ///< bytes of address space
    unsigned processorSeconds = 120;
};

/// What holds this process now.
struct Confinement
{
    bool hasCalls =
        false; ///< seccomp: of the system's calls only reading, writing and memory are left
    int landlock =
        0; ///< Landlock's version, all of the file system forbidden; 0: this kernel has none
    bool hasBounds = false; ///< memory, processor, no new file, no byte into a file
};

/// Exit code of a child whose memory was not enough: its new-handler or a caught std::bad_alloc.
inline constexpr int kExitMemory = 71;

/// For the rest of this process's life; files that are open stay so. What the kernel does not have is left out, and the answer
/// says so. A call that no reader needs even by chance (socket, fork, exec, ptrace) ends the process with SIGSYS; any other
/// that is not allowed answers EPERM. Under a sanitizer, whose shadow is terabytes, memory is not bounded. Thread: the only one.
[[nodiscard]] Confinement confine(const Bounds& bounds);

} // namespace sz::confine
