// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// hq.db as an examiner sees it: every row as it lies there, nothing believed, nothing written.

#include "data/store/HqLog.h"

namespace sz::store {

/// One counter of a desk's chain, accepted or refused.
struct DeskRow
{
    std::uint64_t counter = 0;
    std::int64_t number = 0; ///< 0 = refused
    Digest author{};         ///< as stored; zeros for a refused one
    Digest entry{};          ///< hash of the stored bytes
};

struct BatchRow
{
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    Signature signature{}; ///< zeros when the stored one has another length
};

/// One place of a feed with the entry it names.
struct PlaceRow
{
    std::int64_t seq = 0;
    std::int64_t number = 0;
    Digest hash{};                      ///< as stored
    std::optional<log::FeedItem> entry; ///< nothing under that number
};

/// Numbers above `after`, up to and with `last`.
struct NumberRange
{
    std::int64_t after = std::numeric_limits<std::int64_t>::min();
    std::int64_t last = std::numeric_limits<std::int64_t>::max();
};

/// A connection of its own that cannot write; headquarters may work on the file meanwhile, but what is
/// read is the log of one moment, from the first question on. Errors everywhere: those of
/// a store (5xx). Thread: one.
class HqReader
{
public:
    /// Opens a file of any known version as it is, also on a read-only medium. Errors: StoreOpen, StoreCorrupt (not
    /// one of ours).
    [[nodiscard]] static Result<std::unique_ptr<HqReader>> open(const std::filesystem::path& file);
    ~HqReader();

    /// Empty when the log belongs to none yet.
    [[nodiscard]] Result<OperationId> operation() const;
    [[nodiscard]] Result<std::vector<DeskRecord>> desks() const;
    /// Ascending by number. Numbers as stored, so that 0 and negative ones are seen as such.
    [[nodiscard]] Result<void> forEachEntry(
        NumberRange range,
        const std::function<void(std::int64_t number, const NumberedEntry&)>& visit) const;
    /// Errors: NotFound.
    [[nodiscard]] Result<NumberedEntry> entry(std::uint64_t number) const;
    /// Number of the entry with this ULID text. Errors: NotFound.
    [[nodiscard]] Result<std::uint64_t> numberOf(const std::string& id) const;
    /// Lowest counter of each desk among the entries of a range.
    [[nodiscard]] Result<std::map<DeskId, std::uint64_t>> firstCounters(NumberRange range) const;
    /// Ascending by counter, from `first` on.
    [[nodiscard]] Result<void> forEachRow(
        const DeskId& desk,
        std::uint64_t first,
        const std::function<void(const DeskRow&)>& visit) const;
    /// Ascending by last counter; those that reach `first` or beyond.
    [[nodiscard]] Result<std::vector<BatchRow>>
    batches(const DeskId& desk, std::uint64_t first) const;
    /// Chain of the desk after an accepted entry of this counter. Errors: NotFound.
    [[nodiscard]] Result<Digest> authorAt(const DeskId& desk, std::uint64_t counter) const;
    /// Units with places or a head.
    [[nodiscard]] Result<std::vector<UnitCode>> feeds() const;
    /// Ascending by seq; places whose numbers are in the range, or all.
    [[nodiscard]] Result<void> forEachPlace(
        const UnitCode& unit,
        NumberRange range,
        const std::function<void(const PlaceRow&)>& visit) const;
    [[nodiscard]] Result<std::map<UnitCode, FeedHead>> feedHeads() const;
    /// Errors: NotFound.
    [[nodiscard]] Result<Digest> feedHashAt(const UnitCode& unit, std::uint64_t seq) const;

private:
    struct Impl;
    explicit HqReader(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace sz::store
