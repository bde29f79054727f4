// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/desk/FileKeeper.h"

#include "data/desk/SealedPieces.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <limits>
#include <unistd.h>
#include <vector>

namespace sz::desk {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kNameAbout = "sanzhen file name 1";

std::unexpected<Error> ioFailure(const fs::path& file)
{
    const bool isFull = errno == ENOSPC || errno == EDQUOT;
    return fail(isFull ? Code::NoSpace : Code::Io, std::strerror(errno), file.string());
}

std::uint64_t sizeOf(const fs::path& file)
{
    std::error_code missing;
    const auto size = fs::file_size(file, missing);
    return missing ? 0 : size;
}

bool isPart(const fs::path& file)
{
    return file.extension() == ".part";
}

std::string randomName()
{
    Bytes bytes(8);
    fillRandom(bytes);
    return "add-" + toHex(bytes) + ".part";
}

} // namespace

FileKeeper::FileKeeper(fs::path folder, store::Files& files, vault::DataKey key)
    : m_folder(std::move(folder)), m_files(files), m_key(std::move(key))
{
}

void FileKeeper::open()
{
    std::error_code ignored;
    for (const auto& one : fs::directory_iterator(m_folder, ignored)) {
        if (isPart(one.path()) && one.path().filename().string().starts_with("add-")) {
            std::ignore = m_files.remove(one.path());
        }
    }
}

Result<FileKeeper::Added> FileKeeper::add(const fs::path& source, std::uint64_t most)
{
    std::error_code error;
    if (!fs::is_regular_file(source, error)) { // a pipe would never end
        return fail(Code::FileUnreadable, "no file", source.string());
    }
    std::ifstream in(source, std::ios::binary);
    return addFrom(
        [&]() -> Result<Bytes> {
            Bytes piece(kPieceBytes);
            in.read(reinterpret_cast<char*>(piece.data()), kPieceBytes);
            if (!in && !in.eof()) {
                return fail(Code::FileUnreadable, "cannot be read", source.string());
            }
            piece.resize(static_cast<std::size_t>(in.gcount()));
            return piece;
        },
        most);
}

Result<FileKeeper::Added> FileKeeper::add(BytesView bytes)
{
    return addFrom(
        [&]() -> Result<Bytes> {
            const BytesView piece = bytes.first(std::min(bytes.size(), kPieceBytes));
            bytes = bytes.subspan(piece.size());
            return Bytes(piece.begin(), piece.end());
        },
        std::numeric_limits<std::uint64_t>::max());
}

Result<FileKeeper::Added>
FileKeeper::addFrom(const std::function<Result<Bytes>()>& next, std::uint64_t most)
{
    const fs::path part = m_folder / randomName();
    Sha256 hash;
    Added added;
    Result<void> done;
    for (bool isMore = true; isMore && done;) {
        const auto piece = next();
        if (!piece) {
            done = std::unexpected(piece.error());
        } else if (piece->empty()) {
            isMore = false;
            done = added.size > 0 ? Result<void>() : fail(Code::BadArgument, "an empty file");
        } else if (added.size + piece->size() > most) {
            done = fail(Code::FileTooLarge, std::to_string(most));
        } else {
            done = write(part, added.size, *piece);
            hash.add(*piece);
            added.size += piece->size();
        }
    }
    if (done) {
        added.hash = hash.finish();
        done = put(part, added.hash);
    }
    if (!done) {
        std::ignore = m_files.remove(part);
        return std::unexpected(done.error());
    }
    return added;
}

bool FileKeeper::has(const Digest& hash) const
{
    std::error_code ignored;
    return fs::exists(fileOf(hash), ignored);
}

Result<Bytes> FileKeeper::read(const Digest& hash, std::uint64_t offset, std::size_t most) const
{
    if (!has(hash)) {
        return fail(Code::NotFound, "not on this desk", toHex(hash));
    }
    Bytes out;
    return eachPiece(
               fileOf(hash), m_key.get(), offset,
               [&](BytesView bytes) {
                   const auto room = std::min(bytes.size(), most - out.size());
                   out.insert(
                       out.end(), bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(room));
                   return out.size() < most;
               })
        .and_then([&]() -> Result<Bytes> {
            return out.empty() ? fail(Code::NotFound, "nothing there", toHex(hash))
                               : Result<Bytes>(std::move(out));
        });
}

Result<void> FileKeeper::copyTo(const Digest& hash, const fs::path& to)
{
    if (!has(hash)) {
        return fail(Code::NotFound, "not on this desk", toHex(hash));
    }
    const int fd = ::open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0400);
    if (fd < 0) {
        return ioFailure(to);
    }
    Sha256 found;
    Result<void> written;
    auto read = eachPiece(fileOf(hash), m_key.get(), 0, [&](BytesView bytes) {
        found.add(bytes);
        while (!bytes.empty() && written) {
            const ssize_t n = ::write(fd, bytes.data(), bytes.size());
            if (n < 0 && errno != EINTR) {
                written = ioFailure(to);
            } else if (n > 0) {
                bytes = bytes.subspan(static_cast<std::size_t>(n));
            }
        }
        return written.has_value();
    });
    ::close(fd);
    std::error_code ignored;
    if (read && written && found.finish() != hash) {
        read = fail(Code::BadChain, "the file is damaged on this disk", toHex(hash));
    }
    if (!read || !written) {
        fs::remove(to, ignored);
        const Error why = read ? written.error() : read.error();
        if (why.code != Code::BadChain && why.code != Code::BadEncoding) {
            return std::unexpected(why);
        }
        std::ignore = m_files.remove(fileOf(hash));
        return fail(Code::BadChain, why.detail, why.where);
    }
    fs::last_write_time(fileOf(hash), fs::file_time_type::clock::now(), ignored);
    return {};
}

