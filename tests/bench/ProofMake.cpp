// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// proof-make: the proof of one entry among a million, from tiles on a disk. Floor: reading the files it needs.
#include "data/log/Chain.h"
#include "data/proof/Files.h"
#include "data/proof/LogProof.h"
#include "data/proof/Record.h"
#include "data/proof/TileFolder.h"
#include "tests/bench/Bench.h"

#include <chrono>
#include <format>

namespace sz::bench {
namespace {

constexpr int kEntries = 1'000'000;
constexpr int kProofs = 1000;
constexpr double kGoalMs = 1;
constexpr double kLeafGoalUs = 5;
constexpr double kCheckGoalSeconds = 1.5;

class Watch
{
public:
    [[nodiscard]] double seconds() const
    {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
    }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

proof::Record recordOf(std::uint64_t number, BytesView raw)
{
    return {number, fromUtcMs(1'790'000'000'000), "D05-01", number, 0, {}, log::entryHash(raw)};
}

Bytes entryBytes(std::uint64_t number)
{
    Bytes out(300, 7);
    for (int i = 0; i < 8; ++i) {
        out[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(number >> 8 * i);
    }
    return out;
}

// A log on a disk, signed once.
struct SignedFolder
{
    std::filesystem::path folder;
    std::uint64_t size = 0;
    proof::Signer signer{"sanzhen/bench", proof::KeyType::Ed25519, SigningKey::generate()};
    std::string note = {};

    [[nodiscard]] Result<void> make()
    {
        proof::TileTree tree;
        for (std::uint64_t n = 1; n <= size; ++n) {
            tree.append(recordOf(n, entryBytes(n)).text());
            if (n % 65'536 == 0) {
                if (auto ok = tree.write(folder); !ok) {
                    return ok;
                }
            }
        }
        const std::string head =
            proof::Checkpoint{signer.verifier().name, size, tree.root(), {}}.text();
        note = proof::Note{head, {proof::signNote(head, signer, {})}}.format();
        return tree.write(folder);
    }
};

std::uint64_t indexOf(int i, std::uint64_t size)
{
    return static_cast<std::uint64_t>(i) * 7919 % size;
}

// Nothing is kept from one proof to the next, as when each is asked for by a call of its own.
Result<Measured> measureMaking(const SignedFolder& log, int count)
{
    std::vector<double> made;
    std::vector<double> floor;
    std::size_t bytes = 0;
    for (int i = 0; i < count; ++i) {
        const std::uint64_t index = indexOf(i, log.size);
        const Watch watch;
        const proof::TileFolder tiles(log.folder, log.size);
        const auto proof = proof::makeLogProof(tiles, index, log.note);
        const auto record = tiles.record(index);
        if (!proof || !record) {
            return std::unexpected(proof ? record.error() : proof.error());
        }
        bytes = std::max(bytes, proof->format().size());
        made.push_back(watch.seconds() * 1000);
        if (!proof::verifyLogProof(
                *proof, proof::leafHash(viewOf(*record)), log.signer.verifier())) {
            return fail(Code::Internal, "a proof does not verify");
        }
        const Watch reading;
        const proof::TileFolder again(log.folder, log.size);
        for (unsigned level = 0; log.size >> level * proof::kTileLevels > 0; ++level) {
            (void)again.tile(level, index >> (level + 1) * proof::kTileLevels);
        }
        (void)again.bundle(index / proof::kTileWidth);
        floor.push_back(reading.seconds() * 1000);
    }
    return Measured{
        "proof-make",
        median(made),
        "ms",
        median(floor),
        std::format("reading its tiles; at most {} bytes a proof of {} entries", bytes, log.size),
        {Goal::Of::Value, kGoalMs},
        made.size()};
}

// What the tree adds to an entry on its way into the log; everything else happens when it is signed.
Measured measureLeaf(int count)
{
    std::vector<Bytes> entries;
    for (int i = 0; i < count; ++i) {
        entries.push_back(entryBytes(static_cast<std::uint64_t>(i)));
    }
    Digest sink{};
    const Watch link;
    for (const Bytes& raw : entries) {
        sink = log::authorLink(sink, log::entryHash(raw));
    }
    const double floor = link.seconds() * 1e6 / count;
    const Watch leaf;
    for (const Bytes& raw : entries) {
        sink[0] ^= recordOf(sink[1], raw).leaf()[0];
    }
    return {"proof-leaf",  leaf.seconds() * 1e6 / count,   "us",
            floor,         "the link of the author chain", {Goal::Of::Value, kLeafGoalUs},
            entries.size()};
}

// Every tile against every other and the root, as an outsider with the folder does. Floor: reading the tiles.
Result<Measured> measureCheck(const SignedFolder& log)
{
    const auto readAll = [&](proof::Hashes* leaves) -> Result<void> {
        const proof::TileFolder tiles(log.folder, log.size);
        for (std::uint64_t i = 0; i * proof::kTileWidth < log.size; ++i) {
            const auto tile = tiles.tile(0, i);
            if (!tile) {
                return std::unexpected(tile.error());
            }
            if (leaves != nullptr) {
                leaves->insert(leaves->end(), tile->begin(), tile->end());
            }
        }
        return {};
    };
    const Watch reading;
    if (auto ok = readAll(nullptr); !ok) {
        return std::unexpected(ok.error());
    }
    const double floor = reading.seconds();
    const Watch watch;
    proof::Hashes leaves;
    if (auto ok = readAll(&leaves); !ok) {
        return std::unexpected(ok.error());
    }
    const auto head = proof::openCheckpoint(log.note, log.signer.verifier());
    if (!head || proof::rootOf(std::span(leaves)) != head->root) {
        return fail(Code::Internal, "the root does not verify");
    }
    return Measured{"proof-check", watch.seconds(),     "s",
                    floor,         "reading the tiles", {Goal::Of::Value, kCheckGoalSeconds},
                    leaves.size()};
}

} // namespace

Outcome proofMake(const Setting& setting)
{
    SignedFolder log{
        setting.folder / "tlog", static_cast<std::uint64_t>(setting.count(kEntries, 1000))};
    if (auto ok = log.make(); !ok) {
        return std::unexpected(ok.error());
    }
    const auto made = measureMaking(log, setting.count(kProofs, 5));
    const auto checked = measureCheck(log);
    if (!made || !checked) {
        return std::unexpected(made ? checked.error() : made.error());
    }
    return std::vector<Measured>{*made, measureLeaf(setting.count(200'000, 100)), *checked};
}

} // namespace sz::bench
