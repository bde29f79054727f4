// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Snapshots of units' feeds for desks that begin or are far behind: cut a chunk at a time, signed, two generations kept.

#include "data/hq/LogLine.h"
#include "data/proof/Checkpoint.h"
#include "data/proof/Note.h"
#include "data/store/HqFeeds.h"
#include "data/sync/Frames.h"
#include "data/sync/Manifest.h"

#include <deque>
#include <filesystem>
#include <functional>
#include <memory>

namespace sz::hq {

struct SnapshotSpec
{
    std::filesystem::path folder; ///< headquarters'; log.key and snapshots/ lie there
    Millis every = std::chrono::hours{24};
    std::uint64_t lag =
        50'000; ///< places: a desk so far behind is offered one; a smaller feed has none
    std::size_t chunkBytes = 768 * 1024; ///< of entries before compression; tests make it small
};

/// <folder>/snapshots: one manifest a unit and the one before it, chunks under the names of their hashes. What is cut is
/// read from the store and linked again, place by place; a feed that does not link is not signed. A chunk, once full, never
/// changes: the next snapshot begins with the chunks of the last. Thread: the engine's.
class SnapshotShelf
{
public:
    using Head = std::function<store::FeedHead(const UnitCode&)>;

    /// Errors: those of the log's key (BadCertificate), Io.
    [[nodiscard]] static Result<std::unique_ptr<SnapshotShelf>>
    open(SnapshotSpec spec, OperationId operation, const store::HqFeeds& feeds, LogSink sink);

    /// Last place of the newest snapshot; 0 when there is none.
    [[nodiscard]] std::uint64_t offered(const UnitCode& unit);
    /// Null when there is none.
    [[nodiscard]] const sync::SnapshotManifest* manifest(const UnitCode& unit);
    /// Only chunks of the unit's own snapshots; empty when it is none (any more).
    [[nodiscard]] Bytes chunk(const UnitCode& unit, const Digest& hash);
    /// A desk is `behind` places behind: cuts one soon when that would have helped it.
    void noteLag(const UnitCode& unit, std::uint64_t held, const store::FeedHead& head);
    /// Cuts at most one chunk; about 15 ms. `units` are looked through once a minute for a snapshot that is due.
    void tick(
        Instant now,
        const std::function<std::vector<UnitCode>()>& units,
        const Head& head,
        const proof::Checkpoint& tree);
    /// Key that signs; desks hold later snapshots to it.
    [[nodiscard]] const PublicKey& key() const { return m_signer.verifier().key; }
    [[nodiscard]] bool isCutting() const { return m_cut.has_value() || !m_wanted.empty(); }

private:
    struct Kept
    {
        sync::Manifest manifest;
        sync::SnapshotManifest frame;
    };
    struct Shelf
    {
        std::optional<Kept> newest;
        std::optional<Kept> older;
        bool isLoaded = false;
    };
    struct Cut
    {
        UnitCode unit;
        sync::Manifest draft;
        store::FeedHead at;
        std::uint64_t upTo = 0;
    };
    SnapshotShelf(
        SnapshotSpec spec,
        OperationId operation,
        proof::Signer signer,
        const store::HqFeeds& feeds,
        LogSink sink);

    Shelf& shelf(const UnitCode& unit);
    [[nodiscard]] std::optional<Kept> load(const std::filesystem::path& file) const;
    [[nodiscard]] std::optional<Kept> loadOf(const UnitCode& unit, const char* ending) const;
    [[nodiscard]] std::filesystem::path fileOf(const UnitCode& unit, const char* ending) const;
    [[nodiscard]] std::filesystem::path chunkFile(const Digest& hash) const;
    void want(const UnitCode& unit);
    void lookForDue(Instant now, const std::vector<UnitCode>& units, const Head& head);
    void begin(const UnitCode& unit, const store::FeedHead& head, Instant now);
    [[nodiscard]] Result<void> cutOne();
    [[nodiscard]] Result<void> finish(const proof::Checkpoint& tree);
    void sweep();

    SnapshotSpec m_spec;
    OperationId m_operation;
    proof::Signer m_signer;
    const store::HqFeeds& m_feeds;
    LogSink m_sink;
    std::map<UnitCode, Shelf> m_shelves;
    std::deque<UnitCode> m_wanted;
    std::optional<Cut> m_cut;
    Instant m_lookedAt;
};

} // namespace sz::hq
