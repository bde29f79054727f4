// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The shim between SQLite and the simulated disks.

#include <cstdint>

namespace sz::sim {

/// While it lives every SQLite file under a Disk's folder goes through that disk; all others are untouched. SQLite's own
/// random numbers start from `seed`. One at a time; no database may be open when it ends.
class DiskVfs
{
public:
    explicit DiskVfs(std::uint64_t seed);
    ~DiskVfs();
    DiskVfs(const DiskVfs&) = delete;
    DiskVfs& operator=(const DiskVfs&) = delete;
};

} // namespace sz::sim
