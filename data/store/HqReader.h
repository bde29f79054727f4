// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Headquarters' store as an examiner sees it: every row as it lies there, nothing believed, nothing written.

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

/// A connection of its own that cannot write; headquarters may work on the store meanwhile, but what is
/// read is the log of one moment, from the first question on. Errors everywhere: those of
/// a store (5xx). Thread: one.
class HqReader
{
public:
    /// Opens a file of any known version as it is, also on a read-only medium. Errors: StoreOpen, StoreCorrupt (not
    /// one of ours).
    [[nodiscard]] static Result<std::unique_ptr<HqReader>> open(const std::filesystem::path& file);
    virtual ~HqReader() = default;

    /// Empty when the log belongs to none yet.
    [[nodiscard]] virtual Result<OperationId> operation() const = 0;
    /// Highest number; 0 for an empty log.
    [[nodiscard]] virtual Result<std::uint64_t> head() const = 0;
    [[nodiscard]] virtual Result<std::vector<DeskRecord>> desks() const = 0;
    /// Ascending by number. Numbers as stored, so that 0 and negative ones are seen as such.
    [[nodiscard]] virtual Result<void> forEachEntry(
        NumberRange range,
        const std::function<void(std::int64_t number, const NumberedEntry&)>& visit) const = 0;
    /// Errors: NotFound.
    [[nodiscard]] virtual Result<NumberedEntry> entry(std::uint64_t number) const = 0;
    /// Number of the entry with this ULID text. Errors: NotFound.
    [[nodiscard]] virtual Result<std::uint64_t> numberOf(const std::string& id) const = 0;
    /// Lowest counter of each desk among the entries of a range.
    [[nodiscard]] virtual Result<std::map<DeskId, std::uint64_t>>
    firstCounters(NumberRange range) const = 0;
    /// Ascending by counter, from `first` on.
    [[nodiscard]] virtual Result<void> forEachRow(
        const DeskId& desk,
        std::uint64_t first,
        const std::function<void(const DeskRow&)>& visit) const = 0;
    /// Ascending by last counter; those that reach `first` or beyond.
    [[nodiscard]] virtual Result<std::vector<BatchRow>>
    batches(const DeskId& desk, std::uint64_t first) const = 0;
    /// Chain of the desk after an accepted entry of this counter. Errors: NotFound.
    [[nodiscard]] virtual Result<Digest>
    authorAt(const DeskId& desk, std::uint64_t counter) const = 0;
    /// Units with places or a head.
    [[nodiscard]] virtual Result<std::vector<UnitCode>> feeds() const = 0;
    /// Ascending by seq; places whose numbers are in the range, or all.
    [[nodiscard]] virtual Result<void> forEachPlace(
        const UnitCode& unit,
        NumberRange range,
        const std::function<void(const PlaceRow&)>& visit) const = 0;
    [[nodiscard]] virtual Result<std::map<UnitCode, FeedHead>> feedHeads() const = 0;
    /// Errors: NotFound.
    [[nodiscard]] virtual Result<Digest>
    feedHashAt(const UnitCode& unit, std::uint64_t seq) const = 0;
};

} // namespace sz::store