std::uint64_t FileKeeper::held(const Digest& hash) const
{
    return tailOf(partOf(hash), m_key != nullptr).plain;
}

Result<std::uint64_t> FileKeeper::append(const Digest& hash, std::uint64_t offset, BytesView bytes)
{
    const std::uint64_t held = this->held(hash);
    if (offset != held) {
        return held;
    }
    return write(partOf(hash), offset, bytes).transform([&] { return offset + bytes.size(); });
}

Result<void> FileKeeper::finish(const Digest& hash, std::uint64_t size)
{
    const fs::path part = partOf(hash);
    Sha256 found;
    std::uint64_t bytes = 0;
    const auto read = eachPiece(part, m_key.get(), 0, [&](BytesView piece) {
        found.add(piece);
        bytes += piece.size();
        return true;
    });
    if (!read || bytes != size || found.finish() != hash) {
        std::ignore = m_files.remove(part);
        return fail(Code::BadChain, "other bytes than the hash's", toHex(hash));
    }
    return put(part, hash);
}

Result<void> FileKeeper::remove(const Digest& hash)
{
    for (const fs::path& file : {fileOf(hash), partOf(hash)}) {
        std::error_code ignored;
        if (fs::exists(file, ignored) && m_files.remove(file) != 0 && errno != ENOENT) {
            return ioFailure(file);
        }
    }
    return {};
}

void FileKeeper::shrinkTo(
    std::uint64_t most,
    const std::function<bool(const std::string&)>& isNeeded)
{
    std::vector<std::pair<fs::file_time_type, fs::path>> files;
    std::uint64_t sum = 0;
    std::error_code error;
    for (const auto& one : fs::directory_iterator(m_folder, error)) {
        if (!isPart(one.path())) {
            files.emplace_back(one.last_write_time(error), one.path());
            sum += sizeOf(one.path());
        }
    }
    std::ranges::sort(files);
    for (const auto& [at, file] : files) {
        if (sum <= most) {
            return;
        }
        const bool isKept = isNeeded(file.filename().string());
        const std::uint64_t size = sizeOf(file);
        sum -= !isKept && m_files.remove(file) == 0 ? size : 0;
    }
}

Result<void> FileKeeper::copyAllTo(FileKeeper& other) const
{
    std::error_code error;
    if (!fs::exists(m_folder, error)) {
        return {};
    }
    for (const auto& one : fs::directory_iterator(m_folder, error)) {
        if (isPart(one.path())) {
            continue; // fetched again
        }
        std::vector<Bytes> pieces;
        const auto read = eachPiece(one.path(), m_key.get(), 0, [&](BytesView bytes) {
            pieces.emplace_back(bytes.begin(), bytes.end());
            return true;
        });
        if (!read) {
            continue; // damaged: headquarters may have it
        }
        std::size_t at = 0;
        const auto added = other.addFrom(
            [&]() -> Result<Bytes> { return at < pieces.size() ? pieces[at++] : Bytes(); },
            std::numeric_limits<std::uint64_t>::max());
        if (!added && added.error().code != Code::BadArgument) {
            return std::unexpected(added.error());
        }
    }
    return {};
}

std::string FileKeeper::nameOf(const Digest& hash) const
{
    return m_key == nullptr ? toHex(hash)
                            : toHex(sha256({m_key->bytes(), viewOf(kNameAbout), hash}));
}

fs::path FileKeeper::fileOf(const Digest& hash) const
{
    return m_folder / nameOf(hash);
}

fs::path FileKeeper::partOf(const Digest& hash) const
{
    return m_folder / (nameOf(hash) + ".part");
}

// What a torn write has left behind the last whole piece is cut off first, and after a failure what this one has.
Result<void> FileKeeper::write(const fs::path& file, std::uint64_t offset, BytesView bytes)
{
    const Tail tail = tailOf(file, m_key != nullptr);
    const Bytes record = m_key == nullptr ? Bytes() : sealPiece(*m_key, offset, bytes);
    BytesView rest = m_key == nullptr ? bytes : BytesView(record);
    if (std::error_code error; fs::create_directories(m_folder, error)) {
        fs::permissions(m_folder, fs::perms::owner_all, error);
    }
    const int fd = m_files.openAppend(file, false);
    if (fd < 0) {
        return ioFailure(file);
    }
    Result<void> done;
    if (sizeOf(file) > tail.stored && m_files.truncate(fd, tail.stored) != 0) {
        done = ioFailure(file);
    }
    while (!rest.empty() && done) {
        const std::ptrdiff_t n = m_files.write(fd, rest);
        if (n < 0 && errno != EINTR) {
            done = ioFailure(file);
            std::ignore = m_files.truncate(fd, tail.stored);
        } else if (n > 0) {
            rest = rest.subspan(static_cast<std::size_t>(n));
        }
    }
    m_files.close(fd);
    return done;
}

// On the disk first, then under its name, then the name on the disk.
Result<void> FileKeeper::put(const fs::path& part, const Digest& hash)
{
    const int fd = m_files.openAppend(part, false);
    if (fd < 0) {
        return ioFailure(part);
    }
    const bool isSynced = m_files.sync(fd) == 0;
    const int why = errno;
    m_files.close(fd);
    if (!isSynced) { // what the disk has of it nobody knows, and no second sync tells: it is fetched again
        std::ignore = m_files.remove(part);
        return fail(Code::SyncFailed, std::strerror(why), part.string());
    }
    if (m_files.rename(part, fileOf(hash)) != 0) {
        return ioFailure(part);
    }
    return m_files.syncFolder(m_folder) == 0 ? Result<void>() : ioFailure(m_folder);
}

} // namespace sz::desk
