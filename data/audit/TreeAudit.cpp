// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/audit/Parts.h"
#include "data/proof/Files.h"

#include <algorithm>

namespace sz::audit {
namespace {

void find(Report& report, Fault fault, std::string detail, std::int64_t number = 0)
{
    report.add({fault, number, {}, 0, 0, {}, 0, std::move(detail)});
}

std::string inWords(const Error& error)
{
    return error.where.empty() ? error.detail : error.where + ": " + error.detail;
}

Result<std::string> readText(const std::filesystem::path& file)
{
    return proof::readWhole(file).transform([](const Bytes& b) { return std::string(textOf(b)); });
}

// The root as the tiles' lowest level gives it.
Digest rootOfLeaves(const proof::Hashes& leaves)
{
    return leaves.empty() ? sha256(BytesView{}) : proof::rootOf(std::span(leaves));
}

// One level from the next lower one; compares it with its tiles.
proof::Hashes checkLevel(
    const proof::TileFolder& tiles,
    unsigned level,
    const proof::Hashes& below,
    Report& report)
{
    proof::Hashes hashes;
    for (std::size_t at = 0; at + proof::kTileWidth <= below.size(); at += proof::kTileWidth) {
        hashes.push_back(proof::rootOf(std::span(below).subspan(at, proof::kTileWidth)));
    }
    for (std::size_t at = 0; at < hashes.size(); at += proof::kTileWidth) {
        const std::uint64_t index = at / proof::kTileWidth;
        const auto tile = tiles.tile(level, index);
        if (!tile) {
            find(report, Fault::TilesDamaged, inWords(tile.error()));
        } else if (!std::ranges::equal(*tile, std::span(hashes).subspan(at, tile->size()))) {
            find(report, Fault::TilesDamaged, proof::tilePath(level, index));
        }
    }
    return hashes;
}

// Without a store the record is all there is of the entry, and the finding names it.
void checkBundle(
    const proof::TileFolder& tiles,
    std::uint64_t index,
    const proof::Hashes& tile,
    bool isAll,
    Report& report)
{
    const auto records = tiles.bundle(index);
    if (!records) {
        find(report, Fault::TilesDamaged, inWords(records.error()));
        return;
    }
    for (std::size_t i = 0; i < tile.size(); ++i) {
        const auto record = proof::Record::parse((*records)[i]);
        if (proof::leafHash(viewOf((*records)[i])) != tile[i] || !record
            || record->number != index * proof::kTileWidth + i + 1) {
            const std::uint64_t number = isAll ? index * proof::kTileWidth + i + 1 : 0;
            find(
                report, Fault::TilesDamaged, proof::bundlePath(index),
                static_cast<std::int64_t>(number));
            return;
        }
    }
}

proof::Hashes readLeaves(const proof::TileFolder& tiles, bool isAll, Report& report)
{
    proof::Hashes leaves;
    for (std::uint64_t index = 0; index * proof::kTileWidth < tiles.size(); ++index) {
        const auto tile = tiles.tile(0, index);
        if (!tile) {
            find(report, Fault::TilesDamaged, inWords(tile.error()));
            return leaves; // what follows could not be placed
        }
        checkBundle(tiles, index, *tile, isAll, report);
        leaves.insert(leaves.end(), tile->begin(), tile->end());
    }
    return leaves;
}

Result<std::string>
noteOf(const Evidence& evidence, const char* file, const std::string& withoutFolder)
{
    return evidence.tlog.empty() ? Result<std::string>(withoutFolder)
                                 : readText(evidence.tlog / file);
}

Result<proof::Checkpoint> openHead(const Evidence& evidence)
{
    return noteOf(evidence, "checkpoint", evidence.notes.checkpoint)
        .and_then(
            [&](const std::string& note) { return proof::openCheckpoint(note, *evidence.key); });
}

std::optional<proof::Heads> openHeads(const Evidence& evidence, Report& report)
{
    auto heads =
        noteOf(evidence, "heads", evidence.notes.heads).and_then([&](const std::string& note) {
            return proof::openHeads(note, *evidence.key);
        });
    if (!heads) {
        find(report, Fault::HeadsUnusable, inWords(heads.error()));
        return std::nullopt;
    }
    return std::move(*heads);
}

void checkOlder(const Evidence& evidence, const proof::Hashes& leaves, Report& report)
{
    const auto older = proof::openCheckpoint(evidence.older, *evidence.key);
    if (!older) {
        find(report, Fault::CheckpointUnusable, "the older one: " + inWords(older.error()));
    } else if (
        older->size > leaves.size()
        || rootOfLeaves({leaves.begin(), leaves.begin() + static_cast<std::ptrdiff_t>(older->size)})
               != older->root) {
        find(report, Fault::NotAContinuation, std::to_string(older->size));
    }
}

} // namespace

SignedLeaves
auditTiles(const Evidence& evidence, Report& report, std::optional<proof::Heads>& heads)
{
    SignedLeaves out;
    const auto head = openHead(evidence);
    if (!head) {
        find(report, Fault::CheckpointUnusable, inWords(head.error()));
        return out;
    }
    report.hasCheckpoint = true;
    report.signedSize = out.size = head->size;
    heads = openHeads(evidence, report);
    out.areKnown = true;
    if (evidence.tlog.empty()) {
        return out; // the store's own records have to lead to the signed root
    }
    const proof::TileFolder tiles(evidence.tlog, head->size);
    out.leaves = readLeaves(tiles, !evidence.hasStore(), report);
    out.areProven = out.leaves.size() == head->size && rootOfLeaves(out.leaves) == head->root;
    proof::Hashes level = out.leaves;
    for (unsigned n = 1; level.size() >= proof::kTileWidth; ++n) {
        level = checkLevel(tiles, n, level, report);
    }
    if (!out.areProven) {
        find(report, Fault::TilesDamaged, "the tiles do not lead to the signed root");
    }
    if (!evidence.older.empty()) {
        checkOlder(evidence, out.leaves, report);
    }
    return out;
}

void TreeComparison::compare(std::int64_t number, const proof::Record& record)
{
    const auto at = static_cast<std::uint64_t>(number - 1);
    if (!m_leaves.areKnown || at >= m_leaves.size) {
        return;
    }
    const Digest leaf = record.leaf();
    if (!m_leaves.areProven) {
        m_own.push_back(leaf); // a gap shows as another root
    } else if (leaf != m_leaves.leaves[at]) {
        m_report.add(
            {Fault::EntryNotAsSigned, number, DeskId(record.desk), record.counter, 0, {}, 0, {}});
    } else {
        Seen::set(m_seen.isProven, number);
    }
}

// When the tiles cannot be believed the store may still be: its own records then lead to the signed root.
void TreeComparison::finish(const Evidence& evidence)
{
    if (!m_leaves.areKnown) {
        return;
    }
    if (m_seen.head < static_cast<std::int64_t>(m_leaves.size)) {
        m_report.add({Fault::LogTooShort, m_seen.head + 1, {}, 0, 0, {}, 0, {}});
    }
    const auto head = openHead(evidence);
    if (m_leaves.areProven || !head || rootOfLeaves(m_own) == head->root) {
        return;
    }
    const auto own = std::ranges::mismatch(m_own, m_leaves.leaves).in1;
    const bool isNamed = own != m_own.end() && !m_leaves.leaves.empty();
    find(m_report, Fault::TreeNotAsSigned, {}, isNamed ? own - m_own.begin() + 1 : 0);
}

} // namespace sz::audit
