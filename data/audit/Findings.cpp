// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/audit/Findings.h"

#include <algorithm>
#include <array>

namespace sz::audit {
namespace {

constexpr std::array kNames{
    "NumberMissing",    "NumberForged",    "EntryUnreadable",    "EntryDiffers",
    "EntryNotAsSigned", "EntryInNoFeed",   "DeskUnknown",        "CounterMissing",
    "AuthorChain",      "NotSignedByDesk", "BatchSignature",     "DeskHead",
    "FeedHash",         "FeedGap",         "FeedHead",           "LogTooShort",
    "TilesDamaged",     "TreeNotAsSigned", "CheckpointUnusable", "HeadsUnusable",
    "NotAContinuation", "FileMissing",     "FileDamaged",
};
static_assert(kNames.size() == static_cast<std::size_t>(Fault::FileDamaged) + 1);

bool explains(const Finding& one, const Finding& batch)
{
    const std::uint64_t last = std::max(one.counter, one.lastCounter);
    return one.fault != Fault::BatchSignature && one.desk == batch.desk
           && one.counter <= batch.lastCounter && last >= batch.counter;
}

} // namespace

const char* faultName(Fault fault)
{
    return kNames[static_cast<std::size_t>(fault)];
}

void Report::add(Finding finding)
{
    if (findings.size() < kMostFindings) {
        findings.push_back(std::move(finding));
    }
}

std::int64_t Report::firstBad() const
{
    std::int64_t first = 0;
    for (const Finding& one : findings) {
        const bool isExplained =
            one.fault == Fault::BatchSignature
            && std::ranges::any_of(findings, [&](const Finding& o) { return explains(o, one); });
        if (one.number != 0 && !isExplained && (first == 0 || one.number < first)) {
            first = one.number;
        }
    }
    return first;
}

} // namespace sz::audit
