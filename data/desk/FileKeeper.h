// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The bytes of attached files on this desk: a folder in which every name is made here, from a hash, never from a sender's text.

#include "data/base/Hash.h"
#include "data/store/Files.h"
#include "data/vault/Protection.h"

#include <filesystem>
#include <functional>
#include <optional>

namespace sz::desk {

/// Files of 0600 in a folder of 0700, named by the SHA-256 of their bytes; `.part` while they come, then checked and renamed. On a
/// protected desk they are sealed piece by piece, and their names are made with the desk's key: a stolen disk does not even
/// tell which known file lies there. Thread: any, one call on a hash at a time.
class FileKeeper
{
public:
    FileKeeper(std::filesystem::path folder, store::Files& files, vault::DataKey key);

    /// Removes what an add() that did not end has left. The folder is made with the first file.
    void open();

    struct Added
    {
        Digest hash{};
        std::uint64_t size = 0;
    };
    /// Copies a file in; on the disk when it returns. `most`: its largest size. Errors: FileUnreadable (or no regular file),
    /// FileTooLarge, BadArgument (empty), NoSpace, Io, SyncFailed; then nothing remains.
    [[nodiscard]] Result<Added> add(const std::filesystem::path& source, std::uint64_t most);
    [[nodiscard]] Result<Added> add(BytesView bytes);

    /// A whole one lies here.
    [[nodiscard]] bool has(const Digest& hash) const;
    /// At most `most` bytes of a whole file. Errors: NotFound, BadEncoding (damaged), Io.
    [[nodiscard]] Result<Bytes>
    read(const Digest& hash, std::uint64_t offset, std::size_t most) const;
    /// Writes the bytes in the clear into `to`, 0400, while examining them. Errors: NotFound, BadChain (damaged here: it is
    /// removed), Io, NoSpace; then `to` is not there.
    [[nodiscard]] Result<void> copyTo(const Digest& hash, const std::filesystem::path& to);

    /// Bytes of a file that is coming, from the beginning.
    [[nodiscard]] std::uint64_t held(const Digest& hash) const;
    /// Takes the next bytes; ignored unless `offset` is what is held. How much is held then. Errors: NoSpace, Io.
    [[nodiscard]] Result<std::uint64_t>
    append(const Digest& hash, std::uint64_t offset, BytesView bytes);
    /// All has come. Errors: BadChain (other bytes than the hash's: all is thrown away), Io, NoSpace, SyncFailed.
    [[nodiscard]] Result<void> finish(const Digest& hash, std::uint64_t size);
    /// Whole or begun; nothing when it is not there. Errors: Io.
    [[nodiscard]] Result<void> remove(const Digest& hash);

    /// Removes those not used longest until the whole ones have at most `most` bytes; never those whose name `isNeeded`.
    void shrinkTo(std::uint64_t most, const std::function<bool(const std::string&)>& isNeeded);
    /// Copies all whole and sound ones; used when a desk is protected, or no longer. Errors: NoSpace, Io, SyncFailed.
    [[nodiscard]] Result<void> copyAllTo(FileKeeper& other) const;
    /// Of the file on this disk.
    [[nodiscard]] std::string nameOf(const Digest& hash) const;

private:
    [[nodiscard]] std::filesystem::path fileOf(const Digest& hash) const;
    [[nodiscard]] std::filesystem::path partOf(const Digest& hash) const;
    [[nodiscard]] Result<void>
    write(const std::filesystem::path& file, std::uint64_t offset, BytesView bytes);
    [[nodiscard]] Result<void> put(const std::filesystem::path& part, const Digest& hash);
    [[nodiscard]] Result<Added>
    addFrom(const std::function<Result<Bytes>()>& next, std::uint64_t most);

    std::filesystem::path m_folder;
    store::Files& m_files;
    vault::DataKey m_key;
};

} // namespace sz::desk
