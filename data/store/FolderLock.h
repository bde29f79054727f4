// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Two programs never work on the same folder: SQLite would let them, the log would not survive it.

#include "data/base/Result.h"

#include <filesystem>

namespace sz::store {

/// Holds an exclusive lock file for as long as it lives; a crash releases it.
class FolderLock
{
public:
    /// Errors: StoreLocked (another process holds it), StoreOpen.
    [[nodiscard]] static Result<FolderLock> take(const std::filesystem::path& file);
    FolderLock(FolderLock&& other) noexcept;
    FolderLock& operator=(FolderLock&& other) noexcept;
    ~FolderLock();

private:
    explicit FolderLock(int descriptor) : m_descriptor(descriptor) {}

    int m_descriptor = -1;
};

} // namespace sz::store
