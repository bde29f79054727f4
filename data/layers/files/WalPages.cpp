// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/layers/files/WalPages.h"

#include <algorithm>
#include <map>

namespace sz::layers {
namespace {

constexpr std::size_t kHead = 32;
constexpr std::size_t kFrameHead = 24;
constexpr std::size_t kChecked = 24;         ///< bytes of the head that are in its checksum
constexpr std::size_t kFrameChecked = 8;     ///< of a frame's
constexpr std::uint32_t kMagic = 0x377f0682; ///< the lowest bit: checksums of big-endian words
constexpr std::size_t kPageSizeAt = 16;      ///< of the database's own head
constexpr std::size_t kLeastPage = 512;
constexpr std::size_t kMostPage = 65536;

std::uint32_t bigAt(BytesView bytes, std::size_t at)
{
    return std::uint32_t{bytes[at]} << 24U | std::uint32_t{bytes[at + 1]} << 16U
           | std::uint32_t{bytes[at + 2]} << 8U | std::uint32_t{bytes[at + 3]};
}

std::uint32_t littleAt(BytesView bytes, std::size_t at)
{
    return std::uint32_t{bytes[at + 3]} << 24U | std::uint32_t{bytes[at + 2]} << 16U
           | std::uint32_t{bytes[at + 1]} << 8U | std::uint32_t{bytes[at]};
}

/// Runs over the whole log, frame after frame.
class Checksum
{
public:
    explicit Checksum(bool isBig) : m_isBig(isBig) {}

    void add(BytesView bytes)
    {
        for (std::size_t i = 0; i + 8 <= bytes.size(); i += 8) {
            m_first += (m_isBig ? bigAt(bytes, i) : littleAt(bytes, i)) + m_second;
            m_second += (m_isBig ? bigAt(bytes, i + 4) : littleAt(bytes, i + 4)) + m_first;
        }
    }
    [[nodiscard]] bool isAt(BytesView bytes, std::size_t at) const
    {
        return bigAt(bytes, at) == m_first && bigAt(bytes, at + 4) == m_second;
    }

private:
    bool m_isBig;
    std::uint32_t m_first = 0;
    std::uint32_t m_second = 0;
};

/// 0: none that a database can have.
std::size_t pageSizeOf(BytesView database)
{
    if (database.size() < kPageSizeAt + 2) {
        return 0;
    }
    const std::size_t said =
        std::size_t{database[kPageSizeAt]} << 8U | std::size_t{database[kPageSizeAt + 1]};
    const std::size_t size = said == 1 ? kMostPage : said;
    return size < kLeastPage || (size & (size - 1)) != 0 ? 0 : size;
}

/// Where the committed pages lie in the log.
struct Committed
{
    bool isOfIt = false;
    bool isDamaged =
        false; ///< a frame of this log does not check out; those of a log before it are no damage
    std::size_t pages = 0;                       ///< of the database after the last commit; 0: none
    std::map<std::uint32_t, std::size_t> places; ///< page, from 1, to the byte where it begins
};

Committed committedIn(BytesView log, std::size_t pageSize)
{
    Committed out;
    const std::uint32_t magic = bigAt(log, 0);
    Checksum sum((magic & 1U) != 0);
    sum.add(log.first(kChecked));
    out.isOfIt = (magic & ~1U) == kMagic && bigAt(log, 8) == pageSize && sum.isAt(log, kChecked);
    std::map<std::uint32_t, std::size_t> pending; // of a transaction that has not ended yet
    const std::size_t frame = kFrameHead + pageSize;
    for (std::size_t at = kHead; out.isOfIt && at + frame <= log.size(); at += frame) {
        const BytesView head = log.subspan(at, kFrameHead);
        sum.add(head.first(kFrameChecked));
        sum.add(log.subspan(at + kFrameHead, pageSize));
        const bool isOfLog = bigAt(head, 8) == bigAt(log, 16) && bigAt(head, 12) == bigAt(log, 20);
        out.isDamaged = isOfLog && !sum.isAt(head, 16);
        if (!isOfLog || out.isDamaged || bigAt(head, 0) == 0) {
            break;
        }
        pending[bigAt(head, 0)] = at + kFrameHead;
        if (const std::uint32_t pages = bigAt(head, 4); pages != 0) {
            for (const auto& [page, place] : pending) {
                out.places.insert_or_assign(page, place);
            }
            pending.clear();
            out.pages = pages;
        }
    }
    return out;
}

} // namespace

WalPages withLog(std::span<std::uint8_t> database, BytesView log)
{
    WalPages out;
    out.bytes = database;
    const std::size_t pageSize = pageSizeOf(database);
    const bool isNone =
        log.size() < kHead || std::ranges::all_of(log.first(kHead), [](auto b) { return b == 0; });
    if (isNone || pageSize == 0) {
        return out;
    }
    const Committed committed = committedIn(log, pageSize);
    const std::size_t size = committed.pages * pageSize;
    // Pages that came are all in the log: a longer database is a lie.
    const bool isLie = size > database.size() + log.size();
    out.isBroken = !committed.isOfIt || committed.isDamaged || isLie;
    if (!committed.isOfIt || isLie || size == 0) {
        return out;
    }
    if (size > database.size()) {
        out.grown.assign(database.begin(), database.end());
        out.grown.resize(size);
        out.bytes = out.grown;
    }
    for (const auto& [page, at] : committed.places) {
        if (page > committed.pages) {
            continue; // cut off again by a later commit
        }
        const BytesView from = log.subspan(at, pageSize);
        const auto to = out.bytes.subspan((page - 1) * pageSize, pageSize);
        out.changed += std::ranges::equal(from, to) ? 0U : 1U;
        std::ranges::copy(from, to.begin());
    }
    out.bytes = out.bytes.first(size);
    return out;
}

} // namespace sz::layers
