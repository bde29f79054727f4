// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The calls the stores make to the system themselves; the rest is SQLite's. One seam, so that the simulator can break them.

#include "data/base/Bytes.h"

#include <filesystem>

namespace sz::store {

/// As the system's calls: -1 and `errno` on failure. Thread: any.
class Files
{
public:
    virtual ~Files() = default;
    /// Opens for appending, made (0600) when it is not there.
    [[nodiscard]] virtual int openAppend(const std::filesystem::path& file, bool isEmptied) = 0;
    [[nodiscard]] virtual std::ptrdiff_t write(int descriptor, BytesView bytes) = 0;
    [[nodiscard]] virtual int sync(int descriptor) = 0;
    [[nodiscard]] virtual int truncate(int descriptor, std::uint64_t size) = 0;
    [[nodiscard]] virtual int
    rename(const std::filesystem::path& from, const std::filesystem::path& to) = 0;
    [[nodiscard]] virtual int remove(const std::filesystem::path& file) = 0;
    /// The folder's own entries: what was made or renamed in it.
    [[nodiscard]] virtual int syncFolder(const std::filesystem::path& folder) = 0;
    virtual void close(int descriptor) = 0;
};

/// The system's own.
[[nodiscard]] Files& systemFiles();

} // namespace sz::store
