// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What an examination of a log found, in a form that can be told in any language.

#include "data/base/Ids.h"
#include "data/base/Result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace sz::audit {

enum class Fault : std::uint8_t {
    NumberMissing,    ///< no entry under the number
    NumberForged,     ///< an entry where no number can be: below 1
    EntryUnreadable,  ///< the bytes are no entry
    EntryDiffers,     ///< the row says otherwise than the entry's own bytes
    EntryNotAsSigned, ///< the record differs from the leaf under the signed root
    EntryInNoFeed,
    DeskUnknown,
    CounterMissing,  ///< a desk's chain has a hole or ends early
    AuthorChain,     ///< the desk's chain does not lead to the stored value
    NotSignedByDesk, ///< no batch of the desk covers the counter
    BatchSignature,  ///< a batch's signature does not verify
    DeskHead,        ///< the desk's row, or the signed heads, know another end of its chain
    FeedHash,        ///< a place whose running hash does not follow
    FeedGap,
    FeedHead,    ///< the feed's head, or the signed heads, know another hash there
    LogTooShort, ///< the signed tree has more entries
    TilesDamaged,
    TreeNotAsSigned,    ///< the log does not lead to the signed root
    CheckpointUnusable, ///< missing, unreadable or not signed by the key
    HeadsUnusable,
    NotAContinuation, ///< an older checkpoint is not part of this log
    FileMissing,      ///< no bytes for a file an entry named more than a day ago
    FileDamaged,      ///< the bytes are not those of the hash
};

/// One fault and where. `number` is 0 where it concerns no accepted entry, or cannot say which.
struct Finding
{
    Fault fault = Fault::NumberMissing;
    std::int64_t number = 0;
    DeskId desk;
    std::uint64_t counter = 0;     ///< first counter concerned
    std::uint64_t lastCounter = 0; ///< of a batch
    UnitCode feed;
    std::int64_t place = 0;
    std::string detail; ///< English, for tools: a file, an error
};

/// Stable English name of a fault ("EntryNotAsSigned").
[[nodiscard]] const char* faultName(Fault fault);

struct Report
{
    std::uint64_t entries = 0;
    std::uint64_t refused = 0;
    std::uint64_t batches = 0;
    std::uint64_t desks = 0;
    std::uint64_t feeds = 0;
    std::uint64_t signedSize = 0; ///< of the checkpoint; 0 without one
    bool hasCheckpoint = false;
    std::uint64_t files = 0;         ///< entries that name a file whose bytes are there and right
    std::uint64_t filesOnTheWay = 0; ///< and those whose desk has not sent them yet, within a day
    std::vector<Finding> findings;   ///< in no order; at most kMostFindings

    static constexpr std::size_t kMostFindings = 100'000;
    void add(Finding finding);
    [[nodiscard]] bool isSound() const { return findings.empty(); }
    /// Number of the first entry that is not as it was accepted; 0 when the faults lie elsewhere. A batch whose
    /// signature fails counts as its first entry unless another finding says which of its entries it is.
    [[nodiscard]] std::int64_t firstBad() const;
};

} // namespace sz::audit
