// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/sync/FileFrames.h"

#include <algorithm>

namespace sz::sync {
namespace {

constexpr int kFileOffer = 20;
constexpr int kFileState = 21;
constexpr int kFileChunk = 22;
constexpr int kFileAsk = 23;

Bytes pack(const Digest& hash)
{
    return {hash.begin(), hash.end()};
}

Digest unpack(log::FieldReader& in, std::int64_t key)
{
    Digest out{};
    const Bytes bytes = in.bytes(key);
    if (bytes.size() == out.size()) {
        std::ranges::copy(bytes, out.begin());
    } else {
        in.reject(key);
    }
    return out;
}

std::uint64_t count(log::FieldReader& in, std::int64_t key)
{
    const std::int64_t n = in.integer(key);
    if (n < 0) {
        in.reject(key);
    }
    return static_cast<std::uint64_t>(std::max<std::int64_t>(n, 0));
}

} // namespace

log::Fields packFile(const FileOffer& f)
{
    return {{0, kFileOffer}, {1, pack(f.hash)}, {2, f.incident.value}};
}

log::Fields packFile(const FileState& f)
{
    log::Fields out{{0, kFileState}, {1, pack(f.hash)}, {2, f.held}, {3, f.isWhole}};
    if (f.isRefused) {
        out.emplace(4, static_cast<int>(f.code));
    }
    return out;
}

log::Fields packFile(const FileChunk& f)
{
    return {{0, kFileChunk}, {1, pack(f.hash)}, {2, f.offset}, {3, f.bytes}};
}

log::Fields packFile(const FileAsk& f)
{
    return {{0, kFileAsk}, {1, pack(f.hash)}, {2, f.incident.value}, {3, f.offset}, {4, f.most}};
}

FileOffer readFileOffer(log::FieldReader& in)
{
    return {unpack(in, 1), IncidentId(in.text(2))};
}

FileState readFileState(log::FieldReader& in)
{
    FileState f{unpack(in, 1), count(in, 2), in.booleanOr(3, false), in.has(4), Code::Internal};
    if (f.isRefused) {
        f.code = static_cast<Code>(in.integer(4));
    }
    return f;
}

FileChunk readFileChunk(log::FieldReader& in)
{
    FileChunk f{unpack(in, 1), count(in, 2), in.bytes(3)};
    if (f.bytes.empty() || f.bytes.size() > kMostFilePiece) {
        in.reject(3);
    }
    return f;
}

FileAsk readFileAsk(log::FieldReader& in)
{
    FileAsk f{unpack(in, 1), IncidentId(in.text(2)), count(in, 3), count(in, 4)};
    f.most = std::clamp<std::uint64_t>(f.most, 1, kMostFilePiece);
    return f;
}

} // namespace sz::sync
