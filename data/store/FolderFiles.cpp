// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Attached files in a folder: the file store of one headquarters.
#include "data/store/HqFiles.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>

namespace sz::store {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPiece = 1 << 20;

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

bool isThere(const fs::path& file)
{
    std::error_code ignored;
    return fs::exists(file, ignored);
}

Result<Digest> digestOf(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    Sha256 hash;
    Bytes piece(kPiece);
    while (in) {
        in.read(reinterpret_cast<char*>(piece.data()), static_cast<std::streamsize>(kPiece));
        hash.add(BytesView(piece).first(static_cast<std::size_t>(in.gcount())));
    }
    if (!in.eof()) {
        return fail(Code::Io, "cannot be read", file.string());
    }
    return hash.finish();
}

class FolderFiles final : public HqFiles
{
public:
    FolderFiles(fs::path folder, Files& files, std::uint64_t keepFree)
        : m_folder(std::move(folder)), m_files(files), m_keepFree(keepFree)
    {
    }

    Result<HeldFile> held(const Digest& hash) override
    {
        const fs::path whole = fileOf(hash);
        const bool isWhole = isThere(whole);
        return HeldFile{sizeOf(isWhole ? whole : partOf(hash)), isWhole};
    }

    Result<HeldFile>
    append(const Digest& hash, std::uint64_t size, std::uint64_t offset, BytesView bytes) override
    {
        const auto now = held(hash);
        if (now->isWhole || offset != now->bytes) {
            return now;
        }
        if (offset >= size) {
            return finish(hash, size);
        }
        if (bytes.size() > size || offset > size - bytes.size()) {
            return fail(Code::BadArgument, "more bytes than the entry tells of");
        }
        return room(size - offset)
            .and_then([&] { return write(partOf(hash), offset, bytes); })
            .and_then([&]() -> Result<HeldFile> {
                const std::uint64_t held = offset + bytes.size();
                return held < size ? Result<HeldFile>(HeldFile{held, false}) : finish(hash, size);
            });
    }

    Result<Bytes> read(const Digest& hash, std::uint64_t offset, std::size_t most) override
    {
        const fs::path file = fileOf(hash);
        const std::uint64_t size = sizeOf(file);
        if (offset >= size) {
            return fail(Code::NotFound, "nothing there", file.string());
        }
        Bytes out(static_cast<std::size_t>(std::min<std::uint64_t>(most, size - offset)));
        std::ifstream in(file, std::ios::binary);
        in.seekg(static_cast<std::streamoff>(offset));
        in.read(reinterpret_cast<char*>(out.data()), static_cast<std::streamsize>(out.size()));
        return in ? Result<Bytes>(std::move(out)) : fail(Code::Io, "cannot be read", file.string());
    }

    Result<void> examine(const Digest& hash) override
    {
        const fs::path file = fileOf(hash);
        if (!isThere(file)) {
            return fail(Code::NotFound, "no such file", file.string());
        }
        return digestOf(file).and_then([&](const Digest& found) -> Result<void> {
            return found == hash ? Result<void>()
                                 : fail(Code::BadChain, "other bytes than its hash", file.string());
        });
    }

    Result<std::size_t> sweep(Instant untouchedSince) override
    {
        const auto file =
            fs::file_time_type::clock::now() - (std::chrono::system_clock::now() - untouchedSince);
        std::size_t count = 0;
        std::error_code ignored;
        for (const auto& one : fs::directory_iterator(m_folder, ignored)) {
            if (one.path().extension() == ".part" && one.last_write_time(ignored) < file) {
                count += m_files.remove(one.path()) == 0 ? 1U : 0U;
            }
        }
        return count;
    }

private:
    [[nodiscard]] fs::path fileOf(const Digest& hash) const { return m_folder / toHex(hash); }
    [[nodiscard]] fs::path partOf(const Digest& hash) const
    {
        return m_folder / (toHex(hash) + ".part");
    }

    // The log must never be the one that finds the disk full.
    Result<void> room(std::uint64_t wanted)
    {
        std::error_code error;
        fs::create_directories(m_folder, error);
        fs::permissions(m_folder, fs::perms::owner_all, error);
        const auto space = fs::space(m_folder, error);
        if (!error && space.available < wanted + m_keepFree) {
            return fail(Code::NoSpace, "what is free is kept for the log", m_folder.string());
        }
        return {};
    }

    Result<void> write(const fs::path& part, std::uint64_t offset, BytesView bytes)
    {
        const int fd = m_files.openAppend(part, false);
        if (fd < 0) {
            return ioFailure(part);
        }
        Result<void> done;
        while (!bytes.empty() && done) {
            const std::ptrdiff_t n = m_files.write(fd, bytes);
            if (n < 0 && errno != EINTR) {
                done = ioFailure(part);
                std::ignore = m_files.truncate(fd, offset); // what stays is asked for again
            } else if (n > 0) {
                bytes = bytes.subspan(static_cast<std::size_t>(n));
            }
        }
        m_files.close(fd);
        return done;
    }

    // Synced before it is read, so that what is examined is what stays; the name comes last.
    Result<HeldFile> finish(const Digest& hash, std::uint64_t size)
    {
        const fs::path part = partOf(hash);
        const int fd = m_files.openAppend(part, false);
        if (fd < 0) {
            return ioFailure(part);
        }
        const bool isSynced = m_files.sync(fd) == 0;
        const int why = errno;
        m_files.close(fd);
        if (!isSynced) { // what the disk has of it nobody knows
            std::ignore = m_files.remove(part);
            return fail(Code::SyncFailed, std::strerror(why), part.string());
        }
        const auto found = digestOf(part);
        if (!found) {
            return std::unexpected(found.error());
        }
        if (*found != hash || sizeOf(part) != size) {
            std::ignore = m_files.remove(part);
            return fail(Code::BadChain, "other bytes than the hash's", part.string());
        }
        if (m_files.rename(part, fileOf(hash)) != 0) {
            return ioFailure(part);
        }
        if (m_files.syncFolder(m_folder) != 0) { // the name may go with the power: it comes anew
            const auto failure = ioFailure(m_folder);
            std::ignore = m_files.remove(fileOf(hash));
            return failure;
        }
        return HeldFile{size, true};
    }

    fs::path m_folder;
    Files& m_files;
    std::uint64_t m_keepFree;
};

} // namespace

std::unique_ptr<HqFiles>
makeFolderFiles(const fs::path& folder, Files& files, std::uint64_t keepFree)
{
    return std::make_unique<FolderFiles>(folder, files, keepFree);
}

} // namespace sz::store
