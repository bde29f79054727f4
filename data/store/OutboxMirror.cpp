// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/OutboxMirror.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <unistd.h>
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
    if (bytes.size() == out.size())
    {
        std::ranges::copy(bytes, out.begin());
    }
    else
    {
        in.reject(key);
    }
    return out;
}

Bytes frame(const Bytes& payload)
{
    const Digest check = sha256(payload);
    Bytes out;
    out.reserve(kHeadBytes + payload.size());
    for (int i = 3; i >= 0; --i)
    {
        out.push_back(static_cast<std::uint8_t>(payload.size() >> (8 * i)));
    }
    out.insert(out.end(), check.begin(), check.begin() + 8);
    out.insert(out.end(), payload.begin(), payload.end());
    return out;
}

Bytes entryRecord(const OwnEntry& e)
{
    return frame(log::encode(Fields{{1, e.counter}, {2, pack(e.previous)}, {3, pack(e.authorHash)}, {4, e.raw}}));
}

Bytes headRecord(const ChainHead& head)
{
    return frame(log::encode(Fields{{1, head.seq}, {3, pack(head.hash)}}));
}

Error systemError(const std::filesystem::path& file)
{
    const int code = errno;
    return {code == ENOSPC || code == EDQUOT ? Code::NoSpace : Code::Io, std::strerror(code), file.string()};
}

Result<void> writeAll(int fd, BytesView bytes, const std::filesystem::path& file)
{
    while (!bytes.empty())
    {
        const ssize_t n = ::write(fd, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR)
        {
            continue;
        }
        if (n < 0)
        {
            return std::unexpected(systemError(file));
        }
        bytes = bytes.subspan(static_cast<std::size_t>(n));
    }
    // Never retried: after a failed sync the kernel may drop the page and call the next one good (findings/trust.md §1).
    if (::fdatasync(fd) != 0)
    {
        return fail(Code::SyncFailed, std::strerror(errno), file.string());
    }
    return {};
}

int openForAppend(const std::filesystem::path& file, int extra)
{
    return ::open(file.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | extra, 0600);
}

bool takeRecord(BytesView payload, OutboxMirror::Contents& into)
{
    const auto value = log::decode(payload);
    const auto* fields = value ? value->as<Fields>() : nullptr;
    if (fields == nullptr)
    {
        return false;
    }
    log::FieldReader in(*fields);
    into.head = {static_cast<std::uint64_t>(in.integer(1)), unpack(in, 3)};
    if (in.has(4))
    {
        OwnEntry e;
        e.counter = into.head.seq;
        e.previous = unpack(in, 2);
        e.authorHash = into.head.hash;
        e.raw = in.bytes(4);
        into.entries.push_back(std::move(e));
    }
    return in.ok();
}

} // namespace

OutboxMirror::Contents OutboxMirror::read(const std::filesystem::path& file)
{
    Contents out;
    std::ifstream in(file, std::ios::binary);
    const Bytes all{std::istreambuf_iterator<char>(in), {}};
    std::size_t at = 0;
    while (all.size() - at >= kHeadBytes)
    {
        std::size_t length = 0;
        for (std::size_t i = 0; i < 4; ++i)
        {
            length = length << 8 | all[at + i];
        }
        if (length > all.size() - at - kHeadBytes)
        {
            break;
        }
        const BytesView payload = BytesView(all).subspan(at + kHeadBytes, length);
        const Digest check = sha256(payload);
        if (!std::equal(check.begin(), check.begin() + 8, all.begin() + static_cast<std::ptrdiff_t>(at + 4))
            || !takeRecord(payload, out))
        {
            break;
        }
        at += kHeadBytes + length;
    }
    return out;
}

Result<OutboxMirror> OutboxMirror::open(const std::filesystem::path& file)
{
    const int fd = openForAppend(file, 0);
    if (fd < 0)
    {
        return std::unexpected(systemError(file));
    }
    return OutboxMirror(file, fd);
}

OutboxMirror::OutboxMirror(OutboxMirror&& other) noexcept
    : m_file(std::move(other.m_file)), m_fd(std::exchange(other.m_fd, -1))
{
}

OutboxMirror& OutboxMirror::operator=(OutboxMirror&& other) noexcept
{
    std::swap(m_file, other.m_file);
    std::swap(m_fd, other.m_fd);
    return *this;
}

OutboxMirror::~OutboxMirror()
{
    if (m_fd >= 0)
    {
        ::close(m_fd);
    }
}

Result<void> OutboxMirror::append(const OwnEntry& entry)
{
    return writeAll(m_fd, entryRecord(entry), m_file);
}

Result<void> OutboxMirror::rewrite(ChainHead head, const std::vector<OwnEntry>& unsent)
{
    const std::filesystem::path fresh = m_file.string() + ".new";
    const int fd = openForAppend(fresh, O_TRUNC);
    if (fd < 0)
    {
        return std::unexpected(systemError(fresh));
    }
    Bytes all = headRecord(unsent.empty() ? head : ChainHead{unsent.front().counter - 1, unsent.front().previous});
    for (const OwnEntry& entry : unsent)
    {
        const Bytes record = entryRecord(entry);
        all.insert(all.end(), record.begin(), record.end());
    }
    auto written = writeAll(fd, all, fresh);
    if (!written || ::rename(fresh.c_str(), m_file.c_str()) != 0)
    {
        const Error error = written ? systemError(fresh) : written.error();
        ::close(fd);
        return std::unexpected(error);
    }
    ::close(std::exchange(m_fd, fd));
    return {};
}

} // namespace sz::store
