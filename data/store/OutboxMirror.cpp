// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/OutboxMirror.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <utility>

namespace sz::store {
namespace {

using log::Fields;

constexpr std::size_t kHeadBytes = 12; // length and check

Bytes pack(const Digest& d)
{
    return {d.begin(), d.end()};
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

constexpr std::string_view kAbout = "sanzhen outbox mirror 1";

Bytes frame(const Bytes& plain, const OutboxMirror::Key& key)
{
    const Bytes payload = key ? vault::seal(*key, plain, viewOf(kAbout)) : plain;
    const Digest check = sha256(payload);
    Bytes out;
    out.reserve(kHeadBytes + payload.size());
    for (int i = 3; i >= 0; --i) {
        out.push_back(static_cast<std::uint8_t>(payload.size() >> (8 * i)));
    }
    out.insert(out.end(), check.begin(), check.begin() + 8);
    out.insert(out.end(), payload.begin(), payload.end());
    return out;
}

Bytes entryRecord(const OwnEntry& e, const OutboxMirror::Key& key)
{
    return frame(
        log::encode(
            Fields{{1, e.counter}, {2, pack(e.previous)}, {3, pack(e.authorHash)}, {4, e.raw}}),
        key);
}

Bytes headRecord(const ChainHead& head, const OutboxMirror::Key& key)
{
    return frame(log::encode(Fields{{1, head.seq}, {3, pack(head.hash)}}), key);
}

Error systemError(const std::filesystem::path& file)
{
    const int code = errno;
    return {
        code == ENOSPC || code == EDQUOT ? Code::NoSpace : Code::Io, std::strerror(code),
        file.string()};
}

bool takeRecord(BytesView payload, OutboxMirror::Contents& into, const OutboxMirror::Key& key)
{
    const auto plain =
        key ? vault::unseal(*key, payload, viewOf(kAbout)) : Bytes(payload.begin(), payload.end());
    const auto value = plain ? log::decode(*plain) : std::unexpected(plain.error());
    const auto* fields = value ? value->as<Fields>() : nullptr;
    if (fields == nullptr) {
        return false;
    }
    log::FieldReader in(*fields);
    into.head = {static_cast<std::uint64_t>(in.integer(1)), unpack(in, 3)};
    if (in.has(4)) {
        OwnEntry e;
        e.counter = into.head.seq;
        e.previous = unpack(in, 2);
        e.authorHash = into.head.hash;
        e.raw = in.bytes(4);
        into.entries.push_back(std::move(e));
    }
    return in.ok();
}

// What the file holds, and where the last whole record ends.
std::pair<OutboxMirror::Contents, std::size_t>
readWhole(const std::filesystem::path& file, const OutboxMirror::Key& key)
{
    OutboxMirror::Contents out;
    std::ifstream in(file, std::ios::binary);
    const Bytes all{std::istreambuf_iterator<char>(in), {}};
    std::size_t at = 0;
    while (all.size() - at >= kHeadBytes) {
        std::size_t length = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            length = length << 8 | all[at + i];
        }
        if (length > all.size() - at - kHeadBytes) {
            break;
        }
        const BytesView payload = BytesView(all).subspan(at + kHeadBytes, length);
        const Digest check = sha256(payload);
        if (!std::equal(
                check.begin(), check.begin() + 8, all.begin() + static_cast<std::ptrdiff_t>(at + 4))
            || !takeRecord(payload, out, key)) {
            break;
        }
        at += kHeadBytes + length;
    }
    return {std::move(out), at};
}

} // namespace

OutboxMirror::Contents OutboxMirror::read(const std::filesystem::path& file, const Key& key)
{
    return readWhole(file, key).first;
}

Result<Bytes>
OutboxMirror::resealed(const std::filesystem::path& file, const Key& from, const Key& to)
{
    const auto [contents, size] = readWhole(file, from);
    std::error_code ignored;
    const auto whole = std::filesystem::file_size(file, ignored);
    if (!ignored && whole > 0 && size == 0) {
        return fail(Code::FileMalformed, "no record of the mirror can be read", file.string());
    }
    const ChainHead head =
        contents.entries.empty()
            ? contents.head
            : ChainHead{contents.entries.front().counter - 1, contents.entries.front().previous};
    Bytes all = headRecord(head, to);
    for (const OwnEntry& entry : contents.entries) {
        const Bytes record = entryRecord(entry, to);
        all.insert(all.end(), record.begin(), record.end());
    }
    return all;
}

// A record torn by the last power cut would hide every later one from the reader: it is cut off first.
Result<OutboxMirror> OutboxMirror::open(const std::filesystem::path& file, Files& files, Key key)
{
    const std::size_t size = readWhole(file, key).second;
    const int fd = files.openAppend(file, false);
    if (fd < 0) {
        return std::unexpected(systemError(file));
    }
    OutboxMirror mirror(file, files, fd, size, std::move(key));
    if (files.truncate(fd, size) != 0) {
        return std::unexpected(systemError(file));
    }
    return mirror;
}

OutboxMirror::OutboxMirror(OutboxMirror&& other) noexcept
    : m_file(std::move(other.m_file)), m_files(other.m_files), m_fd(std::exchange(other.m_fd, -1)),
      m_size(other.m_size), m_key(std::move(other.m_key)), m_fault(std::move(other.m_fault))
{
}

OutboxMirror& OutboxMirror::operator=(OutboxMirror&& other) noexcept
{
    std::swap(m_file, other.m_file);
    std::swap(m_files, other.m_files);
    std::swap(m_fd, other.m_fd);
    std::swap(m_size, other.m_size);
    std::swap(m_key, other.m_key);
    std::swap(m_fault, other.m_fault);
    return *this;
}

OutboxMirror::~OutboxMirror()
{
    if (m_fd >= 0) {
        m_files->close(m_fd);
    }
}

Result<void> OutboxMirror::write(int fd, BytesView bytes, const std::filesystem::path& file)
{
    while (!bytes.empty()) {
        const std::ptrdiff_t n = m_files->write(fd, bytes);
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n < 0) {
            return std::unexpected(systemError(file));
        }
        bytes = bytes.subspan(static_cast<std::size_t>(n));
    }
    // Never retried: after a failed sync the kernel may drop the page and call the next one good (findings/trust.md §1).
    if (m_files->sync(fd) != 0) {
        return fail(Code::SyncFailed, std::strerror(errno), file.string());
    }
    return {};
}

