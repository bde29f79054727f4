// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A snapshot on its way to a desk: what is still missing, what has been checked, and where it lies until all of it is there.

#include "data/store/Files.h"
#include "data/sync/Frames.h"
#include "data/sync/Manifest.h"

#include <filesystem>
#include <set>

namespace sz::sync {

/// Keeps chunks as files named by their hash, so that a cut or a restart asks only for the rest. Thread: one.
class SnapshotFetch
{
public:
    explicit SnapshotFetch(std::filesystem::path folder, store::Files& files = store::systemFiles())
        : m_folder(std::move(folder)), m_files(&files)
    {
    }

    /// What this desk would take a snapshot for.
    struct Wanted
    {
        OperationId operation;
        UnitCode unit;
        std::uint64_t held = 0; ///< last place the desk has; chunks up to there are not needed
        std::optional<PublicKey> key; ///< of the log, if it is known
    };
    /// Checks the manifest. Errors: BadSignature (not signed, or by another key than the known one), BadEncoding,
    /// BadArgument (of another feed), NotFound (nothing in it that the desk does not have).
    [[nodiscard]] Result<void> begin(const SnapshotManifest& frame, const Wanted& wanted);
    /// The next chunks to ask for, so that `kAtOnce` are on their way.
    [[nodiscard]] std::vector<Digest> nextAsk();
    /// Errors: BadChain (other bytes than asked for), NotFound (headquarters has it no more), Io, NoSpace.
    [[nodiscard]] Result<void> take(const SnapshotChunk& chunk);
    [[nodiscard]] bool isComplete() const { return m_missing.empty() && m_asked.empty(); }

    [[nodiscard]] const Manifest& manifest() const { return m_manifest; }
    [[nodiscard]] std::uint64_t held() const { return m_wanted.held; }
    /// Chunks of the manifest that reach beyond what is held, in order.
    [[nodiscard]] std::vector<ChunkMark> needed() const;
    /// Reads a chunk and checks it again. Errors: BadChain (not there, or damaged on this disk). Thread: any.
    [[nodiscard]] Result<Bytes> read(const ChunkMark& chunk) const;
    /// Removes what lies there.
    void forget();

    static constexpr std::size_t kAtOnce = 12;

private:
    [[nodiscard]] std::filesystem::path fileOf(const Digest& hash) const;
    [[nodiscard]] bool isThere(const ChunkMark& chunk) const;
    [[nodiscard]] Result<void> write(const std::filesystem::path& file, BytesView bytes) const;

    std::filesystem::path m_folder;
    store::Files* m_files; ///< never null
    Wanted m_wanted;
    Manifest m_manifest;
    std::vector<Digest> m_missing; ///< to ask for, last first
    std::set<Digest> m_asked;
};

} // namespace sz::sync
