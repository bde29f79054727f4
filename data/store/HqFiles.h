// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where headquarters keeps the bytes of attached files: a folder beside hq.db, or a table of PostgreSQL.

#include "data/base/Clock.h"
#include "data/base/Hash.h"
#include "data/store/Files.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace sz::store {

struct HeldFile
{
    std::uint64_t bytes = 0; ///< from the beginning
    bool isWhole = false;    ///< its bytes had the hash, and are on the disk
};

/// Files under the SHA-256 of their bytes. What has begun goes on where it stopped, also after a crash. Errors everywhere:
/// NoSpace (nothing of the call remains), Io, SyncFailed, and those of a store behind a link. Thread: one at a time; not the
/// log's, which it never holds up.
class HqFiles
{
public:
    virtual ~HqFiles() = default;

    [[nodiscard]] virtual Result<HeldFile> held(const Digest& hash) = 0;
    /// Takes the next bytes; ignored unless `offset` is what is held and there is no whole one. `size`: of the whole file. With the last byte
    /// the hash is examined and all is put on the disk; no bytes at the end do it again, after a crash before it was done. Errors: BadChain (other bytes than the hash's: all of it is thrown
    /// away), BadArgument (beyond `size`).
    [[nodiscard]] virtual Result<HeldFile>
    append(const Digest& hash, std::uint64_t size, std::uint64_t offset, BytesView bytes) = 0;
    /// At most `most` bytes of a whole file; at least one. Errors: NotFound (no whole one, or nothing there).
    [[nodiscard]] virtual Result<Bytes>
    read(const Digest& hash, std::uint64_t offset, std::size_t most) = 0;
    /// Reads a whole file again. Errors: NotFound, BadChain (its bytes are not the hash's any more).
    [[nodiscard]] virtual Result<void> examine(const Digest& hash) = 0;
    /// Removes what was begun, has not been touched since, and never ended. How many.
    [[nodiscard]] virtual Result<std::size_t> sweep(Instant untouchedSince) = 0;
};

/// Bytes that must stay free for the log when a file begins.
inline constexpr std::uint64_t kKeptFree = 256ULL << 20;

/// `folder`/<hash in hexadecimal>, 0600; `.part` while it comes. `keepFree`: see kKeptFree.
[[nodiscard]] std::unique_ptr<HqFiles> makeFolderFiles(
    const std::filesystem::path& folder,
    Files& files = systemFiles(),
    std::uint64_t keepFree = kKeptFree);

} // namespace sz::store
