// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Counts and forbids every socket of this process but local ones, by a seccomp filter that cannot be taken away again.

namespace sz::test {

/// For all threads, now and later. False where the kernel or the sandbox does not allow filters.
[[nodiscard]] bool forbidSockets();
/// Sockets asked for since, other than AF_UNIX; each got EACCES.
[[nodiscard]] int socketsAskedFor();

} // namespace sz::test
