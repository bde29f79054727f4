// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A desk's log as a reader sees it: a connection of its own that cannot write, while the console works on the file.

#include "data/base/Clock.h"
#include "data/base/Ids.h"
#include "data/base/Result.h"
#include "data/vault/Aead.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>

namespace sz::store {

/// One accepted entry as this desk was told of it. The bytes are good until the visit returns.
struct ToldEntry
{
    std::uint64_t number = 0;
    std::uint32_t serial = 0; ///< see log::FeedItem
    BytesView raw;            ///< empty: given up with its incident
    std::uint64_t seq = 0;    ///< place in the feed
    Instant receivedAt{};     ///< headquarters' clock
};

/// What is read is the log of one moment, from open() on. Own acts that headquarters has not numbered are not among it.
/// Errors: those of a store (5xx). Thread: one, any.
class DeskReader
{
public:
    /// `key`: see SqliteSpec; needed only while it opens. Errors: NotFound (no log.db yet), PassphraseNeeded, StoreOpen,
    /// StoreCorrupt (not one of ours).
    [[nodiscard]] static Result<DeskReader>
    open(const std::filesystem::path& file, const vault::SecretKey* key = nullptr);
    DeskReader(DeskReader&&) noexcept;
    DeskReader& operator=(DeskReader&&) noexcept;
    ~DeskReader();

    [[nodiscard]] Result<OperationId> operation() const;
    /// Highest number this desk was told of; 0: none.
    [[nodiscard]] Result<std::uint64_t> head() const;
    /// In the order of the feed, up to and with number `last`.
    [[nodiscard]] Result<void>
    forEach(std::uint64_t last, const std::function<void(const ToldEntry&)>& visit) const;
    /// Highest place of the feed; 0: none.
    [[nodiscard]] Result<std::uint64_t> lastSeq() const;
    /// The places from `first` to `last`, in the order of the feed.
    [[nodiscard]] Result<void> forEachBetween(
        std::uint64_t first,
        std::uint64_t last,
        const std::function<void(const ToldEntry&)>& visit) const;
    /// These places, in the order given; missing ones are left out. Quick where they follow one another.
    [[nodiscard]] Result<void> forEachOf(
        std::span<const std::uint64_t> seqs,
        const std::function<void(const ToldEntry&)>& visit) const;

private:
    struct Impl;
    explicit DeskReader(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace sz::store
