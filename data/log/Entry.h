// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One act of one duty person: the only thing that is ever stored or sent. Never edited, never deleted.

#include "data/base/Clock.h"
#include "data/base/Hash.h"
#include "data/base/Ids.h"
#include "data/base/Ulid.h"
#include "data/log/Cbor.h"

namespace sz::log {

/// What an entry is about. Values are wire values.
enum class SubjectKind : std::uint8_t {
    Operation = 0, ///< the whole operation: mode, seats
    Incident = 1,
};

struct Subject
{
    SubjectKind kind = SubjectKind::Operation;
    std::string id; ///< ULID text; of the operation empty, or a matter of its own ("mode")
    auto operator<=>(const Subject&) const = default;
};

/// Hybrid logical time: for display and tie-break only; order comes from headquarters.
struct HybridTime
{
    Instant wall;
    std::uint32_t counter = 0;
    auto operator<=>(const HybridTime&) const = default;
};

/// The decoded head of an entry. The encoded bytes are what is hashed, kept and forwarded: fields this version does not
/// know survive there.
struct Entry
{
    Ulid id;
    DeskId desk;
    UnitCode unit;     ///< the unit the desk belongs to
    PostCode post;     ///< the duty post that acted; may be empty (the system)
    PersonCode person; ///< who had signed on; empty: a shared seat, or a desk of before persons
    std::uint8_t role = 0;
    HybridTime time;
    std::uint32_t type = 0;
    std::uint32_t typeVersion = 1;
    Subject subject;
    std::uint64_t base = 0; ///< subject version (number of its entries) the author had seen
    Bytes body;             ///< CBOR map of the act (model/Acts.h)
};

inline constexpr std::size_t kMaxEntryBytes = 64 * 1024;

[[nodiscard]] Bytes encodeEntry(const Entry& entry);
/// Errors: BadEncoding (also when larger than kMaxEntryBytes, a number out of its field's range, or a body that does not
/// start as a CBOR map; the rest of the body is checked by who knows the type).
[[nodiscard]] Result<Entry> decodeEntry(BytesView raw);
/// The name of an entry in every chain: SHA-256 of its encoded bytes.
[[nodiscard]] inline Digest entryHash(BytesView raw)
{
    return sha256(raw);
}

/// Makes hybrid times that never go backwards on this desk, whatever its clock does (findings/sync.md §9).
class HybridClock
{
public:
    explicit HybridClock(HybridTime last = {}) : m_last(last) {}
    [[nodiscard]] HybridTime next(Instant now);
    /// Takes in a time seen from elsewhere, at most `kMaxLead` ahead of now.
    void witness(HybridTime seen, Instant now);
    static constexpr Minutes kMaxLead{10};

private:
    HybridTime m_last;
};

} // namespace sz::log
