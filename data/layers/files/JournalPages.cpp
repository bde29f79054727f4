// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/layers/files/JournalPages.h"

#include <algorithm>
#include <array>
#include <optional>

namespace sz::layers {
namespace {

constexpr std::array<std::uint8_t, 8> kMagic{0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7};
constexpr std::size_t kHead = 28;
constexpr std::uint32_t kToTheEnd = 0xffffffff; ///< in place of a number of pages
constexpr std::size_t kLeastPage = 512;
constexpr std::size_t kMost = 65536; ///< bytes of a page, and of a sector
constexpr std::size_t kSumStep = 200;

std::uint32_t bigAt(BytesView bytes, std::size_t at)
{
    return std::uint32_t{bytes[at]} << 24U | std::uint32_t{bytes[at + 1]} << 16U
           | std::uint32_t{bytes[at + 2]} << 8U | std::uint32_t{bytes[at + 3]};
}

bool isPowerOfTwo(std::size_t value, std::size_t least)
{
    return value >= least && value <= kMost && (value & (value - 1)) == 0;
}

/// One for each time SQLite brought the journal to the disk.
struct Head
{
    std::uint32_t records = 0;
    std::uint32_t nonce = 0;
    std::size_t pages = 0; ///< of the database before
    std::size_t sector = 0;
    std::size_t pageSize = 0;
};

/// Nothing where no head begins.
std::optional<Head> headAt(BytesView journal, std::size_t at)
{
    if (at + kHead > journal.size() || !std::ranges::equal(journal.subspan(at, 8), kMagic)) {
        return std::nullopt;
    }
    Head head{
        bigAt(journal, at + 8), bigAt(journal, at + 12), bigAt(journal, at + 16),
        bigAt(journal, at + 20), bigAt(journal, at + 24)};
    return isPowerOfTwo(head.sector, 32) && isPowerOfTwo(head.pageSize, kLeastPage)
               ? std::optional(head)
               : std::nullopt;
}

std::uint32_t sumOf(BytesView page, std::uint32_t nonce)
{
    std::uint32_t sum = nonce;
    for (std::size_t at = page.size() - kSumStep; at > 0 && at < page.size(); at -= kSumStep) {
        sum += page[at];
    }
    return sum;
}

/// False from the first record on that does not check out.
bool takeBack(JournalPages& out, BytesView record, const Head& head)
{
    const std::size_t page = bigAt(record, 0);
    const BytesView from = record.subspan(4, head.pageSize);
    if (page == 0 || sumOf(from, head.nonce) != bigAt(record, 4 + head.pageSize)) {
        return false;
    }
    const std::size_t at = (page - 1) * head.pageSize;
    if (page <= head.pages && at + head.pageSize <= out.bytes.size()) {
        const auto to = out.bytes.subspan(at, head.pageSize);
        out.changed += std::ranges::equal(from, to) ? 0U : 1U;
        std::ranges::copy(from, to.begin());
    }
    return true;
}

} // namespace

JournalPages withJournal(std::span<std::uint8_t> database, BytesView journal)
{
    JournalPages out{database};
    const auto first = headAt(journal, 0);
    if (!first) {
        return out; // not hot
    }
    // The size before is a whole number of pages of a file that can only have grown, or was cut by a vacuum that is not over.
    out.isBroken = first->pages == 0 || first->pages * first->pageSize > database.size();
    if (out.isBroken) {
        return out;
    }
    std::size_t at = 0;
    for (auto head = first; head && head->pageSize == first->pageSize; head = headAt(journal, at)) {
        at += head->sector;
        const std::size_t size = head->pageSize + 8;
        const std::size_t room = at < journal.size() ? (journal.size() - at) / size : 0;
        const std::size_t count =
            head->records == kToTheEnd ? room : std::min<std::size_t>(head->records, room);
        for (std::size_t i = 0; i < count; ++i, at += size) {
            if (!takeBack(out, journal.subspan(at, size), *head)) {
                at = journal.size();
                break;
            }
        }
        at = (at + head->sector - 1) / head->sector * head->sector; // the next one begins a sector
    }
    const std::size_t before = first->pages * first->pageSize;
    out.changed += (out.bytes.size() - before) / first->pageSize;
    out.bytes = out.bytes.first(before);
    return out;
}

} // namespace sz::layers
