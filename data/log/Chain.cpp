// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/log/Chain.h"

#include <array>

namespace sz::log {
namespace {

/// Four integers as 8 bytes big endian each, one after another.
std::array<std::uint8_t, 32> bigEndian(const std::array<std::uint64_t, 4>& numbers)
{
    std::array<std::uint8_t, 32> out{};
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i] = static_cast<std::uint8_t>(numbers[i / 8] >> (56 - 8 * (i % 8)));
    }
    return out;
}

std::vector<Digest> hashesOf(const Batch& batch)
{
    std::vector<Digest> out;
    out.reserve(batch.entries.size());
    for (const Bytes& raw : batch.entries) {
        out.push_back(entryHash(raw));
    }
    return out;
}

// What a desk signs. The leading words keep a signature from ever meaning something else.
Bytes signedPart(const Batch& batch, const std::vector<Digest>& entryHashes)
{
    Array hashes;
    hashes.reserve(entryHashes.size());
    for (const Digest& hash : entryHashes) {
        hashes.emplace_back(Bytes(hash.begin(), hash.end()));
    }
    return encode(Array{
        "sanzhen batch 1", batch.operation.value, batch.desk.value, batch.firstCounter,
        Bytes(batch.previous.begin(), batch.previous.end()), std::move(hashes)});
}

} // namespace

Digest authorLink(const Digest& previous, const Digest& entry)
{
    return sha256({previous, entry});
}

void signBatch(Batch& batch, const SigningKey& key)
{
    batch.signature = key.sign(signedPart(batch, hashesOf(batch)));
}

bool verifyBatch(const Batch& batch, const PublicKey& key)
{
    return verifyBatch(batch, hashesOf(batch), key);
}

bool verifyBatch(const Batch& batch, const std::vector<Digest>& entryHashes, const PublicKey& key)
{
    return verifySignature(key, signedPart(batch, entryHashes), batch.signature);
}

Digest feedStart(const OperationId& operation, const UnitCode& unit)
{
    const Bytes zero{0};
    return sha256(
        {viewOf("sanzhen feed"), zero, viewOf(operation.value), zero, viewOf(unit.value)});
}

Digest feedLink(const Digest& previous, const FeedItem& item)
{
    const auto head = bigEndian(
        {item.seq, item.number, static_cast<std::uint64_t>(toUtcMs(item.receivedAt)), item.serial});
    const Digest hash = entryHash(item.raw);
    return sha256({previous, head, hash});
}

} // namespace sz::log
