// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/sync/Manifest.h"

#include "data/log/Cbor.h"

#include <algorithm>

namespace sz::sync {
namespace {

using log::Array;
using log::Fields;
using log::Value;

Bytes pack(const Digest& digest)
{
    return {digest.begin(), digest.end()};
}

bool unpack(const Value& value, Digest& out)
{
    const auto* bytes = value.as<Bytes>();
    if (bytes == nullptr || bytes->size() != out.size()) {
        return false;
    }
    std::ranges::copy(*bytes, out.begin());
    return true;
}

bool readChunk(const Value& value, std::uint64_t after, ChunkMark& out)
{
    const auto* parts = value.as<Array>();
    if (parts == nullptr || parts->size() < 4) {
        return false;
    }
    const auto* size = (*parts)[1].as<std::int64_t>();
    const auto* last = (*parts)[2].as<std::int64_t>();
    if (size == nullptr || last == nullptr || *size < 1
        || *size > static_cast<std::int64_t>(kMaxChunkBytes)
        || *last <= static_cast<std::int64_t>(after)) {
        return false;
    }
    out.size = static_cast<std::uint64_t>(*size);
    out.last = static_cast<std::uint64_t>(*last);
    return unpack((*parts)[0], out.hash) && unpack((*parts)[3], out.feedHash);
}

} // namespace

Bytes encodeManifest(const Manifest& m)
{
    Array chunks;
    for (const ChunkMark& c : m.chunks) {
        chunks.emplace_back(Array{pack(c.hash), c.size, c.last, pack(c.feedHash)});
    }
    return log::encode(Fields{
        {1, m.operation.value},
        {2, m.unit.value},
        {3, toUtcMs(m.cutAt)},
        {4, m.treeSize},
        {5, pack(m.treeRoot)},
        {6, std::move(chunks)}});
}

Result<Manifest> decodeManifest(BytesView bytes)
{
    const auto value = log::decode(bytes);
    const auto* fields = value ? value->as<Fields>() : nullptr;
    if (fields == nullptr) {
        return fail(Code::BadEncoding, "a manifest is a CBOR map");
    }
    log::FieldReader in(*fields);
    Manifest m;
    m.operation = OperationId(in.text(1));
    m.unit = UnitCode(in.text(2));
    m.cutAt = fromUtcMs(in.integer(3));
    m.treeSize = static_cast<std::uint64_t>(std::max<std::int64_t>(in.integer(4), 0));
    if (!unpack(Value(in.bytes(5)), m.treeRoot)) {
        in.reject(5);
    }
    const Array& chunks = in.array(6);
    if (chunks.empty() || chunks.size() > kMaxChunks) {
        in.reject(6);
    }
    for (const Value& one : chunks) {
        ChunkMark mark;
        if (!readChunk(one, m.headSeq(), mark)) {
            in.reject(6);
            break;
        }
        m.chunks.push_back(mark);
    }
    if (auto ok = in.finish("manifest"); !ok) {
        return std::unexpected(ok.error());
    }
    return m;
}

Bytes signedManifest(BytesView manifest)
{
    constexpr std::string_view kWords = "sanzhen snapshot 1\n";
    Bytes out(kWords.begin(), kWords.end());
    out.insert(out.end(), manifest.begin(), manifest.end());
    return out;
}

} // namespace sz::sync