Result<void> OutboxMirror::append(const OwnEntry& entry)
{
    if (m_fault) {
        return std::unexpected(*m_fault);
    }
    const Bytes record = entryRecord(entry, m_key);
    if (auto done = write(m_fd, record, m_file); !done) {
        const bool isClean =
            done.error().code == Code::NoSpace && m_files->truncate(m_fd, m_size) == 0;
        if (!isClean) {
            m_fault = done.error();
        }
        return done;
    }
    m_size += record.size();
    return {};
}

Result<void> OutboxMirror::rewrite(ChainHead head, const std::vector<OwnEntry>& unsent)
{
    if (m_fault) {
        return std::unexpected(*m_fault);
    }
    const std::filesystem::path fresh = m_file.string() + ".new";
    const int fd = m_files->openAppend(fresh, true);
    if (fd < 0) {
        return std::unexpected(systemError(fresh));
    }
    Bytes all = headRecord(
        unsent.empty() ? head : ChainHead{unsent.front().counter - 1, unsent.front().previous},
        m_key);
    for (const OwnEntry& entry : unsent) {
        const Bytes record = entryRecord(entry, m_key);
        all.insert(all.end(), record.begin(), record.end());
    }
    auto written = write(fd, all, fresh);
    if (!written || m_files->rename(fresh, m_file) != 0) {
        const Error error = written ? systemError(fresh) : written.error();
        m_files->close(fd);
        if (error.code == Code::SyncFailed) {
            m_fault = error;
        }
        return std::unexpected(error);
    }
    m_files->close(std::exchange(m_fd, fd));
    m_size = all.size();
    // Until the folder is synced a power cut may bring the old file back, without what is appended to the new one.
    if (m_files->syncFolder(m_file.parent_path()) != 0) {
        m_fault = Error{Code::SyncFailed, std::strerror(errno), m_file.string()};
        return std::unexpected(*m_fault);
    }
    return {};
}

} // namespace sz::store
