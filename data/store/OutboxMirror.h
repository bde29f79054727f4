// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A second, plain copy of unsent own acts, so that a damaged log.db cannot take with it what was called saved.

#include "data/store/DeskLog.h"
#include "data/store/Files.h"
#include "data/vault/Aead.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace sz::store {

/// Append-only file of records: length (4 bytes big endian), first 8 bytes of SHA-256, CBOR of one own entry, sealed
/// when there is a key. A torn last record is ignored. Thread: the store's.
class OutboxMirror
{
public:
    struct Contents
    {
        ChainHead head;                ///< author chain as far as the file knows
        std::vector<OwnEntry> entries; ///< in order; state Unsent
    };
    using Key =
        std::shared_ptr<const vault::SecretKey>; ///< null: in the clear; shared by the desk's files

    /// Reads what is there. A missing file is empty; damage ends the reading at the last whole record.
    [[nodiscard]] static Contents read(const std::filesystem::path& file, const Key& key = {});
    /// The same file with its records sealed by `to` instead of `from`. Errors: FileMalformed when part of it cannot be read.
    [[nodiscard]] static Result<Bytes>
    resealed(const std::filesystem::path& file, const Key& from, const Key& to);

    /// Opens for appending. Errors: Io, NoSpace.
    /// `files` must live longer.
    [[nodiscard]] static Result<OutboxMirror>
    open(const std::filesystem::path& file, Files& files = systemFiles(), Key key = {});
    OutboxMirror(OutboxMirror&& other) noexcept;
    OutboxMirror& operator=(OutboxMirror&& other) noexcept;
    ~OutboxMirror();

    /// Appends and syncs one entry. Errors: NoSpace (the file is as before), Io, SyncFailed (then nothing later may be
    /// called saved, and no sync is tried again).
    [[nodiscard]] Result<void> append(const OwnEntry& entry);
    /// Starts anew with these entries still unsent; replaces the file atomically.
    [[nodiscard]] Result<void> rewrite(ChainHead head, const std::vector<OwnEntry>& unsent);

private:
    OutboxMirror(std::filesystem::path file, Files& files, int fd, std::uint64_t size, Key key)
        : m_file(std::move(file)), m_files(&files), m_fd(fd), m_size(size), m_key(std::move(key))
    {
    }
    [[nodiscard]] Result<void> write(int fd, BytesView bytes, const std::filesystem::path& file);

    std::filesystem::path m_file;
    Files* m_files;
    int m_fd = -1;
    std::uint64_t m_size = 0; ///< whole records; what is torn behind them is cut off
    Key m_key;
    std::optional<Error>
        m_fault; ///< of a sync or of a file that cannot be put right: the end of this mirror
};

} // namespace sz::store
