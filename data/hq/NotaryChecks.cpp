// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/hq/NotaryChecks.h"

#include "data/audit/LogAudit.h"
#include "data/hq/NotaryFiles.h"
#include "data/proof/TileFolder.h"
#include "data/store/LogRecord.h"

#include <format>

namespace sz::hq {
namespace {

Result<void> need(bool condition, const std::string& detail)
{
    if (!condition) {
        return fail(Code::BadChain, detail);
    }
    return {};
}

} // namespace

Result<void> examine(const store::HqReader& reader, std::uint64_t after, std::uint64_t last)
{
    return audit::auditRange(reader, after, last).and_then([](const audit::Report& report) {
        const auto& findings = report.findings;
        return need(
            report.isSound(), report.isSound() ? ""
                                               : std::format(
                                                     "entry {}: {}", report.firstBad(),
                                                     audit::faultName(findings.front().fault)));
    });
}

Result<void> checkGrowth(
    const std::filesystem::path& tlog,
    const proof::VerifierKey& key,
    std::uint64_t before,
    const proof::Checkpoint& next)
{
    const proof::TileFolder tiles(tlog, next.size);
    const auto root = proof::rootOf(tiles, next.size);
    const auto growth = proof::consistencyProof(tiles, before, next.size);
    if (!root || !growth) {
        return std::unexpected(root ? growth.error() : root.error());
    }
    const auto onDisk = readNote(tlog / "checkpoint");
    const auto last = !onDisk || !*onDisk
                          ? Result<proof::Checkpoint>(proof::Checkpoint{key.name, 0, {}, {}})
                          : proof::openCheckpoint(**onDisk, key);
    return last.and_then([&](const proof::Checkpoint& shown) {
        return need(
            *root == next.root && shown.size == before
                && proof::verifyConsistency(shown.size, shown.root, next.size, next.root, *growth),
            "the new tree does not continue the signed one");
    });
}

Result<proof::Heads> collectHeads(const store::HqReader& reader, const proof::Checkpoint& next)
{
    const auto desks = reader.desks();
    const auto feeds = reader.feedHeads();
    if (!desks || !feeds) {
        return std::unexpected(desks ? feeds.error() : desks.error());
    }
    proof::Heads heads{{proof::headsName(next.origin), next.size, next.root, {}}, {}, {}};
    for (const store::DeskRecord& desk : *desks) {
        heads.desks.emplace(
            proof::plainToken(desk.id.value),
            proof::DeskHead{desk.key, desk.lastCounter, desk.author});
    }
    for (const auto& [unit, head] : *feeds) {
        heads.feeds.emplace(proof::plainToken(unit.value), proof::PlaceHead{head.seq, head.hash});
    }
    return heads;
}

Result<void>
checkHeads(const store::HqReader& reader, const proof::Heads& before, const proof::Heads& next)
{
    for (const auto& [id, desk] : before.desks) {
        const auto now = next.desks.find(id);
        const bool goesOn = now != next.desks.end() && now->second.key == desk.key
                            && (now->second.counter > desk.counter || now->second == desk);
        if (!goesOn) {
            return fail(Code::BadChain, "desk " + id + " does not continue its signed chain");
        }
    }
    for (const auto& [unit, feed] : before.feeds) {
        const auto now = reader.feedHashAt(UnitCode(unit), feed.seq);
        if (!next.feeds.contains(unit) || next.feeds.at(unit).seq < feed.seq || !now
            || *now != feed.hash) {
            return fail(Code::BadChain, "feed " + unit + " does not continue its signed hash");
        }
    }
    return {};
}

Result<void> compareWithTiles(
    const store::HqReader& reader,
    const std::filesystem::path& tlog,
    std::uint64_t size,
    std::uint64_t from,
    std::uint64_t to)
{
    const proof::TileFolder tiles(tlog, size);
    std::uint64_t seen = from;
    Result<void> done;
    auto read = reader.forEachEntry(
        {static_cast<std::int64_t>(from), static_cast<std::int64_t>(to)},
        [&](std::int64_t, const store::NumberedEntry& entry) {
            const auto leaf = tiles.subtree(0, seen);
            if (!done || !leaf) {
                done = done && !leaf ? std::unexpected(leaf.error()) : done;
            } else if (entry.number != ++seen) {
                done = fail(Code::StoreCorrupt, std::format("entry {} is missing", seen));
            } else if (*leaf != store::recordOf(entry).leaf()) {
                done = fail(Code::BadChain, std::format("entry {} is not as it was signed", seen));
            }
        });
    return read.and_then([&] { return done; }).and_then([&]() -> Result<void> {
        if (seen != to) {
            return fail(Code::StoreCorrupt, std::format("entry {} is missing", seen + 1));
        }
        return {};
    });
}

} // namespace sz::hq
