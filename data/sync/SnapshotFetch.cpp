// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/sync/SnapshotFetch.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <ranges>

namespace sz::sync {
namespace {

std::unexpected<Error> ioFailure(const std::filesystem::path& file)
{
    const bool isFull = errno == ENOSPC || errno == EDQUOT;
    return fail(isFull ? Code::NoSpace : Code::Io, std::strerror(errno), file.string());
}

} // namespace

// Not synced: what a power cut takes is asked for again, and every chunk is checked when it is read.
Result<void> SnapshotFetch::write(const std::filesystem::path& file, BytesView bytes) const
{
    const std::filesystem::path beside = file.string() + ".part";
    const int fd = m_files->openAppend(beside, true);
    if (fd < 0) {
        return ioFailure(beside);
    }
    Result<void> done;
    while (!bytes.empty() && done) {
        const std::ptrdiff_t n = m_files->write(fd, bytes);
        if (n < 0 && errno != EINTR) {
            done = ioFailure(beside);
        } else if (n > 0) {
            bytes = bytes.subspan(static_cast<std::size_t>(n));
        }
    }
    m_files->close(fd);
    return done.and_then([&]() -> Result<void> {
        return m_files->rename(beside, file) == 0 ? Result<void>() : ioFailure(file);
    });
}

Result<void> SnapshotFetch::begin(const SnapshotManifest& frame, const Wanted& wanted)
{
    if (wanted.key && *wanted.key != frame.key) {
        return fail(Code::BadSignature, "the snapshot is signed with another key than the log's");
    }
    if (!verifySignature(frame.key, signedManifest(frame.manifest), frame.signature)) {
        return fail(Code::BadSignature, "the snapshot's signature does not verify");
    }
    auto manifest = decodeManifest(frame.manifest);
    if (!manifest) {
        return std::unexpected(manifest.error());
    }
    if (manifest->operation != wanted.operation || manifest->unit != wanted.unit) {
        return fail(Code::BadArgument, "the snapshot is of another feed");
    }
    if (manifest->headSeq() <= wanted.held) {
        return fail(Code::NotFound, "the snapshot is older than what this desk has");
    }
    std::error_code error;
    std::filesystem::create_directories(m_folder, error);
    m_wanted = wanted;
    m_manifest = std::move(*manifest);
    m_asked.clear();
    m_missing.clear();
    for (const ChunkMark& chunk : needed() | std::views::reverse) {
        if (!isThere(chunk)) {
            m_missing.push_back(chunk.hash);
        }
    }
    return {};
}

std::vector<ChunkMark> SnapshotFetch::needed() const
{
    std::vector<ChunkMark> out;
    std::ranges::copy_if(m_manifest.chunks, std::back_inserter(out), [&](const ChunkMark& c) {
        return c.last > m_wanted.held;
    });
    return out;
}

std::vector<Digest> SnapshotFetch::nextAsk()
{
    std::vector<Digest> out;
    while (!m_missing.empty() && m_asked.size() < kAtOnce) {
        out.push_back(m_missing.back());
        m_asked.insert(m_missing.back());
        m_missing.pop_back();
    }
    return out;
}

Result<void> SnapshotFetch::take(const SnapshotChunk& chunk)
{
    if (!m_asked.contains(chunk.hash)) {
        return {}; // of an earlier ask
    }
    if (chunk.bytes.empty()) {
        return fail(Code::NotFound, "headquarters has this chunk no more");
    }
    if (chunk.bytes.size() > kMaxChunkBytes || sha256(chunk.bytes) != chunk.hash) {
        return fail(Code::BadChain, "a chunk of the snapshot has other bytes than its name says");
    }
    return write(fileOf(chunk.hash), chunk.bytes).transform([&] { m_asked.erase(chunk.hash); });
}

Result<Bytes> SnapshotFetch::read(const ChunkMark& chunk) const
{
    const std::filesystem::path file = fileOf(chunk.hash);
    Bytes bytes(chunk.size);
    std::ifstream in(file, std::ios::binary);
    in.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    if (!in || sha256(bytes) != chunk.hash) {
        return fail(
            Code::BadChain, "a chunk of the snapshot is damaged on this disk", file.string());
    }
    return bytes;
}

void SnapshotFetch::forget()
{
    std::error_code ignored;
    for (const auto& one : std::filesystem::directory_iterator(m_folder, ignored)) {
        std::ignore = m_files->remove(one.path());
    }
    std::filesystem::remove(m_folder, ignored);
    m_missing.clear();
    m_asked.clear();
}

std::filesystem::path SnapshotFetch::fileOf(const Digest& hash) const
{
    return m_folder / toHex(hash);
}

// Read, not only measured: one that a power cut has torn is asked for again, alone.
bool SnapshotFetch::isThere(const ChunkMark& chunk) const
{
    std::error_code error;
    return std::filesystem::file_size(fileOf(chunk.hash), error) == chunk.size && !error
           && read(chunk).has_value();
}

} // namespace sz::sync
