// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/proof/Files.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sz::proof {
namespace {

namespace fs = std::filesystem;

// Owns a file descriptor.
class Descriptor
{
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor()
    {
        if (m_fd >= 0) {
            ::close(m_fd);
        }
    }

    [[nodiscard]] int get() const { return m_fd; }

private:
    int m_fd;
};

std::unexpected<Error> ioFailure(const fs::path& file)
{
    return fail(errno == ENOSPC ? Code::NoSpace : Code::Io, std::strerror(errno), file.string());
}

bool writeAll(int fd, BytesView bytes)
{
    while (!bytes.empty()) {
        const ssize_t done = ::write(fd, bytes.data(), bytes.size());
        if (done < 0 && errno != EINTR) {
            return false;
        }
        bytes = bytes.subspan(static_cast<std::size_t>(std::max<ssize_t>(done, 0)));
    }
    return true;
}

Result<void> syncFolder(const fs::path& folder)
{
    const Descriptor fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (fd.get() < 0 || ::fsync(fd.get()) != 0) {
        return ioFailure(folder);
    }
    return {};
}

// Each new folder's name must last, too.
Result<void> makeFolders(const fs::path& folder)
{
    if (folder.empty() || fs::is_directory(folder)) {
        return {};
    }
    return makeFolders(folder.parent_path()).and_then([&]() -> Result<void> {
        if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) {
            return ioFailure(folder);
        }
        return syncFolder(folder.has_parent_path() ? folder.parent_path() : ".");
    });
}

Result<void> writeSynced(const fs::path& file, BytesView bytes, unsigned mode)
{
    const Descriptor fd(::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode));
    if (fd.get() < 0 || !writeAll(fd.get(), bytes) || ::fsync(fd.get()) != 0) {
        return ioFailure(file);
    }
    return {};
}

} // namespace

Result<void> writeWhole(const fs::path& file, BytesView bytes, unsigned mode)
{
    const fs::path draft = file.string() + ".new";
    return makeFolders(file.parent_path())
        .and_then([&] { return writeSynced(draft, bytes, mode); })
        .and_then([&]() -> Result<void> {
            if (::rename(draft.c_str(), file.c_str()) != 0) {
                return ioFailure(file);
            }
            return syncFolder(file.has_parent_path() ? file.parent_path() : ".");
        });
}

Result<Bytes> readWhole(const fs::path& file, std::size_t most)
{
    const Descriptor fd(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (fd.get() < 0) {
        return fail(
            errno == ENOENT || errno == ENOTDIR ? Code::NotFound : Code::FileUnreadable,
            std::strerror(errno), file.string());
    }
    Bytes out;
    for (ssize_t got = 1; got > 0 && out.size() <= most;) {
        const std::size_t before = out.size();
        out.resize(before + (64 << 10));
        got = ::read(fd.get(), out.data() + before, 64 << 10);
        out.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        if (got < 0) {
            return fail(Code::FileUnreadable, std::strerror(errno), file.string());
        }
    }
    if (out.size() > most) {
        return fail(Code::FileUnreadable, "larger than such a file can be", file.string());
    }
    return out;
}

} // namespace sz::proof
